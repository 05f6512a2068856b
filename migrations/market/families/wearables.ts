import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

const SHOE_SIZES = {
  name: t('เบอร์', 'Size'),
  most: 6,
  values: ['36', '37', '38', '39', '40', '41', '42', '43'].map((size) => v(size, size)),
}

export const sneakers: Family = {
  key: 'sneakers',
  leaf: 'sneakers',
  packing: 'small',
  share: 1,
  brands: ['charoen-rat', 'yang-para'],
  baht: 590,
  grams: 820,
  title: t('รองเท้าผ้าใบ{cut} {colour} {sole} {upper}', '{cut} sneakers, {colour}, {sole}, {upper}'),
  axes: {
    cut: [
      v('ทรงคลาสสิก', 'classic'),
      v('ทรงวิ่งเบา', 'light running', { times: 1.2 }),
      v('หุ้มข้อเตี้ย', 'low-top', { times: 1.05 }),
      v('ทรงสเก็ต', 'skate', { times: 1.1 }),
    ],
    colour: [
      v('ขาวเขียวหัวเป็ด', 'white and teal', { look: 'teal' }),
      v('ขาวแดงอิฐ', 'white and brick', { look: 'red' }),
      v('ขาวคราม', 'white and indigo', { look: 'indigo' }),
      v('ขาวดำ', 'white and black', { look: 'black' }),
    ],
    sole: [
      v('พื้นยางพารา', 'natural rubber sole'),
      v('พื้นยางพาราหนา', 'thick rubber sole', { times: 1.1 }),
      v('พื้นยางรีไซเคิล', 'recycled rubber sole', { times: 0.95 }),
    ],
    upper: [
      v('ผ้าแคนวาส', 'canvas upper'),
      v('ผ้าตาข่าย', 'mesh upper', { times: 1.08 }),
      v('หนังชามัวร์', 'suede upper', { times: 1.35 }),
      v('ผ้าใบกันน้ำ', 'waxed canvas upper', { times: 1.2 }),
    ],
  },
  options: [SHOE_SIZES],
  intro: [
    t(
      'รองเท้าผ้าใบ{cut} สี{colour} {sole} {upper} เย็บที่{province}',
      '{cut} sneakers in {colour}, {sole}, {upper}, sewn in {province}.',
    ),
    t(
      'คู่นี้{cut} {upper} {sole} สี{colour} ใส่แล้วไม่ต้องรองแผ่นเพิ่ม',
      'This pair is {cut}, {upper}, {sole}, {colour}; no extra insole needed.',
    ),
  ],
  made: [
    t(
      'พื้นเย็บรอบด้วยด้ายเทียนแล้วอบยาง ไม่ใช่กาวอย่างเดียว',
      'The sole is stitched with waxed thread and vulcanised, not only glued.',
    ),
    t(
      'ขึ้นหุ่นด้วยมือสองชั่วโมงก่อนถอด ทรงจึงไม่ยวบ',
      'Lasted by hand and left two hours, so it keeps its shape.',
    ),
  ],
  use: [
    t('เดินตลาดทั้งวันไม่เมื่อย เกาะพื้นเปียกดี', 'All day on your feet, and it grips wet floors.'),
    t('หน้าเท้ากว้างแนะนำเผื่อหนึ่งเบอร์', 'If your feet are wide, take one size up.'),
  ],
  care: [
    t('ซักมือได้ ตากในร่ม อย่าแช่เกินสิบนาที', 'Hand wash, dry in shade, don’t soak past ten minutes.'),
    t('ยัดกระดาษตอนตาก ทรงจะอยู่', 'Stuff with paper while drying to hold the shape.'),
  ],
  praise: [
    t('ใส่สบาย ไม่กัดส้น', 'Comfortable, no rubbing at the heel.'),
    t('ไซซ์ตรง งานเย็บเรียบร้อย', 'True to size, neat stitching.'),
    t('เดินทั้งวันไม่ปวดเท้า', 'A whole day’s walking and no sore feet.'),
  ],
  gripe: [t('คับหน้าเท้านิดหนึ่ง เปลี่ยนไซซ์แล้วพอดี', 'Tight at the toes; the exchange fits.')],
}

export const sandals: Family = {
  key: 'sandals',
  leaf: 'sandals',
  packing: 'small',
  share: 0.8,
  brands: ['charoen-rat', 'yang-para'],
  baht: 259,
  grams: 420,
  title: t('รองเท้าแตะ{kind} {colour} {sole} {foot}', '{kind} sandals, {colour}, {sole}, {foot}'),
  axes: {
    kind: [
      v('หูคีบ', 'thong'),
      v('หูคีบสายนุ่ม', 'soft-strap thong', { times: 1.15 }),
      v('หูคีบสายถัก', 'braided thong', { times: 1.3 }),
    ],
    colour: [
      v('สีน้ำตาล', 'brown', { look: 'brown' }),
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีแดง', 'red', { look: 'red' }),
      v('สีเขียวใบตอง', 'leaf green', { look: 'leaf' }),
    ],
    sole: [
      v('พื้นยางพารา', 'rubber sole'),
      v('พื้นสองชั้น', 'two-layer sole', { times: 1.12 }),
      v('พื้นกันลื่น', 'non-slip sole', { times: 1.08 }),
      v('พื้นบางเบา', 'thin light sole', { times: 0.88 }),
    ],
    foot: [
      v('รองฝ่าเท้านุ่ม', 'cushioned footbed'),
      v('รองฝ่าเท้ากระจูดสาน', 'woven krajood footbed', { times: 1.3 }),
      v('รองฝ่าเท้าผิวเรียบ', 'smooth footbed', { times: 0.92 }),
      v('รองอุ้งเท้า', 'arch support', { times: 1.2 }),
    ],
  },
  options: [SHOE_SIZES],
  intro: [
    t(
      'รองเท้าแตะ{kind} {colour} {sole} {foot} ทำที่{province}',
      '{kind} sandals made in {province}, {colour}, {sole}, {foot}.',
    ),
    t(
      'แตะ{kind}{colour} {foot} {sole} ใส่ออกจากบ้านได้ไม่อาย',
      '{colour} {kind} sandals, {foot}, {sole}, smart enough to go out in.',
    ),
  ],
  made: [
    t(
      'หูคีบร้อยทะลุพื้นและยึดด้วยหมุดฝัง ไม่หลุดกลางทาง',
      'The strap goes right through and is anchored, so it won’t pop out on the way.',
    ),
    t('ตัดขอบแล้วขัดสองรอบ ไม่บาดง่ามนิ้ว', 'Edges are cut and buffed twice, kind between the toes.'),
  ],
  use: [
    t('ใส่ไปตลาด ไปทะเล หรือในออฟฟิศที่อนุโลม', 'To the market, the beach, or a relaxed office.'),
    t('โดนน้ำได้ สะบัดแล้วแห้ง', 'Fine in water: shake and they’re dry.'),
  ],
  care: [
    t('ล้างน้ำสบู่ ผึ่งร่ม ยางจะไม่กรอบ', 'Soap and water, dry in shade, and the rubber stays supple.'),
    t('อย่าทิ้งไว้ในรถตากแดด', 'Don’t leave them in a hot car.'),
  ],
  praise: [
    t('นุ่มมาก เดินทั้งวันไม่เจ็บ', 'So soft, no soreness all day.'),
    t('ไม่ลื่นเลยตอนพื้นเปียก', 'No slipping on wet floors.'),
    t('พอดีเท้า สั่งเพิ่มให้แม่', 'Good fit, ordered a pair for mum.'),
  ],
  gripe: [t('หูคีบแข็งวันแรก วันที่สามสบาย', 'Strap stiff the first day, fine by the third.')],
}

export const tote: Family = {
  key: 'tote',
  leaf: 'tote-bags',
  packing: 'cloth',
  share: 0.9,
  brands: ['fai-ngam', 'ban-rai'],
  baht: 240,
  grams: 280,
  title: t('ถุงผ้า{cloth} {colour} {shape} {inside}', '{cloth} tote, {colour}, {shape}, {inside}'),
  axes: {
    cloth: [
      v('แคนวาส 12 ออนซ์', '12 oz canvas'),
      v('ผ้าฝ้ายทอมือ', 'hand-woven cotton', { times: 1.4 }),
      v('แคนวาสซักนุ่ม', 'soft-washed canvas', { times: 1.1 }),
      v('ผ้าฝ้ายย้อมธรรมชาติ', 'plant-dyed cotton', { times: 1.5 }),
    ],
    colour: [
      v('สีดิบ', 'natural', { look: 'cream' }),
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีเขียวใบตอง', 'leaf green', { look: 'leaf' }),
      v('สีอิฐ', 'brick', { look: 'clay' }),
    ],
    shape: [
      v('ทรงสูง', 'tall'),
      v('ทรงกว้าง', 'wide', { times: 1.06 }),
      v('ทรงเล็ก', 'small', { times: 0.8 }),
    ],
    inside: [
      v('ช่องซิปใน', 'inner zip pocket', { times: 1.12 }),
      v('ช่องใส่ขวดน้ำ', 'bottle pocket', { times: 1.08 }),
      v('ไม่มีซับใน', 'unlined', { times: 0.9 }),
      v('ซับในผ้าขาวม้า', 'pakaoma lining', { times: 1.3 }),
    ],
  },
  intro: [
    t(
      'ถุงผ้า{cloth} {colour} {shape} {inside} เย็บที่{province}',
      '{cloth} tote, {colour}, {shape}, {inside}, sewn in {province}.',
    ),
    t(
      'ใบนี้{shape} {cloth} {colour} {inside} รับของหนักสิบกิโลได้',
      'This one is {shape}, {cloth}, {colour}, {inside}, and carries ten kilos.',
    ),
  ],
  made: [
    t(
      'หูเย็บกากบาทสี่จุด ตะเข็บในกุ๊นเรียบ',
      'Handles are cross-stitched at four points, inner seams bound.',
    ),
    t(
      'ตัดเย็บในบ้าน เศษผ้าเอาไปทำพวงกุญแจแถมให้',
      'Sewn at home; the offcuts become the key ring we put in.',
    ),
  ],
  use: [
    t('ใส่แล็ปท็อป ของตลาด หรือสมุดไปเรียน', 'For a laptop, the market, or books for class.'),
    t('พับเล็กเก็บในกระเป๋าใบอื่นได้', 'Folds small inside another bag.'),
  ],
  care: [
    t('ซักน้ำเย็น กลับด้าน ตากร่ม', 'Wash cold, inside out, dry in shade.'),
    t('รีดตอนหมาดจะเรียบเหมือนใหม่', 'Ironed damp it looks new.'),
  ],
  praise: [
    t('ผ้าหนา หูแข็งแรง ใส่หนังสือได้เยอะ', 'Thick cloth, strong handles, takes many books.'),
    t('สีสวย ใช้ได้ทุกวัน', 'Nice colour, use it daily.'),
    t('ของแถมพวงกุญแจน่ารัก', 'The little key ring is sweet.'),
  ],
  gripe: [t('หูสั้นไปนิดสำหรับสะพายไหล่', 'Handles a bit short for the shoulder.')],
}

export const hat: Family = {
  key: 'hat',
  leaf: 'straw-hats',
  packing: 'small',
  share: 0.7,
  baht: 230,
  grams: 160,
  title: t('หมวก{weave} {shape} {band} {size}', '{weave} hat, {shape}, {band}, {size}'),
  axes: {
    weave: [
      v('สานกระจูด', 'krajood'),
      v('สานใบลาน', 'palm-leaf', { times: 0.9 }),
      v('สานผักตบชวา', 'water-hyacinth', { times: 0.95 }),
      v('สานละเอียดใบตาล', 'fine palm-straw', { times: 1.3 }),
    ],
    shape: [
      v('ปีกกว้าง', 'wide brim'),
      v('ปีกแคบ', 'narrow brim', { times: 0.92 }),
      v('ปีกกว้างพับได้', 'foldable wide brim', { times: 1.15 }),
    ],
    band: [
      v('คาดผ้าคราม', 'indigo band', { look: 'indigo' }),
      v('คาดผ้าแดง', 'red band', { look: 'red' }),
      v('คาดผ้าดำ', 'black band', { look: 'black' }),
      v('คาดผ้าเขียว', 'green band', { look: 'leaf' }),
    ],
    size: [
      v('รอบหัว 54 ซม.', '54 cm', { times: 0.95 }),
      v('รอบหัว 56 ซม.', '56 cm'),
      v('รอบหัว 58 ซม.', '58 cm'),
      v('รอบหัว 60 ซม.', '60 cm', { times: 1.05 }),
    ],
  },
  intro: [
    t(
      'หมวก{weave} {shape} {band} {size} ทำที่{province}',
      '{weave} hat from {province}: {shape}, {band}, {size}.',
    ),
    t(
      'หมวก{shape}{weave} {band} ขนาด{size} เบาเหมือนไม่ได้ใส่',
      'A {weave} hat, {shape}, {band}, {size}, so light you forget it.',
    ),
  ],
  made: [
    t(
      'สานจากกลางหัวออกไปปีก เก็บขอบสองชั้นไม่บานออก',
      'Woven from the crown outwards, with a double edge that keeps its line.',
    ),
    t('ในหมวกมีแถบผ้าฝ้ายซับเหงื่อ ถอดซักได้', 'Inside is a cotton sweatband that comes out to wash.'),
  ],
  use: [
    t('บังแดดเดินเล่น ทำสวน ถ่ายรูปริมทะเล', 'For walks, the garden and photos by the sea.'),
    t('มีเชือกปรับข้างใน ลมแรงไม่ปลิว', 'A cord inside adjusts it against the wind.'),
  ],
  care: [
    t('เปียกแล้วผึ่งบนลูกกลม ๆ ทรงจะกลับมา', 'If wet, dry it over something round.'),
    t('เก็บแขวน อย่าวางทับ', 'Hang it up; don’t stack things on it.'),
  ],
  praise: [
    t('เบาและเย็นหัวมาก', 'Light, and so cool on the head.'),
    t('ทรงสวย ถ่ายรูปขึ้น', 'Great shape, photographs well.'),
    t('ใส่กล่องแข็งมา ไม่เสียทรง', 'Came in a stiff box, shape intact.'),
  ],
  gripe: [t('คับนิดหนึ่ง ใส่ไปสักพักยืด', 'A little snug at first, then eased.')],
}

export const silver: Family = {
  key: 'silver',
  leaf: 'bangles',
  packing: 'small',
  share: 0.7,
  brands: ['pa-klang'],
  baht: 890,
  grams: 45,
  title: t(
    '{kind}{purity} {motif} {finish} {size}',
    '{purity} silver {kind}, {motif}, {finish}, {size}',
  ),
  axes: {
    kind: [
      v('กำไลข้อมือ', 'bangle'),
      v('กำไลเกลียว', 'twisted bangle', { times: 1.15 }),
      v('กำไลข้อเท้า', 'anklet', { leaf: 'anklets', times: 1.2 }),
      v('กำไลเด็ก', 'child’s bangle', { times: 0.55 }),
    ],
    purity: [
      v('เงินแท้ 92.5', '92.5 %', { times: 0.9 }),
      v('เงิน 96.5', '96.5 %'),
      v('เงิน 99', '99 %', { times: 1.2 }),
    ],
    motif: [
      v('ลายดอกพิกุล', 'pikul flower', { times: 1.1 }),
      v('ลายก้นหอย', 'spiral'),
      v('ลายหวาย', 'rattan'),
      v('ผิวเรียบ', 'plain', { times: 0.85 }),
    ],
    finish: [
      v('ขัดเงา', 'polished', { look: 'bright' }),
      v('รมดำ', 'oxidised', { look: 'dark', times: 1.05 }),
      v('ชุบทองบาง', 'light gold wash', { look: 'gold', times: 1.25 }),
    ],
    size: [
      v('เบอร์เล็ก', 'small', { times: 0.92 }),
      v('เบอร์กลาง', 'medium'),
      v('เบอร์ใหญ่', 'large', { times: 1.1 }),
    ],
  },
  intro: [
    t(
      '{kind}{purity} {motif} {finish} {size} ช่างเงินใน{province}ทำมือ',
      '{kind} in {purity} silver, {motif}, {finish}, {size}, made by hand in {province}.',
    ),
    t(
      '{kind} {size} {motif} {finish} ตอก{purity}ไว้ด้านใน',
      'A {size} {kind}, {motif}, {finish}, stamped {purity} inside.',
    ),
  ],
  made: [
    t(
      'ตีจากเม็ดเงิน ไม่ใช่หล่อพิมพ์ ลายตอกด้วยสิ่วทีละดอก',
      'Beaten from grain, not cast, with each mark struck by punch.',
    ),
    t(
      'หนึ่งวงใช้เวลาวันครึ่ง ปลายมนไม่เกี่ยวเสื้อ',
      'A day and a half each; the ends are rounded so they don’t catch.',
    ),
  ],
  use: [
    t('ใส่เดี่ยวหรือซ้อนสองสามวงก็สวย', 'Wear one, or two or three together.'),
    t('ของรับขวัญหลานหรือของขวัญรับปริญญาก็เหมาะ', 'A good gift for a newborn or a graduation.'),
  ],
  care: [
    t(
      'ถอดก่อนลงทะเลหรือสระ เช็ดด้วยผ้าในถุง',
      'Take it off for sea or pool; wipe with the cloth in the pouch.',
    ),
    t(
      'ดำแล้วใช้ยาสีฟันถูเบา ๆ ยกเว้นงานรมดำ',
      'If it tarnishes use a little toothpaste, except on oxidised pieces.',
    ),
  ],
  praise: [
    t('ลายละเอียดมาก มีใบรับรองมาด้วย', 'Very fine work, certificate included.'),
    t('น้ำหนักดี ใส่แล้วสวย', 'Good weight, lovely on.'),
    t('ส่งมาในกล่องสวย ให้เป็นของขวัญได้เลย', 'Arrived boxed, ready to give.'),
  ],
  gripe: [t('หลวมนิดหน่อย ร้านปรับให้ฟรี', 'Slightly loose; the shop adjusted it free.')],
}
