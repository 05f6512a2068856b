import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

export const bowl: Family = {
  key: 'bowl',
  leaf: 'bowls',
  packing: 'fragile',
  share: 1.4,
  brands: ['wang-clay'],
  baht: 79,
  grams: 420,
  title: t('ชาม{pattern} {size} {glaze} {set}', '{pattern} bowl, {size}, {glaze}, {set}'),
  axes: {
    pattern: [
      v('ตราไก่แดงหางดำ', 'red rooster', { look: 'red', at: ['lampang'] }),
      v('ตราไก่ทอง', 'golden rooster', { look: 'gold', at: ['lampang'], times: 1.1 }),
      v('ตราไก่คราม', 'indigo rooster', { look: 'indigo', at: ['lampang'], times: 1.1 }),
      v('ตราไก่เขียวตอง', 'leaf-green rooster', { look: 'leaf', at: ['lampang', 'ratchaburi'] }),
      v('ก๋วยเตี๋ยวลายไก่คู่', 'paired-rooster noodle', { look: 'red' }),
      v('ลายไก่สีสนิม', 'rust rooster', { look: 'gold', at: ['nakhon-ratchasima', 'ratchaburi'] }),
    ],
    size: [
      v('5 นิ้ว', '5 inch', { times: 0.75 }),
      v('6 นิ้ว', '6 inch'),
      v('7 นิ้ว', '7 inch', { times: 1.25 }),
      v('8 นิ้ว', '8 inch', { times: 1.55 }),
    ],
    glaze: [
      v('เขียนมือใต้เคลือบ', 'hand-painted underglaze', {
        times: 1.2,
        say: t(
          'ลายอยู่ใต้เคลือบ ล้างเครื่องได้ สีไม่ลอก',
          'The painting lies under the glaze, so it’s safe in a dishwasher and won’t wear off.',
        ),
      }),
      v('เคลือบเงาใส', 'clear gloss glaze'),
      v('เคลือบขาวนวล', 'soft white glaze'),
    ],
    set: [
      v('1 ใบ', 'single'),
      v('ชุด 2 ใบ', 'set of 2', { times: 1.9, heft: 2 }),
      v('ชุด 4 ใบ', 'set of 4', { times: 3.7, heft: 4 }),
      v('ชุด 6 ใบ', 'set of 6', { times: 5.3, heft: 6 }),
    ],
  },
  intro: [
    t(
      'ชาม{pattern}ขนาด {size} {glaze} ขายเป็น {set} ส่งจาก{province}',
      '{pattern} bowl, {size} across, {glaze}, {set}, sent from {province}.',
    ),
    t(
      'ชาม{pattern} {size} {glaze} แบบ {set} ใบต่อใบลายไม่เหมือนกันเป๊ะ',
      'The {pattern} bowl in {size}, {glaze}, {set}. No two are painted quite alike.',
    ),
  ],
  made: [
    t(
      'ขึ้นรูปบนแป้นหมุน ตากร่มสองวัน เผาที่ 1,250 องศา ดินแน่นไม่ดูดกลิ่น',
      'Thrown on the wheel, dried two days in shade and fired at 1,250 °C until it holds no smell.',
    ),
    t(
      'ตัวไก่ใช้พู่กันสี่ครั้ง หงอน ตัว หาง และขา คนเขียนมือไวที่สุดในร้านทำวันละสองร้อยใบ',
      'Each rooster is four brush marks: comb, body, tail, legs. Our quickest painter does two hundred a day.',
    ),
  ],
  use: [
    t(
      'ใส่ก๋วยเตี๋ยว ข้าวต้ม หรือสลัดก็พอดีมือ เข้าไมโครเวฟได้',
      'Right for noodles, rice soup or salad, and safe in the microwave.',
    ),
    t('ซ้อนกันได้สิบใบไม่กินที่ตู้', 'They stack ten high and take little room.'),
  ],
  care: [
    t(
      'ล้างด้วยฟองน้ำธรรมดา อย่าเทน้ำเดือดตอนชามเพิ่งออกจากตู้เย็น',
      'Wash with an ordinary sponge; don’t pour boiling water in straight from the fridge.',
    ),
    t('บิ่นเล็กน้อยขัดด้วยกระดาษทรายละเอียดใช้ต่อได้', 'A small chip can be smoothed with fine sandpaper.'),
  ],
  praise: [
    t('สวยกว่าในรูป ไก่น่ารักมาก', 'Prettier than the picture, a charming rooster.'),
    t('เนื้อหนากำลังดี ใส่น้ำซุปร้อนถือได้', 'Good thickness; I can hold it with hot soup.'),
    t('ห่อกันกระแทกสามชั้น ไม่มีใบไหนบิ่น', 'Three layers of wrap, not one chip.'),
  ],
  gripe: [t('ใบหนึ่งสีอ่อนกว่าใบอื่นนิดหน่อย', 'One was a shade paler than the rest.')],
}

export const plate: Family = {
  key: 'plate',
  leaf: 'plates',
  packing: 'fragile',
  share: 1.1,
  brands: ['wang-clay', 'din-mun'],
  baht: 95,
  grams: 520,
  title: t('จาน{pattern} {shape} {size} {set}', '{pattern} plate, {shape}, {size}, {set}'),
  axes: {
    pattern: [
      v('ขอบคราม', 'indigo-rim', { look: 'indigo' }),
      v('ขอบเขียวไข่กา', 'celadon-rim', { look: 'celadon', times: 1.3 }),
      v('ลายดอกโบตั๋น', 'peony', { look: 'rose', times: 1.1 }),
      v('ขอบสนิมเหล็ก', 'rust-rim', { look: 'clay' }),
      v('ขอบเส้นคู่น้ำเงิน', 'double blue-line', { look: 'indigo', times: 0.9 }),
      v('เคลือบขี้เถ้าไม้', 'wood-ash glazed', { look: 'celadon', times: 1.2 }),
    ],
    shape: [
      v('ทรงตื้น', 'flat'),
      v('ทรงลึก', 'deep', { times: 1.08 }),
      v('ขอบหยัก', 'scalloped', { times: 1.15 }),
    ],
    size: [
      v('6 นิ้ว', '6 inch', { times: 0.7 }),
      v('7 นิ้ว', '7 inch', { times: 0.85 }),
      v('8 นิ้ว', '8 inch'),
      v('10 นิ้ว', '10 inch', { times: 1.45 }),
    ],
    set: [
      v('1 ใบ', 'single'),
      v('ชุด 2 ใบ', 'set of 2', { times: 1.9, heft: 2 }),
      v('ชุด 4 ใบ', 'set of 4', { times: 3.7, heft: 4 }),
    ],
  },
  intro: [
    t(
      'จาน{pattern} {shape} {size} {set} ปั้นและเผาในไทย ส่งจาก{province}',
      '{pattern} plate, {shape}, {size}, {set}, made in Thailand and sent from {province}.',
    ),
    t(
      'จาน{shape}{pattern} {size} แบบ {set} หยิบใช้ได้ทุกวัน',
      'A {shape} {pattern} plate in {size}, {set}, for every day.',
    ),
  ],
  made: [
    t(
      'รีดดินด้วยแป้น แต่งขอบมือทีละใบ ขอบจึงเรียบปากไม่บาด',
      'Jiggered, then trimmed by hand so the rim is kind to the lip.',
    ),
    t(
      'สีทาขอบใช้แปรงขนกระต่ายบนแป้นหมุน เส้นจึงหนาบางเป็นธรรมชาติ',
      'The rim is brushed on a turning wheel, so the line breathes a little.',
    ),
  ],
  use: [
    t(
      'ใส่ข้าวราดแกงได้พอดีอิ่ม ขอบกว้างยกแล้วไม่ร้อนมือ',
      'Just right for curry on rice; the wide rim stays cool to carry.',
    ),
    t('จัดโต๊ะคู่กับชามสีขาวแล้วดูสบายตา', 'Easy on the eye beside plain white bowls.'),
  ],
  care: [
    t('เข้าไมโครเวฟและเครื่องล้างจานได้', 'Safe in the microwave and dishwasher.'),
    t('คราบชาขัดด้วยเบกกิ้งโซดา ไม่ต้องใช้ฝอยเหล็ก', 'Lift tea stains with baking soda, not steel wool.'),
  ],
  praise: [
    t('ขอบสวยมาก วางอาหารแล้วดูน่ากิน', 'Lovely rim; food looks good on it.'),
    t('หนักมือดี ไม่เบาเหมือนเมลามีน', 'A nice weight, nothing like melamine.'),
    t('ครบทุกใบ ไม่แตก', 'All arrived whole.'),
  ],
  gripe: [t('ขนาดเล็กกว่าที่นึกไว้', 'Smaller than I pictured.')],
}

export const mug: Family = {
  key: 'mug',
  leaf: 'mugs',
  packing: 'fragile',
  share: 1.2,
  brands: ['wang-clay', 'din-mun'],
  baht: 129,
  grams: 380,
  title: t('แก้วมัค{glaze} {shape} {size} {extra}', '{glaze} mug, {shape}, {size}, {extra}'),
  axes: {
    glaze: [
      v('เคลือบคราม', 'indigo-glazed', { look: 'indigo' }),
      v('เคลือบเขียวใบตอง', 'leaf-glazed', { look: 'leaf' }),
      v('เคลือบน้ำผึ้ง', 'honey-glazed', { look: 'amber' }),
      v('เคลือบขาวนม', 'milk-white', { look: 'cream' }),
      v('เคลือบครามหยด', 'dripped-indigo', { look: 'indigo', times: 1.15 }),
      v('เคลือบน้ำผึ้งไหล', 'running honey', { look: 'amber', times: 1.1 }),
    ],
    shape: [v('ทรงตรง', 'straight'), v('ทรงป่อง', 'rounded', { times: 1.05 }), v('ทรงเตี้ย', 'low')],
    size: [
      v('180 มล.', '180 ml', { times: 0.85 }),
      v('250 มล.', '250 ml'),
      v('350 มล.', '350 ml', { times: 1.15 }),
      v('450 มล.', '450 ml', { times: 1.3 }),
    ],
    extra: [
      v('ใบเดียว', 'single'),
      v('พร้อมฝาไม้', 'with wooden lid', { times: 1.35 }),
      v('คู่ 2 ใบ', 'pair', { times: 1.85, heft: 2 }),
    ],
  },
  intro: [
    t(
      'แก้วมัค{glaze} {shape} จุ {size} {extra} ปั้นที่{province}',
      '{glaze} mug, {shape}, {size}, {extra}, thrown in {province}.',
    ),
    t(
      'แก้ว{shape}{glaze} ขนาด {size} {extra} จับแล้วเต็มมือ',
      'A {shape} {glaze} mug, {size}, {extra}, full in the hand.',
    ),
  ],
  made: [
    t(
      'หูจับติดด้วยดินเหลวแล้วดึงต่อจากตัวแก้ว ไม่หลุดง่าย',
      'The handle is slipped on and pulled from the body, so it won’t come away.',
    ),
    t(
      'สีเคลือบไหลไม่เท่ากันทุกใบ นั่นแหละที่ทำให้รู้ว่าใบไหนของเรา',
      'The glaze runs differently each time, which is how you’ll know your own.',
    ),
  ],
  use: [
    t('ใส่กาแฟดริป ชานม หรือซุปถ้วยเล็กก็ได้', 'For filter coffee, milk tea or a small soup.'),
    t('วางบนโต๊ะทำงานแล้วอุ่นนานกว่าแก้วบาง', 'Stays warm on a desk longer than thin china.'),
  ],
  care: [
    t('เข้าไมโครเวฟได้ ถ้ามีฝาไม้ให้ถอดออกก่อน', 'Microwave safe; take any wooden lid off first.'),
    t(
      'ล้างแล้วคว่ำผึ่ง ก้นแก้วไม่ได้เคลือบจะแห้งช้ากว่านิดหนึ่ง',
      'Dry it upside down: the bare foot takes a little longer.',
    ),
  ],
  praise: [
    t('สีสวยมาก จับถนัดมือ', 'Beautiful colour, comfortable handle.'),
    t('ใช้ทุกเช้าเลย กาแฟร้อนนาน', 'Use it every morning; stays hot.'),
    t('ซื้อให้แฟน แฟนแย่งไปสองใบ', 'Bought one for my partner, who took both.'),
  ],
  gripe: [t('ก้นแก้วสากนิดหน่อย ต้องรองผ้า', 'The foot is slightly rough, I use a coaster.')],
}

export const tiffin: Family = {
  key: 'tiffin',
  leaf: 'tiffins',
  packing: 'fragile',
  share: 0.8,
  brands: ['krathai-khu'],
  baht: 390,
  grams: 900,
  title: t(
    'ปิ่นโตเคลือบ{pattern} {colour} {tiers} {size}',
    'Enamel tiffin, {pattern}, {colour}, {tiers}, {size}',
  ),
  axes: {
    pattern: [
      v('ลายดอกไม้', 'flower pattern'),
      v('สีพื้นสลับขาว', 'plain and white', { times: 0.92 }),
      v('ลายกุหลาบ', 'rose pattern', { times: 1.06 }),
    ],
    colour: [
      v('สีเขียวน้ำทะเล', 'sea green', { look: 'teal' }),
      v('สีแดงพริก', 'chilli red', { look: 'red' }),
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีเหลืองดาวเรือง', 'marigold', { look: 'marigold' }),
    ],
    tiers: [
      v('2 ชั้น', '2 tiers', { times: 0.75, heft: 0.7 }),
      v('3 ชั้น', '3 tiers'),
      v('4 ชั้น', '4 tiers', { times: 1.3, heft: 1.3 }),
    ],
    size: [
      v('12 ซม.', '12 cm', { times: 0.85 }),
      v('14 ซม.', '14 cm'),
      v('16 ซม.', '16 cm', { times: 1.2 }),
      v('18 ซม.', '18 cm', { times: 1.45 }),
    ],
  },
  intro: [
    t(
      'ปิ่นโตเคลือบ{colour} {pattern} {tiers} กว้าง {size} ส่งจาก{province}',
      '{colour} enamel tiffin, {pattern}, {tiers}, {size} wide, sent from {province}.',
    ),
    t(
      'ปิ่นโต {tiers} {size} {colour} {pattern} แบบที่ย่าเคยหิ้วไปวัด',
      'A tiffin of {tiers}, {size}, {colour}, {pattern}, like the one grandmother carried to the temple.',
    ),
  ],
  made: [
    t(
      'เหล็กเคลือบสองชั้น อบ 820 องศา ขอบพับมนไม่บาดมือ',
      'Steel enamelled twice and fired at 820 °C, with folded edges.',
    ),
    t(
      'ขาล็อกสเตนเลส ปิดแล้วหิ้วแกว่งได้ไม่หก',
      'The stainless frame locks, so it can swing without spilling.',
    ),
  ],
  use: [
    t(
      'แยกข้าว กับ และผลไม้ ไม่ปนกัน พกไปทำงานได้ทั้งมื้อ',
      'Rice, curry and fruit each to a tier: a whole lunch to take along.',
    ),
    t('แต่ละชั้นตั้งไฟอ่อนอุ่นกับข้าวได้', 'Each tier can sit on a low flame to reheat.'),
  ],
  care: [
    t(
      'ใช้ฟองน้ำนุ่ม ห้ามฝอยเหล็ก ห้ามเข้าไมโครเวฟ',
      'Soft sponge only, no steel wool, never in the microwave.',
    ),
    t('ล้างแล้วเช็ดขอบให้แห้งกันสนิม', 'Dry the edges after washing so they don’t rust.'),
  ],
  praise: [
    t('สีสดสวย ฝาแน่น หิ้วไปทำงานทุกวัน', 'Bright colour, tight lid, I carry it to work every day.'),
    t('เหมือนของยายเลย คิดถึง', 'Just like grandma’s.'),
    t('แกงไม่หกจริง ๆ ลองแล้ว', 'Curry really doesn’t spill, I tested.'),
  ],
  gripe: [t('เคลือบมีจุดเล็ก ๆ ที่ก้น', 'A tiny fleck in the enamel underneath.')],
}

export const kettle: Family = {
  key: 'kettle',
  leaf: 'kettles',
  packing: 'fragile',
  share: 0.7,
  brands: ['krathai-khu'],
  baht: 329,
  grams: 850,
  title: t(
    'กาน้ำเคลือบ{pattern} {colour} {size} {handle}',
    'Enamel kettle, {pattern}, {colour}, {size}, {handle}',
  ),
  axes: {
    pattern: [
      v('ลายดอก', 'flowered'),
      v('ลายดอกเขียนมือ', 'hand-painted flower', { times: 1.2 }),
      v('ลายดอกใหญ่', 'large flower', { times: 1.08 }),
    ],
    colour: [
      v('สีเหลือง', 'yellow', { look: 'marigold' }),
      v('สีเขียวตอง', 'leaf green', { look: 'leaf' }),
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีแดง', 'red', { look: 'red' }),
    ],
    size: [
      v('1 ลิตร', '1 litre', { times: 0.75, heft: 0.7 }),
      v('1.5 ลิตร', '1.5 litres', { times: 0.88, heft: 0.85 }),
      v('2 ลิตร', '2 litres'),
      v('3 ลิตร', '3 litres', { times: 1.3, heft: 1.4 }),
    ],
    handle: [
      v('หูดัด', 'bent handle'),
      v('หูหุ้มหวาย', 'rattan-wrapped handle', { times: 1.15 }),
      v('หูพับได้', 'folding handle', { times: 1.05 }),
    ],
  },
  intro: [
    t(
      'กาน้ำเคลือบ{colour} {pattern} จุ {size} {handle} ส่งจาก{province}',
      '{colour} enamel kettle, {pattern}, {size}, {handle}, sent from {province}.',
    ),
    t(
      'กา{colour}{pattern} ขนาด {size} แบบ{handle} ตั้งเตาได้ทุกชนิด',
      'A {colour} kettle, {pattern}, {size}, {handle}, for any stove.',
    ),
  ],
  made: [
    t(
      'พวยกาเชื่อมรอบแล้วเคลือบทับ น้ำไม่ซึมตามรอย',
      'The spout is welded all round and enamelled over, so nothing seeps.',
    ),
    t('เคลือบด้านในสีขาวล้วน มองเห็นตะกรันง่าย', 'Plain white inside, so you can see any scale.'),
  ],
  use: [
    t(
      'ต้มน้ำ ชงชาทั้งวง หรือวางโชว์บนชั้นก็สวย',
      'Boils water, makes tea for a crowd, looks good on a shelf.',
    ),
    t('ตั้งเตาแม่เหล็กไฟฟ้าได้ น้ำเดือดในห้านาที', 'Works on induction; boiling in five minutes.'),
  ],
  care: [
    t(
      'เทน้ำทิ้งทุกครั้งหลังใช้ ต้มน้ำส้มสายชูเดือนละครั้งล้างตะกรัน',
      'Empty it after use and boil vinegar monthly against scale.',
    ),
    t('อย่าตั้งไฟตอนกาแห้ง เคลือบจะร้าว', 'Don’t heat it dry or the enamel crazes.'),
  ],
  praise: [
    t('สีน่ารักมาก ครัวสดใสขึ้นเลย', 'Such a cheerful colour, brightened the kitchen.'),
    t('น้ำเดือดไว พวยเทไม่หยด', 'Boils quickly, pours without dripping.'),
    t('งานเคลือบเนียน คุ้มราคา', 'Smooth enamel, worth it.'),
  ],
  gripe: [t('หูร้อน ต้องใช้ผ้าจับ', 'Handle gets hot, use a cloth.')],
}
