import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

export const lamp: Family = {
  key: 'lamp',
  leaf: 'pendant-lamps',
  packing: 'bulky',
  share: 0.9,
  baht: 590,
  grams: 800,
  title: t('โคมไฟ{weave} {colour} {hang} {size}', '{weave} lamp, {colour}, {hang}, {size}'),
  axes: {
    weave: [
      v('สานไม้ไผ่', 'woven bamboo'),
      v('สานกระจูด', 'woven krajood', { times: 1.15 }),
      v('สานหวาย', 'woven rattan', { times: 1.3 }),
      v('สานย่านลิเภาผสม', 'lipao-trimmed', { times: 1.8 }),
    ],
    colour: [
      v('สีธรรมชาติ', 'natural', { look: 'natural' }),
      v('สีกาแฟ', 'coffee', { look: 'dark', times: 1.05 }),
      v('สีขาวหม่น', 'off-white', { look: 'white', times: 1.05 }),
    ],
    hang: [
      v('แขวนเพดาน', 'ceiling hung'),
      v('แขวนพร้อมสายไฟ 1.5 ม.', 'with 1.5 m cord', { times: 1.2 }),
      v('เฉพาะโป๊ะ', 'shade only', { times: 0.8 }),
    ],
    size: [
      v('25 ซม.', '25 cm', { times: 0.8 }),
      v('30 ซม.', '30 cm'),
      v('40 ซม.', '40 cm', { times: 1.4, heft: 1.4 }),
      v('50 ซม.', '50 cm', { times: 1.8, heft: 1.8 }),
    ],
  },
  intro: [
    t(
      'โคมไฟ{weave} {colour} {hang} กว้าง {size} ทำที่{province}',
      '{weave} lamp from {province}: {colour}, {hang}, {size} wide.',
    ),
    t(
      'โคม{weave} {size} {colour} แบบ{hang} แสงลอดลายออกมาอุ่นตา',
      'A {weave} lamp, {size}, {colour}, {hang}; the light comes warm through the weave.',
    ),
  ],
  made: [
    t(
      'โครงลวดพ่นกันสนิม สานทับแล้วเก็บปลายด้านใน ไม่เกี่ยวผ้า',
      'Rust-proofed wire frame, woven over with every end tucked inside.',
    ),
    t(
      'สานหนึ่งโคมใช้เวลาสองวัน ช่างเก็บลายให้บรรจบพอดี',
      'Two days a shade, with the pattern brought round to meet itself.',
    ),
  ],
  use: [
    t('ขั้ว E27 ใช้หลอด LED ไม่เกิน 12 วัตต์', 'E27 fitting, LED up to 12 W.'),
    t('แขวนเหนือโต๊ะกินข้าวสูง 70 ซม. แสงกำลังพอดี', 'Hang it seventy centimetres over a dining table.'),
  ],
  care: [
    t('ปัดฝุ่นด้วยแปรงนุ่ม อย่าใช้ผ้าเปียก', 'Dust with a soft brush, never a wet cloth.'),
    t('ไม่เหมาะกับห้องน้ำหรือที่โดนฝน', 'Not for bathrooms or anywhere it rains in.'),
  ],
  praise: [
    t('เปิดไฟแล้วเงาบนผนังสวยมาก', 'Gorgeous shadows on the wall.'),
    t('งานสานแน่น ไม่มีเสี้ยน', 'Tight weave, no splinters.'),
    t('บ้านดูอบอุ่นขึ้นทันที', 'The room felt warmer at once.'),
  ],
  gripe: [t('สายไฟสั้นไปหน่อยสำหรับเพดานสูง', 'Cord is short for a high ceiling.')],
}

export const cushion: Family = {
  key: 'cushion',
  leaf: 'triangle-cushions',
  packing: 'bulky',
  share: 0.8,
  baht: 350,
  grams: 2600,
  title: t('หมอน{kind} {colour} {fill} {size}', '{kind}, {colour}, {fill}, {size}'),
  axes: {
    kind: [
      v('สามเหลี่ยมลายขิด', 'khit triangle cushion'),
      v('อิงสามเหลี่ยม', 'triangle back cushion', { times: 0.9 }),
      v('สามเหลี่ยมพับ 1 ตอน', 'triangle cushion with one fold-out mat', {
        leaf: 'floor-cushions',
        times: 1.6,
        heft: 1.6,
      }),
      v('สามเหลี่ยมพับ 3 ตอน', 'triangle cushion with three fold-out mats', {
        leaf: 'floor-cushions',
        times: 2.6,
        heft: 2.8,
      }),
    ],
    colour: [
      v('สีแดงทอง', 'red and gold', { look: 'red' }),
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีเขียวใบตอง', 'leaf green', { look: 'leaf' }),
      v('สีบานเย็น', 'magenta', { look: 'rose' }),
    ],
    fill: [
      v('นุ่นแท้', 'real kapok', { times: 1.15 }),
      v('ใยสังเคราะห์', 'polyester fill', { times: 0.85 }),
      v('นุ่นผสมใย', 'kapok blend'),
    ],
    size: [
      v('จิ๋ว 25 ซม.', 'mini 25 cm', { times: 0.6, heft: 0.3 }),
      v('กลาง 38 ซม.', 'medium 38 cm'),
      v('ใหญ่ 48 ซม.', 'large 48 cm', { times: 1.35, heft: 1.5 }),
    ],
  },
  intro: [
    t(
      'หมอน{kind} {colour} ยัด{fill} ขนาด{size} จากหมู่บ้านหมอนใน{province}',
      '{kind}, {colour}, {fill}, {size}, from the cushion village in {province}.',
    ),
    t(
      'หมอน{kind} {size} {colour} ไส้{fill} แน่นเต็มมุม',
      '{kind} in {size}, {colour}, {fill}, firm to the corners.',
    ),
  ],
  made: [
    t(
      'เย็บเป็นช่องเล็กสิบช่องก่อนยัดทีละช่อง จึงไม่ล้มทรง',
      'Sewn into ten small cells and stuffed one by one, so it keeps its shape.',
    ),
    t(
      'ผ้าลายขิดทอในหมู่บ้าน เย็บตะเข็บคู่ทุกขอบ',
      'The khit cloth is woven in the village and every edge double-stitched.',
    ),
  ],
  use: [
    t(
      'พิงดูทีวี อ่านหนังสือ หรือหนุนขาหลังเลิกงาน',
      'Lean on it for television or a book, or put your feet up.',
    ),
    t('วางมุมห้องกับเสื่อหนึ่งผืนก็เป็นที่นั่งรับแขกได้', 'With a mat in the corner it’s a seat for guests.'),
  ],
  care: [
    t(
      'ตากแดดเดือนละครั้ง นุ่นจะฟูขึ้น ห้ามซักทั้งใบ',
      'Sun it monthly to fluff the filling; don’t wash it whole.',
    ),
    t('เปื้อนเฉพาะจุดใช้ผ้าหมาดเช็ด', 'Wipe marks with a damp cloth.'),
  ],
  praise: [
    t('แน่นมาก พิงแล้วหลังไม่ปวด', 'Very firm, my back stopped aching.'),
    t('สีสดสวย ลายขิดชัด', 'Vivid colours, clear pattern.'),
    t('ใหญ่คุ้ม ส่งไวด้วย', 'Generous size and quick to arrive.'),
  ],
  gripe: [t('กลิ่นผ้าใหม่แรง ตากวันเดียวหาย', 'Strong new-cloth smell, gone after a day’s airing.')],
}

export const broom: Family = {
  key: 'broom',
  leaf: 'brooms',
  packing: 'plain',
  share: 0.6,
  baht: 85,
  grams: 480,
  title: t('ไม้กวาด{kind} {handle} {bind} {pack}', '{kind} broom, {handle}, {bind}, {pack}'),
  axes: {
    kind: [
      v('ดอกหญ้า', 'grass-flower'),
      v('ดอกหญ้าก้านแข็ง', 'stiff grass', { times: 1.1 }),
      v('ดอกหญ้าหน้ากว้าง', 'wide grass-flower', { times: 1.25 }),
      v('ดอกหญ้าจิ๋ว', 'mini grass-flower', { times: 0.6, heft: 0.4 }),
    ],
    handle: [
      v('ด้ามไม้ไผ่', 'bamboo handle'),
      v('ด้ามไม้เนื้อแข็ง', 'hardwood handle', { times: 1.2 }),
      v('ด้ามหวายถัก', 'rattan handle', { times: 1.3 }),
    ],
    bind: [
      v('มัดเชือกแดง', 'red binding', { look: 'red' }),
      v('มัดเชือกคราม', 'indigo binding', { look: 'indigo' }),
      v('มัดเชือกเขียว', 'green binding', { look: 'leaf' }),
    ],
    pack: [
      v('1 ด้าม', 'single'),
      v('แพ็ก 2 ด้าม', 'pack of 2', { times: 1.9, heft: 2 }),
      v('แพ็ก 3 ด้าม', 'pack of 3', { times: 2.75, heft: 3 }),
      v('แพ็ก 5 ด้าม', 'pack of 5', { times: 4.4, heft: 5 }),
    ],
  },
  intro: [
    t(
      'ไม้กวาด{kind} {handle} {bind} {pack} ทำที่{province}',
      '{kind} broom from {province}, {handle}, {bind}, {pack}.',
    ),
    t(
      'ไม้กวาด{kind}แบบ{handle} {bind}แน่นสามเปลาะ ขาย {pack}',
      '{kind} broom with {handle} and triple {bind}, {pack}.',
    ),
  ],
  made: [
    t(
      'เก็บดอกหญ้าหน้าหนาว ตากแห้ง ฟาดเมล็ดออกก่อนมัด',
      'The grass is cut in the cool season, dried, and beaten of its seed before tying.',
    ),
    t('มัดแล้วจุ่มกาวที่โคน ดอกจึงไม่ร่วงตอนกวาด', 'Bound, then sealed at the base, so it doesn’t shed.'),
  ],
  use: [
    t('กวาดพื้นกระเบื้องและไม้ได้เงียบ ฝุ่นไม่ฟุ้ง', 'Quiet on tile and wood, and keeps dust down.'),
    t('ปลายอ่อนเข้าซอกตู้ได้ดี', 'The soft tip gets into corners.'),
  ],
  care: [
    t('แขวนหัวลง อย่าตั้งปลายกับพื้นนาน ๆ ปลายจะงอ', 'Hang it up; standing on its tip bends the grass.'),
    t('ใช้กับพื้นแห้งเท่านั้น เปียกแล้วผึ่งให้แห้ง', 'For dry floors; air it if it gets wet.'),
  ],
  praise: [
    t('กวาดดีมาก ดอกไม่ร่วง', 'Sweeps well, doesn’t shed.'),
    t('มัดแน่น ใช้มาครึ่งปียังดี', 'Tightly bound, half a year and still good.'),
    t('เบามือ แม่ชอบ', 'Light; mum likes it.'),
  ],
  gripe: [t('ร่วงนิดหน่อยช่วงสองวันแรก', 'Shed a little in the first two days.')],
}

export const candle: Family = {
  key: 'candle',
  leaf: 'scented-candles',
  packing: 'fragile',
  share: 0.8,
  brands: ['ban-suan'],
  baht: 220,
  grams: 380,
  title: t('เทียนหอม{scent} {wax} {glass} {size}', '{scent} candle, {wax}, {glass}, {size}'),
  axes: {
    scent: [
      v('มะลิซ้อน', 'jasmine', { look: 'cream' }),
      v('ดอกปีบ', 'Indian cork flower', { look: 'cream' }),
      v('ใบเตย', 'pandan', { look: 'leaf' }),
      v('ตะไคร้มะกรูด', 'lemongrass and kaffir lime', { look: 'leaf' }),
      v('ดอกบัว', 'lotus', { look: 'rose' }),
      v('กุหลาบมอญ', 'Damask rose', { look: 'rose' }),
      v('ส้มจี๊ด', 'calamansi', { look: 'amber' }),
      v('ข้าวเหนียวมะม่วง', 'mango sticky rice', { look: 'amber' }),
    ],
    wax: [
      v('ไขถั่วเหลือง', 'soy wax'),
      v('ไขถั่วเหลืองผสมขี้ผึ้ง', 'soy and beeswax', { times: 1.15 }),
      v('ไขรำข้าว', 'rice-bran wax', { times: 1.1 }),
    ],
    glass: [
      v('แก้วใส', 'clear glass'),
      v('แก้วฝาไม้', 'glass with wooden lid', { times: 1.2 }),
      v('แก้วพร้อมกล่องของขวัญ', 'gift boxed', { times: 1.35 }),
    ],
    size: [
      v('80 ก.', '80 g', { times: 0.6, heft: 0.6 }),
      v('150 ก.', '150 g'),
      v('220 ก.', '220 g', { times: 1.4, heft: 1.4 }),
      v('300 ก.', '300 g', { times: 1.75, heft: 1.8 }),
    ],
  },
  intro: [
    t(
      'เทียนหอมกลิ่น{scent} {wax} ใน{glass} {size} หล่อที่{province}',
      '{scent} candle poured in {province}: {wax}, {glass}, {size}.',
    ),
    t('กลิ่น{scent} {wax} ขนาด {size} มาใน{glass}', '{scent} in {wax}, {size}, {glass}.'),
  ],
  made: [
    t(
      'หล่อทีละแก้วที่ 60 องศา แล้วพักสองสัปดาห์ให้กลิ่นเข้าเนื้อ',
      'Poured one at a time at 60 °C and cured two weeks so the scent settles.',
    ),
    t(
      'ไส้ฝ้ายไร้ตะกั่ว เผาสะอาด ไม่มีเขม่าติดแก้ว',
      'A lead-free cotton wick burns clean, with no soot on the glass.',
    ),
  ],
  use: [
    t(
      'จุดครั้งแรกให้หน้าเทียนละลายถึงขอบ ครั้งต่อไปจะเรียบเสมอ',
      'First time, let the top melt right to the edge; it stays level afterwards.',
    ),
    t('จุดสองชั่วโมงหอมทั่วห้องนอน ดับแล้วกลิ่นยังอยู่', 'Two hours scents a bedroom and lingers after.'),
  ],
  care: [
    t(
      'ตัดไส้เหลือ 5 มม. ก่อนจุด อย่าจุดเกินสี่ชั่วโมง',
      'Trim the wick to 5 mm and don’t burn past four hours.',
    ),
    t('เก็บพ้นแดด เทียนธรรมชาตินิ่มได้เมื่อร้อนจัด', 'Keep out of sun: natural wax softens in heat.'),
  ],
  praise: [
    t('หอมละมุน ไม่ฉุนไม่เวียนหัว', 'Gentle scent, no headache.'),
    t('แก้วสวย หมดแล้วเอามาปลูกต้นไม้ต่อ', 'Pretty glass; I’ll plant something in it.'),
    t('จุดแล้วห้องเหมือนสปา', 'The room feels like a spa.'),
  ],
  gripe: [t('กลิ่นอ่อนไปหน่อยสำหรับห้องใหญ่', 'A bit faint for a big room.')],
}

export const fan: Family = {
  key: 'fan',
  leaf: 'desk-fans',
  packing: 'device',
  share: 0.8,
  baht: 549,
  grams: 2400,
  title: t(
    'พัดลม{kind} {brand} {size} {colour} {speed}',
    '{brand} {kind} fan, {size}, {colour}, {speed}',
  ),
  axes: {
    kind: [
      v('ตั้งโต๊ะ', 'desk'),
      v('ตั้งโต๊ะไร้สาย', 'cordless desk', { times: 1.6 }),
      v('ตั้งพื้นปรับสูงต่ำ', 'adjustable stand', { leaf: 'stand-fans', times: 1.5, heft: 1.6 }),
    ],
    brand: [
      v('ลมเย็น', 'Lomyen', { brand: 'lom-yen' }),
      v('พัดพา', 'Phatpha', { brand: 'phat-pha', times: 1.08 }),
      v('ใบโพธิ์', 'Baipho', { brand: 'bai-pho', times: 0.9 }),
    ],
    size: [
      v('9 นิ้ว', '9 inch', { times: 0.8 }),
      v('12 นิ้ว', '12 inch'),
      v('14 นิ้ว', '14 inch', { times: 1.2 }),
      v('16 นิ้ว', '16 inch', { times: 1.4 }),
    ],
    colour: [
      v('สีเขียวอมฟ้า', 'teal', { look: 'teal' }),
      v('สีแดงอิฐ', 'brick red', { look: 'red' }),
      v('สีคราม', 'indigo', { look: 'indigo' }),
    ],
    speed: [
      v('ปรับ 3 ระดับ', '3 speeds'),
      v('ปรับ 6 ระดับ รีโมต', '6 speeds with remote', { times: 1.35 }),
      v('มอเตอร์ DC ปรับ 12 ระดับ', 'dC motor, 12 speeds', { times: 1.9 }),
    ],
  },
  intro: [
    t(
      'พัดลม{kind} {brand} {size} ใบพัด{colour} {speed} มีของพร้อมส่งจาก{province}',
      '{brand} {kind} fan, {size}, {colour} blades, {speed}, in stock in {province}.',
    ),
    t(
      '{brand}รุ่น{kind} {size} {colour} {speed} เสียงเบานอนหลับได้',
      'The {brand} {kind} model: {size}, {colour}, {speed}, quiet enough to sleep by.',
    ),
  ],
  made: [
    t(
      'มอเตอร์ลูกปืนคู่ ตัดไฟเองเมื่อร้อนเกิน มี มอก.',
      'Twin-bearing motor with a thermal cut-out, to the Thai TIS standard.',
    ),
    t('เปิดกล่องลองหมุนครบทุกระดับก่อนแพ็กส่ง', 'We unbox it and run every speed before packing.'),
  ],
  use: [
    t(
      'กินไฟน้อย เปิดทั้งคืนเดือนหนึ่งไม่กี่สิบบาท',
      'All night, every night, costs a few tens of baht a month.',
    ),
    t('ก้มเงยได้ ส่ายซ้ายขวาได้ กดปุ่มเดียว', 'Tilts, and turns from side to side with one button.'),
  ],
  care: [
    t(
      'ถอดตะแกรงล้างได้เดือนละครั้ง เช็ดใบพัดด้วยผ้าหมาด',
      'The guard comes off to wash monthly; wipe the blades with a damp cloth.',
    ),
    t('ถอดปลั๊กก่อนทำความสะอาดทุกครั้ง', 'Always unplug before cleaning.'),
  ],
  praise: [
    t('ลมแรง เสียงเบา เปิดนอนได้', 'Strong breeze, quiet, fine for sleeping.'),
    t('ประกอบง่าย ห้านาทีเสร็จ', 'Five minutes to put together.'),
    t('กล่องแน่น ไม่มีรอยบุบ', 'Solid box, no dents.'),
  ],
  gripe: [t('ระดับแรงสุดเสียงดังหน่อย', 'A bit loud on the top speed.')],
}
