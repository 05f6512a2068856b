import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

export const coffee: Family = {
  key: 'coffee',
  leaf: 'arabica',
  packing: 'pantry',
  share: 1.4,
  brands: ['doi-pha-mi', 'krua-kafae'],
  baht: 165,
  grams: 230,
  title: t(
    'กาแฟ{origin} {roast} {process} {weight}',
    '{origin} coffee, {roast}, {process}, {weight}',
  ),
  axes: {
    origin: [
      v('ดอยผาหมี', 'Doi Pha Mi', {
        at: ['chiang-rai'],
        say: t(
          'ดอยผาหมีให้รสน้ำตาลอ้อยกับส้มอ่อน ๆ',
          'Doi Pha Mi tastes of cane sugar with a little orange.',
        ),
      }),
      v('ดอยช้าง', 'Doi Chang', {
        at: ['chiang-rai'],
        times: 1.1,
        say: t('ดอยช้างหวานแบบน้ำผึ้ง ปลายเป็นช็อกโกแลต', 'Doi Chang is honeyed, ending in chocolate.'),
      }),
      v('ดอยตุง', 'Doi Tung', {
        at: ['chiang-rai'],
        times: 1.05,
        say: t('ดอยตุงบอดี้นุ่ม กลิ่นถั่วคั่ว', 'Doi Tung is soft-bodied and nutty.'),
      }),
      v('แม่จันใต้', 'Mae Chan Tai', {
        at: ['chiang-rai'],
        times: 1.2,
        say: t('แม่จันใต้เปรี้ยวใสคล้ายพลัม', 'Mae Chan Tai has a clear, plum-like acidity.'),
      }),
      v('ท่าแซะโรบัสต้า', 'Tha Sae robusta', {
        at: ['chumphon'],
        leaf: 'robusta',
        times: 0.75,
        say: t(
          'โรบัสต้าท่าแซะเข้ม มัน ชงโอเลี้ยงกับกาแฟนมได้กลิ่นเต็ม',
          'Tha Sae robusta is strong and rich, made for iced black and milk coffee.',
        ),
      }),
      v('สวีโรบัสต้า', 'Sawi robusta', {
        at: ['chumphon'],
        leaf: 'robusta',
        times: 0.7,
        say: t(
          'สวีให้รสดาร์กช็อกโกแลต ขมไม่บาด',
          'Sawi brings dark chocolate without a sharp bitterness.',
        ),
      }),
    ],
    roast: [
      v('คั่วอ่อน', 'light roast', { look: 'light' }),
      v('คั่วกลาง', 'medium roast', { look: 'medium' }),
      v('คั่วเข้ม', 'dark roast', { look: 'dark' }),
    ],
    process: [
      v('วอช', 'washed'),
      v('ฮันนี่', 'honey process', { times: 1.12 }),
      v('เนเชอรัล', 'natural process', { times: 1.18 }),
    ],
    weight: [
      v('200 ก.', '200 g'),
      v('250 ก.', '250 g', { times: 1.2, heft: 1.25 }),
      v('500 ก.', '500 g', { times: 2.25, heft: 2.4 }),
      v('1 กก.', '1 kg', { times: 4.2, heft: 4.7 }),
    ],
  },
  options: [
    {
      name: t('การบด', 'Grind'),
      most: 4,
      values: [
        v('เมล็ด', 'Whole bean'),
        v('บดดริป', 'Filter'),
        v('บดโมกาพอต', 'Moka pot'),
        v('บดเอสเปรสโซ', 'Espresso'),
        v('บดถุงกาแฟโบราณ', 'Thai sock filter'),
      ],
    },
  ],
  intro: [
    t(
      'กาแฟ{origin} {roast} แปรรูปแบบ{process} ถุง {weight}',
      '{origin} coffee, {roast}, {process}, in a {weight} bag.',
    ),
    t(
      '{origin}ล็อตใหม่ {process} {roast} บรรจุ {weight} ถุงมีวาล์ว',
      'New-lot {origin}: {process}, {roast}, {weight} in a valve bag.',
    ),
  ],
  made: [
    t(
      'เก็บเฉพาะเชอร์รีแดง ลอยน้ำคัดเมล็ดเบาทิ้งก่อนแปรรูป',
      'Only red cherries are picked, and the light ones floated off before processing.',
    ),
    t(
      'ตากแคร่ยกพื้นสิบสี่ถึงยี่สิบวัน กลับเมล็ดวันละหกรอบ',
      'Dried on raised beds for two to three weeks, turned six times a day.',
    ),
    t(
      'คั่วครั้งละสิบกิโล พักหนึ่งคืนก่อนบรรจุ วันที่คั่วเขียนไว้หลังถุง',
      'Roasted ten kilos at a time and rested a night; the date is on the back.',
    ),
  ],
  use: [
    t('ดริปใช้ 15 ก. ต่อน้ำ 230 มล. อุณหภูมิ 92 องศา', 'For filter use 15 g to 230 ml at 92 °C.'),
    t('ชงร้อนก็ได้ สกัดเย็นข้ามคืนก็หวาน', 'Good hot, and sweet as an overnight cold brew.'),
  ],
  care: [
    t(
      'รสดีที่สุดช่วง 7–30 วันหลังคั่ว เก็บในถุงเดิมไล่ลมให้หมด',
      'Best from day 7 to 30 after roasting; keep it in its bag with the air pressed out.',
    ),
    t('อย่าแช่ตู้เย็น ความชื้นทำให้กลิ่นหาย', 'Don’t refrigerate: damp takes the aroma.'),
  ],
  praise: [
    t('หอมตั้งแต่เปิดถุง วันที่คั่วใหม่มาก', 'Fragrant from the moment it opened, very fresh roast date.'),
    t('ดริปแล้วหวานชัด ไม่ขมติดคอ', 'Clearly sweet as filter, no bitter tail.'),
    t('ลูกค้าที่ร้านถามว่าเปลี่ยนเมล็ดเหรอ', 'My café’s customers asked if I’d changed beans.'),
  ],
  gripe: [t('คั่วเข้มกว่าที่คิดไว้หน่อย', 'Roasted slightly darker than I expected.')],
}

export const tea: Family = {
  key: 'tea',
  leaf: 'leaf-teas',
  packing: 'pantry',
  share: 0.8,
  brands: ['mae-salong-hill'],
  baht: 120,
  grams: 160,
  title: t('ชา{kind} {pick} {tin} {weight}', '{kind} tea, {pick}, {tin}, {weight}'),
  axes: {
    kind: [
      v('อู่หลงเบอร์ 12', 'oolong No. 12', { look: 'leaf' }),
      v('อู่หลงก้านอ่อน', 'soft-stem oolong', { look: 'leaf', times: 1.4 }),
      v('เขียวอัสสัม', 'Assam green', { look: 'leaf', times: 0.8 }),
      v('ดำป่าเมี่ยง', 'wild miang black', { look: 'amber', times: 1.1 }),
      v('ไทยสีส้ม', 'Thai orange', { look: 'amber', times: 0.6 }),
      v('กุหลาบตะไคร้', 'rose and lemongrass', { look: 'rose', leaf: 'herbal-teas', times: 0.9 }),
      v('อัญชันใบเตย', 'butterfly pea and pandan', {
        look: 'indigo',
        leaf: 'herbal-teas',
        times: 0.85,
      }),
      v('มะตูม', 'bael fruit', { look: 'amber', leaf: 'herbal-teas', times: 0.7 }),
    ],
    pick: [
      v('เก็บมือยอดสองใบ', 'two leaves and a bud', { times: 1.3 }),
      v('ต้นฤดูหนาว', 'early winter pick', { times: 1.15 }),
      v('จากสวนบนดอย', 'from the hill garden'),
    ],
    tin: [
      v('กระป๋องเก็บกลิ่น', 'in a sealed tin', { times: 1.3 }),
      v('ถุงฟอยล์ซิป', 'in a foil bag'),
      v('กล่องซองชา', 'in tea bags', { times: 1.2 }),
    ],
    weight: [
      v('50 ก.', '50 g', { times: 0.6, heft: 0.7 }),
      v('100 ก.', '100 g'),
      v('200 ก.', '200 g', { times: 1.8, heft: 1.8 }),
    ],
  },
  intro: [
    t(
      'ชา{kind} {pick} บรรจุ{tin} {weight} จาก{province}',
      '{kind} tea from {province}, {pick}, {tin}, {weight}.',
    ),
    t(
      'ชา{kind} {weight} {pick} มาใน{tin}เปิดแล้วกลิ่นไม่หนี',
      '{kind} tea, {weight}, {pick}, {tin} so the scent stays put.',
    ),
  ],
  made: [
    t(
      'ผึ่ง นวด และอบในวันเดียวกัน ไม่แต่งกลิ่นสังเคราะห์',
      'Withered, rolled and dried the same day, with no synthetic flavouring.',
    ),
    t(
      'คัดก้านและฝุ่นชาออกด้วยมือ น้ำชาจึงใส',
      'Stalks and dust are sorted out by hand, so the cup is clear.',
    ),
    t('อบไฟอ่อนรอบสุดท้ายก่อนบรรจุ กลิ่นจะอุ่นขึ้น', 'A last gentle baking before packing warms the aroma.'),
  ],
  use: [
    t(
      'ใช้ 3 ก. ต่อน้ำ 200 มล. แช่สามนาที ชงซ้ำได้อีกสองน้ำ',
      'Three grams to 200 ml, three minutes; it gives two more infusions.',
    ),
    t('ชงเข้มแล้วเทใส่น้ำแข็ง บีบมะนาวนิดหนึ่งก็สดชื่น', 'Brew strong, pour over ice, add a squeeze of lime.'),
  ],
  care: [
    t(
      'เก็บพ้นแสงและกลิ่นแรง อยู่ได้หนึ่งปีครึ่ง',
      'Away from light and strong smells it keeps eighteen months.',
    ),
    t('ปิดฝาทุกครั้ง ชาเก็บกลิ่นรอบตัวไว้หมด', 'Always close the lid: tea takes on whatever is nearby.'),
  ],
  praise: [
    t('กลิ่นหอมนุ่ม ชงสองน้ำยังอร่อย', 'Soft scent, still good on the second infusion.'),
    t('ซื้อฝากผู้ใหญ่ ท่านถามหาร้าน', 'Gave it to an elder who asked where it’s from.'),
    t('ไม่ฝาด ดื่มก่อนนอนได้', 'Not astringent, fine before bed.'),
  ],
  gripe: [t('รสดี แต่อยากได้ถุงใหญ่กว่านี้', 'Nice, wish the bag were bigger.')],
}

export const honey: Family = {
  key: 'honey',
  leaf: 'flower-honeys',
  packing: 'bottle',
  share: 1,
  baht: 150,
  grams: 520,
  title: t('น้ำผึ้ง{flower} {raw} {harvest} {size}', '{flower} honey, {raw}, {harvest}, {size}'),
  axes: {
    flower: [
      v('ดอกลำไย', 'longan blossom', { look: 'amber' }),
      v('ดอกลิ้นจี่', 'lychee blossom', { look: 'gold', times: 1.1 }),
      v('ดอกกาแฟ', 'coffee blossom', { look: 'gold', times: 1.3 }),
      v('ดอกสาบเสือ', 'Siam-weed blossom', { look: 'amber', times: 0.95 }),
      v('ป่าเดือนห้า', 'fifth-month wild', { look: 'dark', leaf: 'wild-honeys', times: 1.6 }),
      v('ชันโรง', 'stingless-bee', { look: 'dark', leaf: 'wild-honeys', times: 2.6 }),
      v('ผึ้งโพรง', 'hollow-tree bee', { look: 'dark', leaf: 'wild-honeys', times: 1.8 }),
    ],
    raw: [
      v('ดิบไม่ผ่านความร้อน', 'raw, never heated'),
      v('กรองผ้าขาว', 'cloth-strained'),
      v('พร้อมรวง', 'with comb', { times: 1.35 }),
    ],
    harvest: [v('เก็บปีนี้', 'this year’s harvest'), v('บ่มในถังไม้', 'rested in wood', { times: 1.15 })],
    size: [
      v('250 มล.', '250 ml', { times: 0.62, heft: 0.6 }),
      v('350 มล.', '350 ml'),
      v('500 มล.', '500 ml', { times: 1.35, heft: 1.5 }),
      v('700 มล.', '700 ml', { times: 1.8, heft: 2 }),
      v('1 ลิตร', '1 litre', { times: 2.5, heft: 2.8 }),
    ],
  },
  intro: [
    t(
      'น้ำผึ้ง{flower} {raw} {harvest} ขวด {size} จาก{province}',
      '{flower} honey from {province}: {raw}, {harvest}, {size}.',
    ),
    t(
      'น้ำผึ้ง{flower}ขวด {size} {raw} {harvest} ไม่ผสมน้ำเชื่อม',
      '{flower} honey, {size}, {raw}, {harvest}, no syrup added.',
    ),
  ],
  made: [
    t(
      'วัดความชื้นก่อนเก็บ ต่ำกว่ายี่สิบเปอร์เซ็นต์ถึงจะตัดรวง',
      'We measure moisture first and cut only below twenty per cent.',
    ),
    t(
      'สลัดรวงแล้วกรองผ่านผ้า ไม่ต้ม ละอองเกสรจึงยังอยู่',
      'Spun and strained through cloth, never boiled, so the pollen is still there.',
    ),
    t(
      'เก็บเฉพาะรวงที่ปิดฝาแล้ว และเว้นไว้ให้ผึ้งกินครึ่งหนึ่งเสมอ',
      'We take only capped comb, and always leave half for the bees.',
    ),
  ],
  use: [
    t(
      'ผสมมะนาวน้ำอุ่นตอนเช้า หรือราดโยเกิร์ตกับกล้วย',
      'With lime and warm water in the morning, or over yoghurt and banana.',
    ),
    t(
      'ใช้หมักไก่ย่างหรือใส่ชาแทนน้ำตาลได้',
      'Marinate grilled chicken with it, or use it in tea for sugar.',
    ),
  ],
  care: [
    t(
      'ตกผลึกได้เมื่ออากาศเย็น แช่น้ำอุ่นไม่เกิน 40 องศาก็กลับมาใส',
      'It may set when cool; warm water under 40 °C clears it.',
    ),
    t('ห้ามให้เด็กต่ำกว่าหนึ่งขวบ เก็บที่ร่มปิดฝาแน่น', 'Not for babies under one. Keep closed and shaded.'),
  ],
  praise: [
    t('หอมดอกไม้จริง ไม่หวานเลี่ยน', 'Smells of real flowers, never cloying.'),
    t('ข้นกำลังดี ชิมแล้วรู้ว่าแท้', 'Nicely thick; you can taste it’s genuine.'),
    t('ห่อกันกระแทกสามชั้น ไม่หกเลย', 'Three layers of wrapping, not a drop lost.'),
  ],
  gripe: [t('ตกผลึกมาแล้วบางส่วน แต่รสดี', 'Partly crystallised on arrival, taste fine.')],
}

export const cashew: Family = {
  key: 'cashew',
  leaf: 'cashews',
  packing: 'pantry',
  share: 0.9,
  brands: ['hua-khrok'],
  baht: 155,
  grams: 290,
  title: t(
    'เม็ดมะม่วงหิมพานต์{flavour} {grade} {pack} {weight}',
    '{flavour} cashews, {grade}, {pack}, {weight}',
  ),
  axes: {
    flavour: [
      v('อบเกลือ', 'salted', { look: 'natural' }),
      v('อบธรรมชาติ', 'plain roasted', { look: 'natural' }),
      v('คั่วเตาถ่าน', 'charcoal-roasted', { look: 'natural', times: 1.15 }),
      v('เคลือบน้ำผึ้งงา', 'honey-sesame', { look: 'honey', times: 1.1 }),
      v('ต้มยำใบมะกรูด', 'tom yam and lime-leaf', { look: 'spicy', times: 1.1 }),
      v('ลาบคั่ว', 'larb-spiced', { look: 'spicy', times: 1.1 }),
      v('เคลือบน้ำตาลโตนด', 'palm-sugar', { look: 'honey', times: 1.08 }),
    ],
    grade: [
      v('เม็ดเต็ม', 'whole nuts', { times: 1.2 }),
      v('เม็ดซีก', 'halves', { times: 0.85 }),
      v('เม็ดจัมโบ้', 'jumbo', { times: 1.45 }),
    ],
    pack: [
      v('โหลแก้ว', 'glass jar', { times: 1.15 }),
      v('ถุงซิป', 'zip bag'),
      v('กล่องของฝาก', 'gift box', { times: 1.3 }),
    ],
    weight: [
      v('150 ก.', '150 g', { times: 0.68, heft: 0.6 }),
      v('250 ก.', '250 g'),
      v('500 ก.', '500 g', { times: 1.9, heft: 1.9 }),
      v('1 กก.', '1 kg', { times: 3.6, heft: 3.7 }),
    ],
  },
  intro: [
    t(
      'เม็ดมะม่วงหิมพานต์{flavour} {grade} ใส่{pack} {weight} จาก{province}',
      '{flavour} cashews from {province}, {grade}, in a {pack}, {weight}.',
    ),
    t(
      'เม็ดมะม่วงหิมพานต์{flavour} {grade} {weight} บรรจุ{pack}คั่วใหม่ทุกสัปดาห์',
      '{flavour} cashews, {grade}, {weight}, {pack}, roasted every week.',
    ),
  ],
  made: [
    t(
      'กะเทาะด้วยมือทีละเม็ด คนกะเทาะเก่งวันหนึ่งได้แค่ห้ากิโล',
      'Shelled one by one; a skilled hand does five kilos a day.',
    ),
    t(
      'คั่วไฟกลางแล้วผึ่งให้เย็นก่อนบรรจุ กรอบจนถึงเม็ดสุดท้าย',
      'Roasted over medium heat and cooled before packing, crisp to the last nut.',
    ),
    t('คัดเม็ดดำเม็ดฝ่อออกสองรอบ', 'Dark and shrivelled nuts are sorted out twice.'),
  ],
  use: [
    t('กินเล่น ผัดไก่เม็ดมะม่วง หรือโรยยำก็ได้', 'As a snack, in chicken with cashews, or over a yam.'),
    t('ตั้งโต๊ะรับแขกก็หมดก่อนของอย่างอื่น', 'Put them out for guests and they go first.'),
  ],
  care: [
    t('ปิดให้สนิท เก็บที่แห้งได้สามเดือน แช่เย็นได้หกเดือน', 'Sealed and dry, three months; six in the fridge.'),
    t(
      'ถ้าเริ่มนิ่ม อบ 120 องศา ห้านาทีก็กรอบเหมือนเดิม',
      'If they soften, five minutes at 120 °C brings back the crunch.',
    ),
  ],
  praise: [
    t('เม็ดใหญ่ กรอบ ไม่เหม็นหืน', 'Large, crisp, not a trace of rancid.'),
    t('เปิดปุ๊บหมดปั๊บ ต้องสั่งเพิ่ม', 'Gone as soon as opened; ordering more.'),
    t('รสกำลังดี ไม่เค็มไป', 'Well balanced, not too salty.'),
  ],
  gripe: [t('มีเม็ดแตกปนบ้าง', 'Some broken pieces.')],
}

export const banana: Family = {
  key: 'banana',
  leaf: 'banana-snacks',
  packing: 'pantry',
  share: 0.8,
  brands: ['bang-krathum'],
  baht: 55,
  grams: 280,
  title: t('{kind} {flavour} {pack} {weight}', '{kind}, {flavour}, {pack}, {weight}'),
  axes: {
    kind: [
      v('กล้วยตากพลังแสงอาทิตย์', 'solar-dried bananas', { look: 'brown' }),
      v('กล้วยตากม้วน', 'rolled dried bananas', { look: 'brown', times: 1.1 }),
      v('กล้วยฉาบ', 'banana crisps', { look: 'yellow', times: 0.9 }),
      v('กล้วยหอมทอดกรอบ', 'Gros Michel banana crisps', { look: 'yellow' }),
      v('กล้วยเบรกแตก', 'extra-thin banana crisps', { look: 'yellow', times: 0.85 }),
    ],
    flavour: [
      v('รสธรรมชาติ', 'plain'),
      v('รสน้ำผึ้ง', 'honey', { times: 1.08 }),
      v('รสงาขาว', 'white sesame', { times: 1.05 }),
      v('รสเกลือทะเล', 'sea salt'),
    ],
    pack: [
      v('ถุงซิป', 'zip bag'),
      v('กล่องของฝาก', 'gift box', { times: 1.35 }),
      v('ถุงแบ่งซองเล็ก', 'snack packs', { times: 1.15 }),
    ],
    weight: [
      v('150 ก.', '150 g', { times: 0.65, heft: 0.6 }),
      v('250 ก.', '250 g'),
      v('450 ก.', '450 g', { times: 1.7, heft: 1.75 }),
      v('1 กก.', '1 kg', { times: 3.4, heft: 3.8 }),
    ],
  },
  intro: [
    t(
      '{kind} {flavour} {pack} {weight} ทำจากกล้วยสวนใน{province}',
      '{kind}, {flavour}, {pack}, {weight}, from orchards in {province}.',
    ),
    t(
      '{kind}{flavour} ขนาด {weight} มาใน{pack}',
      '{kind} with {flavour} flavour, {weight}, in a {pack}.',
    ),
  ],
  made: [
    t(
      'ใช้กล้วยแก่จัดสุกคาเครือ รสหวานมาจากกล้วยเอง',
      'Made of bananas ripened on the stem, so the sweetness is their own.',
    ),
    t(
      'ปอกมือ ลอกใยออกหมด แล้วเข้าโรงอบที่ฝุ่นเข้าไม่ได้',
      'Peeled by hand, strings and all, and dried where dust can’t get in.',
    ),
    t(
      'ทำเป็นรอบเล็ก ๆ ใช้น้ำมันใหม่ทุกวันสำหรับของทอด',
      'Small batches; anything fried is fried in the day’s fresh oil.',
    ),
  ],
  use: [
    t('พกไปทำงาน กินกับกาแฟดำเข้ากันดี', 'Pack it for work; it goes well with black coffee.'),
    t('หั่นใส่โยเกิร์ตหรือข้าวโอ๊ตตอนเช้าก็ได้', 'Chop over yoghurt or oats in the morning.'),
  ],
  care: [
    t(
      'เปิดแล้วกินให้หมดในสองสัปดาห์ เก็บตู้เย็นอยู่ได้เดือนครึ่ง',
      'Eat within two weeks of opening, or six weeks chilled.',
    ),
    t('ปิดปากถุงให้แน่นกันชื้น', 'Keep the bag tightly closed against damp.'),
  ],
  praise: [
    t('หวานพอดี ไม่แข็ง ไม่มีกลิ่นอับ', 'Just sweet enough, not hard, no musty smell.'),
    t('กินเพลินมาก หมดถุงในวันเดียว', 'Too easy to eat; a bag in a day.'),
    t('ซื้อฝากเพื่อนต่างชาติ ชอบกันทุกคน', 'Took some to foreign friends, all loved them.'),
  ],
  gripe: [t('อร่อย แต่ซองเล็กไปนิด', 'Tasty, packs a little small.')],
}

export const tuile: Family = {
  key: 'tuile',
  leaf: 'thai-biscuits',
  packing: 'fragile',
  share: 0.7,
  baht: 75,
  grams: 260,
  title: t('{kind} {flavour} {pack} {weight}', '{kind}, {flavour}, {pack}, {weight}'),
  axes: {
    kind: [
      v('ทองม้วนกรอบ', 'crisp thong muan rolls', { look: 'red' }),
      v('ทองม้วนนิ่ม', 'soft thong muan rolls', { look: 'red', times: 1.05 }),
      v('ทองม้วนแผ่นบาง', 'paper-thin thong muan rolls', { look: 'teal' }),
      v('ทองม้วนโบราณ', 'old-style thong muan rolls', { look: 'teal', times: 1.15 }),
      v('ทองม้วนจิ๋ว', 'mini thong muan rolls', { look: 'gold' }),
    ],
    flavour: [
      v('กะทิงาดำ', 'coconut and black sesame'),
      v('ใบเตย', 'pandan'),
      v('น้ำตาลโตนด', 'toddy palm sugar', { times: 1.1 }),
      v('ไข่เค็ม', 'salted egg', { times: 1.2 }),
      v('อบควันเทียน', 'candle-smoked', {
        times: 1.1,
        say: t(
          'อบควันเทียนข้ามคืนในหม้อปิด กลิ่นละมุนแบบขนมวัง',
          'Smoked overnight with a scented candle, the way palace sweets are.',
        ),
      }),
    ],
    pack: [
      v('กระป๋อง', 'tin'),
      v('ปี๊บเล็ก', 'small square tin', { times: 1.5 }),
      v('ถุงเติม', 'refill bag', { times: 0.8 }),
    ],
    weight: [
      v('150 ก.', '150 g', { times: 0.75, heft: 0.7 }),
      v('200 ก.', '200 g'),
      v('350 ก.', '350 g', { times: 1.6, heft: 1.6 }),
    ],
  },
  intro: [
    t(
      '{kind} {flavour} {pack}ละ {weight} อบสดที่{province}',
      '{kind}, {flavour}, {weight} to the {pack}, baked in {province}.',
    ),
    t('{kind}รส{flavour} บรรจุ{pack} {weight}', 'A {pack} of {kind}, {flavour}, {weight}.'),
  ],
  made: [
    t(
      'หยอดแป้งทีละแผ่นบนพิมพ์เหล็ก ม้วนด้วยมือตอนยังร้อน',
      'Batter goes onto iron plates one sheet at a time and is shaped by hand while hot.',
    ),
    t('กะทิคั้นสด ไม่ใช้กะทิกล่อง', 'The coconut milk is pressed fresh, never from a carton.'),
    t(
      'อบเตาถ่านจนหอม พักให้เย็นสนิทก่อนปิดฝา',
      'Baked over charcoal and fully cooled before the lid goes on.',
    ),
  ],
  use: [
    t('กินกับชาร้อนหรือจัดถาดไหว้ก็เรียบร้อย', 'With hot tea, or neat on an offering tray.'),
    t('เด็กกินได้ผู้ใหญ่กินดี ของฝากที่ไม่ต้องคิดนาน', 'Young and old like it: an easy gift.'),
  ],
  care: [
    t('เปิดแล้วปิดฝาให้สนิท กรอบได้สามสัปดาห์', 'Close it well and it stays good for three weeks.'),
    t('เก็บพ้นแดดและมด ไม่ต้องแช่เย็น', 'Keep from sun and ants; no need to chill.'),
  ],
  praise: [
    t('กรอบหอมกะทิมาก เหมือนตอนเด็ก ๆ', 'So much coconut scent, like childhood.'),
    t('แตกน้อยมาก แพ็กดีจริง', 'Hardly any broke; really well packed.'),
    t('หวานน้อยกำลังดี', 'Pleasantly low in sugar.'),
  ],
  gripe: [t('แตกไปสามสี่ชิ้น รสอร่อย', 'Three or four broke, taste good.')],
}
