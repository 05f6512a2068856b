import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

const SMALL_WEIGHTS = [
  v('250 ก.', '250 g'),
  v('500 ก.', '500 g', { times: 1.85, heft: 2 }),
  v('1 กก.', '1 kg', { times: 3.5, heft: 4 }),
]

export const rice: Family = {
  key: 'rice',
  leaf: 'jasmine-rice',
  packing: 'pantry',
  share: 1.3,
  baht: 52,
  grams: 1050,
  title: t('{kind} {farm} {season} {weight}', '{kind}, {farm}, {season}, {weight}'),
  axes: {
    kind: [
      v('ข้าวหอมมะลิ 105', 'jasmine 105 rice', { look: 'leaf' }),
      v('ข้าวหอมมะลิใหม่ต้นฤดู', 'new-crop jasmine rice', { look: 'leaf', times: 1.1 }),
      v('ข้าวกล้องหอมมะลิ', 'brown jasmine rice', { look: 'leaf', times: 1.12 }),
      v('ข้าวไรซ์เบอร์รี่', 'riceberry', { look: 'plum', leaf: 'coloured-rice', times: 1.5 }),
      v('ข้าวหอมนิล', 'Hom Nil black rice', { look: 'plum', leaf: 'coloured-rice', times: 1.45 }),
      v('ข้าวมันปูสังข์หยด', 'red sangyod rice', { look: 'chili', leaf: 'coloured-rice', times: 1.6 }),
      v('ข้าวเหนียวเขี้ยวงู', 'Khiao Ngu sticky rice', {
        look: 'indigo',
        leaf: 'sticky-rice',
        times: 1.2,
      }),
      v('ข้าวเหนียว กข 6', 'RD6 sticky rice', { look: 'indigo', leaf: 'sticky-rice', times: 0.95 }),
    ],
    farm: [
      v('อินทรีย์', 'organic', {
        times: 1.25,
        say: t(
          'แปลงอินทรีย์มีใบรับรอง ขอดูเลขแปลงได้',
          'The organic plots are certified; ask us for the plot number.',
        ),
      }),
      v('นาปีปลอดสาร', 'pesticide-free paddy'),
      v('แปลงใหญ่ GI', 'GI plot', { times: 1.15 }),
    ],
    season: [
      v('สีใหม่รายสัปดาห์', 'milled weekly'),
      v('ซ้อมมือ', 'hand-pounded', { times: 1.2 }),
      v('แพ็กสุญญากาศ', 'vacuum-packed', { times: 1.06 }),
    ],
    weight: [
      v('1 กก.', '1 kg'),
      v('2 กก.', '2 kg', { times: 1.9, heft: 2 }),
      v('5 กก.', '5 kg', { times: 4.3, heft: 5 }),
      v('10 กก.', '10 kg', { times: 8.2, heft: 10 }),
    ],
  },
  intro: [
    t(
      '{kind}จากนา{province} {farm} {season} ถุงละ {weight}',
      '{kind} from {province} paddies: {farm}, {season}, in a {weight} bag.',
    ),
    t(
      '{kind} {weight} {farm} {season} ปลูกและสีในหมู่บ้านเดียวกัน',
      '{kind}, {weight}, {farm}, {season}, grown and milled in one village.',
    ),
  ],
  made: [
    t(
      'เกี่ยวแล้วตากลานสามแดดก่อนเข้ายุ้ง เมล็ดจึงไม่ร้าวตอนสี',
      'After harvest the paddy gets three days of sun before the barn, so grains don’t crack in the mill.',
    ),
    t(
      'เก็บเป็นข้าวเปลือกแล้วค่อยสีตามออเดอร์ กลิ่นจึงยังหอมเหมือนเพิ่งเกี่ยว',
      'We store it unhusked and mill to order, which keeps the new-harvest smell.',
    ),
    t(
      'คัดกรวดคัดเมล็ดแตกด้วยตะแกรงแล้วตามด้วยมืออีกรอบ',
      'Stones and broken grains come out by sieve, then again by hand.',
    ),
  ],
  use: [
    t('ซาวน้ำเดียวพอ แช่สิบห้านาทีก่อนหุงจะนุ่มขึ้น', 'Rinse once; a fifteen-minute soak makes it softer.'),
    t(
      'หุงแล้วพักฝาปิดไว้สิบนาที เมล็ดจะเรียงสวย',
      'Let it rest ten minutes under the lid and the grains stay separate.',
    ),
  ],
  care: [
    t(
      'เปิดถุงแล้วใส่โหลปิดฝา เก็บที่แห้ง ใส่ใบมะกรูดกันมอดได้',
      'Once open keep in a lidded jar; a few kaffir lime leaves hold off weevils.',
    ),
    t(
      'ไม่ได้รมยา ถ้าซื้อเยอะแบ่งเก็บช่องเย็นได้ครึ่งปี',
      'It isn’t fumigated, so keep large amounts in the fridge, up to half a year.',
    ),
  ],
  praise: [
    t('หุงแล้วหอมทั้งบ้าน เมล็ดสวย', 'The whole house smelled of it, lovely grains.'),
    t('ไม่มีมอด ไม่มีกรวด สีใหม่จริง', 'No weevils, no stones, really fresh-milled.'),
    t('กินแล้วแม่ให้สั่งอีกเลย', 'Mum told me to order again straight away.'),
  ],
  gripe: [t('ถุงขาดตรงมุมนิดหนึ่ง ข้าวไม่หก', 'A small tear in one corner, nothing spilled.')],
}

export const fishSauce: Family = {
  key: 'fish-sauce',
  leaf: 'fish-sauces',
  packing: 'bottle',
  share: 0.9,
  brands: ['ban-phe', 'hua-thong', 'pak-nam'],
  baht: 48,
  grams: 1150,
  title: t('{kind} {age} {salt} {size}', '{kind}, {age}, {salt}, {size}'),
  axes: {
    kind: [
      v('หัวน้ำปลาแท้', 'first-press fish sauce', { look: 'amber', times: 1.3 }),
      v('น้ำปลาปลากะตัก', 'anchovy fish sauce', { look: 'amber' }),
      v('น้ำปลาปลาสร้อย', 'river-carp fish sauce', { look: 'dark', times: 0.95 }),
      v('น้ำปลาพริกพร้อมใช้', 'ready-made chilli fish sauce', { look: 'chili', times: 1.1 }),
      v('น้ำบูดูต้มสมุนไพร', 'herb-simmered budu', { look: 'dark', times: 1.2 }),
    ],
    age: [
      v('หมัก 12 เดือน', 'aged 12 months'),
      v('หมัก 18 เดือน', 'aged 18 months', { times: 1.25 }),
      v('หมัก 24 เดือน', 'aged 24 months', {
        times: 1.6,
        say: t(
          'สองปีในโอ่งทำให้สีเข้มและกลิ่นนุ่ม ใช้น้อยกว่าเดิมครึ่งหนึ่ง',
          'Two years in the jar turn it dark and mellow; you’ll use half as much.',
        ),
      }),
    ],
    salt: [
      v('ไม่เติมน้ำตาล', 'no added sugar'),
      v('ลดเค็ม', 'less salt', { times: 1.1 }),
      v('เกลือทะเลแท้', 'pure sea salt'),
      v('ไม่แต่งสี', 'no colouring'),
    ],
    size: [
      v('300 มล.', '300 ml', { times: 0.6, heft: 0.5 }),
      v('700 มล.', '700 ml'),
      v('700 มล. แพ็ก 3', '700 ml, pack of 3', { times: 2.8, heft: 3 }),
      v('700 มล. แพ็ก 6', '700 ml, pack of 6', { times: 5.3, heft: 6 }),
    ],
  },
  intro: [
    t(
      '{kind} {age} {salt} ขนาด {size} จากโอ่งของเราที่{province}',
      '{kind} from our jars in {province}: {age}, {salt}, {size}.',
    ),
    t('{kind}ขวดนี้{age} {salt} บรรจุ {size}', 'This {kind} is {age}, {salt}, bottled in {size}.'),
  ],
  made: [
    t(
      'ปลาสามส่วนเกลือหนึ่งส่วน ปิดโอ่งตากแดดแล้วรอ ไม่มีทางลัด',
      'Three parts fish, one part salt, a lid, the sun and time. There’s no shortcut.',
    ),
    t(
      'กรองด้วยผ้าขาวสามชั้น ไม่ต้มซ้ำ ไม่เติมน้ำ',
      'Strained through three layers of cloth, never re-boiled or watered down.',
    ),
    t(
      'ปลาขึ้นจากเรือเข้าโอ่งในวันเดียวกัน กลิ่นจึงหอมไม่คาว',
      'Fish go from boat to jar the same day, so it smells savoury, not fishy.',
    ),
  ],
  use: [
    t(
      'หยดจานไข่เจียว ทำพริกน้ำปลา หรือปรุงต้มยำตอนปิดไฟ',
      'For omelettes, prik nam pla, or tom yam once the heat is off.',
    ),
    t('ทำน้ำจิ้มซีฟู้ดใช้แค่ครึ่งหนึ่งของที่เคยใช้ก็พอ', 'In a seafood dip half your usual amount is enough.'),
  ],
  care: [
    t(
      'ตกผลึกก้นขวดคือเกลือธรรมชาติ ไม่เสีย เก็บที่ร่มได้สองปี',
      'Crystals at the bottom are natural salt. It keeps two years out of the sun.',
    ),
    t('เปิดแล้วปิดฝาให้สนิท ไม่ต้องแช่เย็น', 'Close it well once open; no need to refrigerate.'),
  ],
  praise: [
    t('หอม ไม่คาว ทำพริกน้ำปลาอร่อยขึ้นเลย', 'Fragrant, not fishy; better prik nam pla at once.'),
    t('เค็มกลม ๆ ไม่แหลม', 'A round saltiness, not harsh.'),
    t('ห่อบับเบิลหนามาก ขวดไม่แตก', 'Thickly wrapped, bottle arrived whole.'),
  ],
  gripe: [t('อร่อยแต่ฝาหลวม ซึมนิดหน่อย', 'Good sauce, but the cap was loose and leaked a little.')],
}

export const salt: Family = {
  key: 'salt',
  leaf: 'salts',
  packing: 'pantry',
  share: 0.6,
  baht: 35,
  grams: 300,
  title: t('{kind} {grain} {pack} {weight}', '{kind}, {grain}, {pack}, {weight}'),
  axes: {
    kind: [
      v('ดอกเกลือ', 'fleur de sel', {
        look: 'white',
        times: 2.4,
        at: ['phetchaburi', 'samut-songkhram', 'chonburi'],
      }),
      v('เกลือทะเล', 'sea salt', {
        look: 'white',
        at: ['phetchaburi', 'samut-songkhram', 'chonburi'],
      }),
      v('เกลือรมควันไม้ลำไย', 'longan-smoked salt', { look: 'smoke', times: 2 }),
      v('เกลือภูเขาบ่อเกลือ', 'Bo Kluea mountain salt', { look: 'rose', times: 1.5, at: ['nan'] }),
      v('เกลือสมุนไพร', 'herb salt', { look: 'herb', times: 1.8 }),
      v('เกลือพริกจิ้มผลไม้', 'chilli dipping salt', { look: 'rose', times: 1.4 }),
    ],
    grain: [
      v('เม็ดละเอียด', 'fine'),
      v('เกล็ดหยาบ', 'coarse flakes', { times: 1.1 }),
      v('เม็ดกลาง', 'medium'),
    ],
    pack: [
      v('โหลแก้วฝาไม้', 'glass jar with wooden lid', { times: 1.8 }),
      v('ถุงซิปล็อก', 'zip bag'),
      v('กระปุกบด', 'grinder jar', { times: 2 }),
    ],
    weight: SMALL_WEIGHTS,
  },
  intro: [
    t(
      '{kind} {grain} บรรจุ{pack} {weight} จาก{province}',
      '{kind} from {province}, {grain}, in a {pack}, {weight}.',
    ),
    t(
      '{kind} {weight} ชนิด{grain} ใส่{pack}มาพร้อมใช้',
      '{kind}, {weight}, {grain}, ready to use in a {pack}.',
    ),
  ],
  made: [
    t(
      'เก็บตอนเช้าก่อนลมแรง ตักเฉพาะชั้นบนที่สะอาด',
      'Gathered before the wind rises, skimming only the clean top layer.',
    ),
    t(
      'ไม่ฟอก ไม่เติมสารกันชื้น จับตัวบ้างเป็นเรื่องปกติ',
      'Unbleached and with no anti-caking agent, so a little clumping is normal.',
    ),
    t('ตากแดดซ้ำสองวันให้แห้งสนิทก่อนบรรจุ', 'Sunned two days more until quite dry before packing.'),
  ],
  use: [
    t('โรยปลาเผา ไข่ต้ม หรือผลไม้เปรี้ยวก่อนกิน', 'Sprinkle over grilled fish, boiled eggs or sour fruit.'),
    t('ใช้ปรุงตอนท้ายจะได้รสชัดกว่าใส่ตอนต้น', 'Add it at the end, where you taste it most.'),
  ],
  care: [
    t('ปิดฝาให้แน่น ใส่ข้าวสารสักหยิบกันชื้นได้', 'Keep tightly closed; a pinch of rice keeps it dry.'),
    t('ไม่มีวันหมดอายุ แค่อย่าให้เปียก', 'It never expires. Just keep it dry.'),
  ],
  praise: [
    t('เค็มนุ่ม ๆ มีหวานปลาย', 'Soft saltiness with a sweet finish.'),
    t('ขวดสวย วางบนโต๊ะได้เลย', 'Pretty jar, straight onto the table.'),
    t('ใช้โรยสเต๊กแล้วติดใจ', 'Tried it on steak and now I’m hooked.'),
  ],
  gripe: [t('จับก้อนมานิดหน่อยช่วงหน้าฝน', 'A little clumpy in rainy season.')],
}

export const palmSugar: Family = {
  key: 'palm-sugar',
  leaf: 'palm-sugars',
  packing: 'pantry',
  share: 0.7,
  baht: 45,
  grams: 280,
  title: t('{kind} {form} {fire} {weight}', '{kind}, {form}, {fire}, {weight}'),
  axes: {
    kind: [
      v('น้ำตาลมะพร้าวแท้', 'pure coconut sugar', { look: 'caramel' }),
      v('น้ำตาลโตนดแท้', 'pure toddy palm sugar', { look: 'dark', times: 1.3, at: ['phetchaburi'] }),
      v('น้ำตาลมะพร้าวอินทรีย์', 'organic coconut sugar', { look: 'caramel', times: 1.35 }),
      v('น้ำตาลจาก', 'nipa palm sugar', { look: 'dark', times: 1.2, at: ['samut-songkhram'] }),
    ],
    form: [
      v('แบบก้อน', 'in rounds'),
      v('แบบปึก', 'in a block'),
      v('แบบผง', 'as powder', { times: 1.2 }),
      v('แบบเนื้อนิ่ม', 'soft-set'),
    ],
    fire: [
      v('เคี่ยวเตาฟืน', 'wood-fired'),
      v('ไม่ผสมแบะแซ', 'no glucose syrup', { times: 1.1 }),
      v('ตาลต้นฤดู', 'early season', { times: 1.15 }),
    ],
    weight: SMALL_WEIGHTS,
  },
  intro: [
    t(
      '{kind} {form} {fire} ขนาด {weight} ทำที่{province}ทุกเช้า',
      '{kind} {form}, {fire}, {weight}, made each morning in {province}.',
    ),
    t(
      '{kind} {weight} {form} {fire} กลิ่นตาลยังอยู่ครบ',
      '{kind}, {weight}, {form}, {fire}, with all the scent of the palm.',
    ),
  ],
  made: [
    t(
      'ขึ้นตาลตีห้า ใส่ไม้พะยอมกันบูดแทนสารเคมี เคี่ยวจนเหนียวแล้วตีให้ขึ้นเนื้อ',
      'Sap is collected at five, kept sweet with phayom bark instead of chemicals, then boiled and beaten.',
    ),
    t(
      'หนึ่งกระทะใช้น้ำตาลใสสามสิบลิตร ได้น้ำตาลไม่ถึงสี่กิโล',
      'Thirty litres of sap in the pan give less than four kilos of sugar.',
    ),
    t(
      'ไม่ใส่น้ำตาลทรายสักช้อน สีจึงต่างกันบ้างในแต่ละวัน',
      'Not a spoon of white sugar, so the colour shifts a little from day to day.',
    ),
  ],
  use: [
    t(
      'ทำแกงบวด ส้มตำ ผัดไทย หรือใส่กาแฟแทนน้ำเชื่อม',
      'For desserts in coconut milk, som tam, pad thai, or coffee instead of syrup.',
    ),
    t(
      'ละลายกับกะทิและเกลือหยิบมือเป็นน้ำราดขนมได้เลย',
      'Melt with coconut milk and a pinch of salt for an instant sauce.',
    ),
  ],
  care: [
    t(
      'ของแท้เยิ้มง่าย เก็บตู้เย็นได้หกเดือน',
      'The real thing softens in heat; it keeps six months in the fridge.',
    ),
    t(
      'ปิดถุงให้สนิทกันมด ถ้าเยิ้มแช่เย็นแล้วกลับมาแข็ง',
      'Seal it from ants; if it weeps, chilling firms it again.',
    ),
  ],
  praise: [
    t('หอมมาก ใส่แกงแล้วรู้เลยว่าของแท้', 'So fragrant; one curry and you know it’s real.'),
    t('หวานละมุน ไม่แหลมเหมือนในห้าง', 'Mellow sweetness, not sharp like the supermarket’s.'),
    t('ทำขนมถ้วยอร่อยขึ้นเยอะ', 'My khanom thuai improved a lot.'),
  ],
  gripe: [t('ละลายมานิดตอนขนส่ง แช่เย็นแล้วดีขึ้น', 'Melted a bit on the way; fine after chilling.')],
}

export const chilliPaste: Family = {
  key: 'chilli-paste',
  leaf: 'relishes',
  packing: 'bottle',
  share: 1.3,
  brands: ['mae-somporn', 'khua-kling-road'],
  baht: 79,
  grams: 260,
  title: t('{kind} {heat} {recipe} {size}', '{kind}, {heat}, {recipe}, {size}'),
  axes: {
    kind: [
      v('น้ำพริกนรกกุ้งแห้ง', 'dried-shrimp chilli relish', { look: 'red' }),
      v('น้ำพริกเผา', 'roasted chilli jam', { look: 'red', times: 0.95 }),
      v('น้ำพริกตาแดง', 'ta daeng chilli relish', { look: 'red' }),
      v('น้ำพริกปลาย่าง', 'grilled-fish relish', { look: 'brown', times: 1.1 }),
      v('น้ำพริกกากหมู', 'pork-crackling relish', { look: 'brown', times: 1.1 }),
      v('พริกแกงเขียวหวาน', 'green curry paste', {
        look: 'green',
        leaf: 'curry-pastes',
        times: 0.85,
      }),
      v('พริกแกงคั่วกลิ้ง', 'khua kling paste', { look: 'yellow', leaf: 'curry-pastes', times: 0.9 }),
      v('พริกแกงส้มใต้', 'southern sour-curry paste', {
        look: 'yellow',
        leaf: 'curry-pastes',
        times: 0.85,
      }),
    ],
    heat: [v('เผ็ดน้อย', 'mild'), v('เผ็ดกลาง', 'medium hot'), v('เผ็ดมาก', 'very hot')],
    recipe: [
      v('สูตรแม่', 'mother’s recipe'),
      v('ไม่ใส่ผงชูรส', 'no MSG'),
      v('สูตรโบราณตำครก', 'pounded the old way', {
        times: 1.15,
        say: t(
          'ตำในครกหินล้วน เนื้อจึงหยาบพอเคี้ยว ไม่เละแบบปั่น',
          'Pounded in stone only, so it keeps some bite instead of turning to mush.',
        ),
      }),
    ],
    size: [
      v('100 ก.', '100 g', { times: 0.7, heft: 0.6 }),
      v('200 ก.', '200 g'),
      v('200 ก. แพ็ก 3', '200 g, pack of 3', { times: 2.75, heft: 3 }),
      v('500 ก.', '500 g', { times: 2.2, heft: 2.3 }),
    ],
  },
  intro: [
    t(
      '{kind} ระดับ{heat} {recipe} ขนาด {size} จากครัวเราที่{province}',
      '{kind} from our kitchen in {province}: {heat}, {recipe}, {size}.',
    ),
    t(
      '{kind}กระปุกนี้{heat} {recipe} บรรจุ {size} ทำใหม่ทุกสัปดาห์',
      'A jar of {kind}: {heat}, {recipe}, {size}, made fresh every week.',
    ),
  ],
  made: [
    t(
      'คั่วพริก หอม กระเทียมทีละอย่างจนหอม แล้วค่อยตำรวมกัน',
      'Chilli, shallot and garlic are roasted one at a time, then pounded together.',
    ),
    t(
      'กะปิเคยแท้จากปากน้ำ ย่างใบตองก่อนลงครก',
      'Real krill paste, grilled in banana leaf before it meets the mortar.',
    ),
    t(
      'ผัดไฟอ่อนจนน้ำมันลอย เก็บได้นานโดยไม่ต้องพึ่งสารกันบูด',
      'Fried slowly until the oil rises, which keeps it without preservatives.',
    ),
  ],
  use: [
    t('คลุกข้าวร้อน ๆ กับไข่ต้มก็อิ่มหนึ่งมื้อ', 'Hot rice, a boiled egg and a spoon of this make a meal.'),
    t(
      'กินกับผักสด ปลาทูทอด หรือใช้ผัดข้าวได้',
      'Serve with raw vegetables and fried mackerel, or fry rice with it.',
    ),
  ],
  care: [
    t(
      'เปิดแล้วเก็บตู้เย็น ใช้ช้อนแห้งตัก อยู่ได้หนึ่งเดือน',
      'Refrigerate once open and use a dry spoon; it lasts a month.',
    ),
    t('ยังไม่เปิดเก็บในตู้กับข้าวได้สามเดือน', 'Unopened it keeps three months in the cupboard.'),
  ],
  praise: [
    t('รสจัดถึงใจ เหมือนแม่ตำเอง', 'Bold and right, like mum’s.'),
    t('ไม่เค็มโดด คลุกข้าวหมดไปสองจาน', 'Not too salty; two plates of rice gone.'),
    t('ฝาปิดแน่น ไม่หกไม่ซึม', 'Lid tight, nothing leaked.'),
  ],
  gripe: [t('เผ็ดกว่าที่บอกไว้นิดหนึ่ง', 'A bit hotter than it says.')],
}

export const seafood: Family = {
  key: 'seafood',
  leaf: 'dried-shrimp',
  packing: 'pantry',
  share: 1,
  baht: 139,
  grams: 140,
  title: t('{kind} {grade} {dried} {weight}', '{kind}, {grade}, {dried}, {weight}'),
  axes: {
    kind: [
      v('กุ้งแห้ง', 'dried shrimp', { look: 'shrimp' }),
      v('กุ้งฝอยแห้ง', 'tiny dried shrimp', { look: 'shrimp', times: 0.7 }),
      v('ปลาหมึกแห้ง', 'dried squid', { look: 'squid', leaf: 'dried-squid', times: 1.3 }),
      v('ปลาหมึกไข่แห้ง', 'dried squid with roe', { look: 'squid', leaf: 'dried-squid', times: 1.5 }),
      v('ปลาข้าวสารแห้ง', 'dried whitebait', { look: 'fish', leaf: 'dried-fish', times: 0.8 }),
      v('ปลาจิงจั๊งอบ', 'baked anchovies', { look: 'fish', leaf: 'dried-fish', times: 0.85 }),
    ],
    grade: [
      v('ตัวใหญ่', 'large', { times: 1.3 }),
      v('ตัวกลาง', 'medium'),
      v('คัดพิเศษ', 'specially sorted', { times: 1.5 }),
    ],
    dried: [
      v('ตากแดดแท้', 'sun-dried'),
      v('จืดไม่ใส่สี', 'unsalted, no colour', {
        times: 1.12,
        say: t(
          'แบบจืดต้มน้ำเปล่า สีซีดกว่าท้องตลาดเพราะไม่แต่งอะไรเลย',
          'The unsalted kind is boiled in plain water and paler than usual, because nothing is added.',
        ),
      }),
      v('อบเตาถ่าน', 'charcoal-dried', { times: 1.1 }),
    ],
    weight: [
      v('100 ก.', '100 g'),
      v('250 ก.', '250 g', { times: 2.35, heft: 2.4 }),
      v('500 ก.', '500 g', { times: 4.5, heft: 4.6 }),
      v('1 กก.', '1 kg', { times: 8.6, heft: 9 }),
    ],
  },
  intro: [
    t(
      '{kind} {grade} {dried} แพ็ก {weight} รับจากเรือที่{province}',
      '{kind}, {grade}, {dried}, {weight} a pack, bought off the boats in {province}.',
    ),
    t(
      '{kind}ของร้าน {grade} {dried} ถุงละ {weight}',
      'Our {kind}: {grade}, {dried}, {weight} a bag.',
    ),
  ],
  made: [
    t(
      'ขึ้นจากเรือแล้วล้างน้ำทะเล ตากตะแกรงยกพื้นสองแดด',
      'Rinsed in sea water off the boat, then two days of sun on raised racks.',
    ),
    t('ตากในมุ้ง ไม่มีแมลงวัน ไม่พ่นอะไรทั้งนั้น', 'Dried under netting: no flies, and nothing sprayed.'),
    t('คัดเปลือกคัดหัวด้วยมือทุกถุง', 'Shells and heads are picked out by hand from every bag.'),
  ],
  use: [
    t('ใส่ส้มตำ ยำ ต้มจืด หรือตำน้ำพริก', 'For som tam, yam, clear soup or pounding into a relish.'),
    t(
      'ปิ้งไฟอ่อนแล้วทุบ กินกับน้ำจิ้มหวานเป็นกับแกล้มได้',
      'Grill lightly, pound and dip in sweet chilli sauce.',
    ),
  ],
  care: [
    t('เก็บช่องฟรีซได้ครึ่งปี ตู้เย็นธรรมดาสองเดือน', 'Half a year in the freezer, two months in the fridge.'),
    t(
      'อย่าเก็บนอกตู้เย็น เพราะไม่ใส่สารกันบูด',
      'Don’t keep it out of the fridge; there are no preservatives.',
    ),
  ],
  praise: [
    t('ตัวสวย ไม่เค็มจัด หอมแดด', 'Good size, not too salty, smells of sun.'),
    t('สะอาดมาก ล้างน้ำแล้วไม่ขุ่น', 'Very clean, the rinse water stayed clear.'),
    t('ใส่ส้มตำแล้วอร่อยขึ้นทันที', 'Som tam got better at once.'),
  ],
  gripe: [t('มีตัวเล็กปนมาบ้าง', 'A few small ones mixed in.')],
}
