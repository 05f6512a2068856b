import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

export const woodenToy: Family = {
  key: 'wooden-toy',
  leaf: 'wooden-vehicles',
  packing: 'small',
  share: 0.9,
  brands: ['pu-chen'],
  baht: 290,
  grams: 450,
  title: t('รถไฟไม้{wood} {cars} {colour} {extra}', '{wood} toy train, {cars}, {colour}, {extra}'),
  axes: {
    wood: [
      v('ยางพารา', 'rubberwood'),
      v('ฉำฉา', 'rain-tree wood', { times: 0.9 }),
      v('สัก', 'teak', { times: 1.4 }),
    ],
    cars: [
      v('1 ตู้', 'one carriage', { times: 0.8, heft: 0.7 }),
      v('2 ตู้', 'two carriages'),
      v('3 ตู้', 'three carriages', { times: 1.3, heft: 1.4 }),
      v('4 ตู้', 'four carriages', { times: 1.6, heft: 1.8 }),
    ],
    colour: [
      v('แดงเหลือง', 'red-and-yellow', { look: 'red' }),
      v('ครามขาว', 'indigo-and-white', { look: 'indigo' }),
      v('เขียวส้ม', 'green-and-orange', { look: 'leaf' }),
    ],
    extra: [
      v('พร้อมเชือกลาก', 'with pull cord'),
      v('ต่อแม่เหล็ก', 'magnetic couplings', { times: 1.15 }),
      v('บรรทุกบล็อกตัวต่อ', 'with block cargo', { leaf: 'building-blocks', times: 1.25, heft: 1.3 }),
      v('สลักชื่อได้', 'name engraved free', { times: 1.1 }),
    ],
  },
  intro: [
    t(
      'รถไฟไม้{wood} {cars} สี{colour} {extra} ทำที่{province}',
      '{wood} train made in {province}: {cars}, {colour}, {extra}.',
    ),
    t(
      'ขบวนนี้{cars} ไม้{wood} สี{colour} {extra} ล้อหมุนลื่นทุกล้อ',
      'This train has {cars}, {wood}, {colour}, {extra}, and every wheel turns.',
    ),
  ],
  made: [
    t(
      'มุมลบมนทุกด้าน ขัดสามรอบ สีน้ำปลอดสารตะกั่ว มี มอก. 685',
      'Every corner rounded, sanded three times, lead-free paint, to TIS 685.',
    ),
    t(
      'เพลาไม้อัดแน่นกับล้อ ไม่มีตะปูหรือชิ้นเล็กหลุดได้',
      'Wooden axles are pressed in: no nails, no small parts to come loose.',
    ),
  ],
  use: [
    t(
      'เหมาะกับเด็กสองขวบขึ้นไป ลาก ต่อ นับสีได้',
      'For two years and up: pull, couple, count the colours.',
    ),
    t('วางโชว์บนชั้นหนังสือก็น่ารัก', 'Sweet on a bookshelf too.'),
  ],
  care: [
    t('เช็ดผ้าหมาด อย่าแช่น้ำ', 'Wipe with a damp cloth, never soak.'),
    t('สีถลอกส่งกลับมาทาใหม่ได้ฟรีครั้งหนึ่ง', 'If paint chips, one free touch-up by post.'),
  ],
  praise: [
    t('ลูกชอบมาก ลากทั้งวัน', 'My child pulls it about all day.'),
    t('ไม้เนียน ไม่มีเสี้ยน สีไม่ลอก', 'Smooth, no splinters, paint holds.'),
    t('หนักแน่น ไม่ล้มง่าย', 'Solid, doesn’t topple.'),
  ],
  gripe: [t('เชือกสั้นไปนิด', 'The cord is a bit short.')],
}

export const plush: Family = {
  key: 'plush',
  leaf: 'soft-toys',
  packing: 'cloth',
  share: 0.8,
  brands: ['nun-nim'],
  baht: 220,
  grams: 300,
  title: t('ตุ๊กตาช้าง{cloth} {colour} {fill} {size}', '{cloth} elephant, {colour}, {fill}, {size}'),
  axes: {
    cloth: [
      v('ผ้าฝ้าย', 'cotton'),
      v('ผ้าขนนุ่ม', 'soft plush', { times: 1.1 }),
      v('ผ้าทอมือ', 'hand-woven', { times: 1.35 }),
      v('ผ้าลินิน', 'linen', { times: 1.25 }),
    ],
    colour: [
      v('สีเทา', 'grey', { look: 'grey' }),
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีชมพู', 'pink', { look: 'rose' }),
      v('สีดาวเรือง', 'marigold', { look: 'marigold' }),
    ],
    fill: [
      v('ยัดนุ่น', 'kapok filled', { times: 1.1 }),
      v('ยัดใยไมโคร', 'microfibre filled'),
      v('ถอดปลอกซักได้', 'washable cover', { times: 1.2 }),
    ],
    size: [
      v('20 ซม.', '20 cm', { times: 0.7, heft: 0.5 }),
      v('30 ซม.', '30 cm'),
      v('45 ซม.', '45 cm', { times: 1.6, heft: 1.8 }),
      v('60 ซม.', '60 cm', { times: 2.4, heft: 3 }),
    ],
  },
  intro: [
    t(
      'ตุ๊กตาช้าง{cloth} {colour} {fill} ขนาด {size} เย็บที่{province}',
      '{cloth} elephant in {colour}, {fill}, {size}, sewn in {province}.',
    ),
    t(
      'ช้าง{colour}ตัวนี้ทำจาก{cloth} {fill} สูง {size} กอดแล้วพอดีแขน',
      'This {colour} elephant is {cloth}, {fill}, {size}, just right to hug.',
    ),
  ],
  made: [
    t(
      'ตาปักด้าย ไม่มีกระดุมให้หลุด ตะเข็บเย็บสองชั้น',
      'Embroidered eyes, no buttons to come off, double seams.',
    ),
    t('เย็บมือปิดท้องทีละตัว หน้าจึงไม่ซ้ำกัน', 'Closed by hand one at a time, so no two faces match.'),
  ],
  use: [
    t(
      'ให้เด็กแรกเกิดกอดได้ หรือวางหัวเตียงผู้ใหญ่ก็ไม่มีใครว่า',
      'Safe from birth, and nobody minds one on a grown-up’s bed.',
    ),
    t('ของรับขวัญที่แม่ ๆ ชอบ', 'A baby gift mothers like.'),
  ],
  care: [
    t('ใส่ถุงซัก ซักเบา ตากลมกลับด้านบ่อย ๆ', 'Gentle wash in a net bag, air-dry, turn often.'),
    t('ตัวที่ยัดนุ่นให้เช็ดเฉพาะจุดแล้วผึ่งแดด', 'Kapok ones: spot clean and sun.'),
  ],
  praise: [
    t('นุ่มมาก ลูกกอดนอนทุกคืน', 'So soft, my child sleeps with it.'),
    t('เย็บแน่น หน้าตาน่ารัก', 'Well sewn, lovely face.'),
    t('สีตรงรูป ไม่มีกลิ่น', 'Colour as pictured, no smell.'),
  ],
  gripe: [t('ตัวเล็กกว่าที่คิด', 'Smaller than expected.')],
}

export const petFood: Family = {
  key: 'pet-food',
  leaf: 'cat-food',
  packing: 'pantry',
  share: 0.9,
  brands: ['mew-mao', 'tup-pong'],
  baht: 120,
  grams: 1050,
  title: t(
    'อาหาร{animal} {flavour} {recipe} {weight}',
    '{animal} food, {flavour}, {recipe}, {weight}',
  ),
  axes: {
    animal: [
      v('แมวโต', 'adult cat', { look: 'teal' }),
      v('ลูกแมว', 'kitten', { look: 'rose', times: 1.1 }),
      v('แมวทำหมัน', 'neutered cat', { look: 'teal', times: 1.12 }),
      v('สุนัขพันธุ์เล็ก', 'small dog', { look: 'marigold', leaf: 'dog-food' }),
      v('ลูกสุนัข', 'puppy', { look: 'marigold', leaf: 'dog-food', times: 1.1 }),
    ],
    flavour: [
      v('รสปลาทู', 'mackerel'),
      v('รสทูน่า', 'tuna', { times: 1.08 }),
      v('รสไก่ย่าง', 'grilled chicken'),
      v('รสแซลมอน', 'salmon', { times: 1.25 }),
    ],
    recipe: [
      v('ไม่ใส่เกลือเพิ่ม', 'no added salt'),
      v('สูตรไร้ธัญพืช', 'grain free', { times: 1.35 }),
      v('สูตรบำรุงขน', 'for the coat', { times: 1.1 }),
      v('สูตรย่อยง่าย', 'easy to digest', { times: 1.2 }),
    ],
    weight: [
      v('500 ก.', '500 g', { times: 0.6, heft: 0.5 }),
      v('1 กก.', '1 kg'),
      v('3 กก.', '3 kg', { times: 2.7, heft: 3 }),
      v('7 กก.', '7 kg', { times: 5.8, heft: 7 }),
    ],
  },
  intro: [
    t(
      'อาหาร{animal} {flavour} {recipe} ถุง {weight} ส่งจาก{province}',
      '{animal} food, {flavour}, {recipe}, {weight}, sent from {province}.',
    ),
    t(
      '{flavour} {recipe} สำหรับ{animal} บรรจุ {weight} เม็ดเล็กเคี้ยวง่าย',
      '{flavour}, {recipe}, for your {animal}, {weight}, in small easy pieces.',
    ),
  ],
  made: [
    t(
      'เนื้อสัตว์เป็นส่วนผสมแรก ไม่แต่งสี ไม่ใส่สารกันหืนสังเคราะห์',
      'Meat comes first; no colouring and no synthetic antioxidants.',
    ),
    t(
      'อบเป็นล็อตเล็ก วันผลิตห่างจากวันส่งไม่เกินสองเดือน',
      'Baked in small lots, never more than two months before it ships.',
    ),
  ],
  use: [
    t(
      'ค่อย ๆ ผสมกับอาหารเดิมเจ็ดวัน ท้องจะไม่เสีย',
      'Mix with the old food over seven days to spare the stomach.',
    ),
    t(
      'ดูตารางให้ตามน้ำหนักตัวหลังถุง และวางน้ำไว้เสมอ',
      'Follow the table on the back by weight, and always set out water.',
    ),
  ],
  care: [
    t('เทใส่ถังปิดสนิท ใช้ให้หมดในสองเดือนหลังเปิด', 'Keep sealed and finish within two months of opening.'),
    t('โรคประจำตัวให้ถามสัตวแพทย์ก่อน', 'If your animal is under treatment, ask your vet first.'),
  ],
  praise: [
    t('ปกติเลือกกิน ถุงนี้หมดชาม', 'Usually fussy, but the bowl was empty.'),
    t('ขนเงาขึ้นใน 1 เดือน', 'Shinier coat in a month.'),
    t('ของใหม่ วันหมดอายุยาว', 'Fresh, long expiry date.'),
  ],
  gripe: [t('น้องแมวดมแล้วเมิน แต่น้องอีกตัวกิน', 'One cat walked away, the other ate it.')],
}
