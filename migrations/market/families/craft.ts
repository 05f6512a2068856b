import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

export const basket: Family = {
  key: 'basket',
  leaf: 'baskets',
  packing: 'small',
  share: 1,
  baht: 420,
  grams: 520,
  title: t(
    '{kind}{weave} {band} {lining} {size}',
    '{weave} krajood {kind}, {band}, {lining}, {size}',
  ),
  axes: {
    kind: [
      v('ตะกร้ากระจูด', 'basket'),
      v('กระเป๋ากระจูด', 'handbag', { leaf: 'woven-bags', times: 1.2 }),
      v('ตะกร้าปิกนิกกระจูด', 'picnic basket', { times: 1.35, heft: 1.4 }),
      v('กระเป๋าตลาดกระจูด', 'market bag', { leaf: 'woven-bags', times: 1.05 }),
    ],
    weave: [
      v('ลายสอง', 'twill-woven'),
      v('ลายขัด', 'plain-woven', { times: 0.92 }),
      v('ลายลูกแก้ว', 'diamond-woven', { times: 1.2 }),
      v('สานสองชั้น', 'double-woven', { times: 1.35 }),
    ],
    band: [
      v('แถบเขียว', 'green band', { look: 'leaf' }),
      v('แถบคราม', 'indigo band', { look: 'indigo' }),
      v('แถบแดง', 'red band', { look: 'red' }),
      v('แถบดำ', 'black band', { look: 'black' }),
    ],
    lining: [
      v('ซับผ้าฝ้าย', 'cotton lining', { times: 1.15 }),
      v('ไม่ซับใน', 'unlined'),
      v('ซับผ้าปาเต๊ะ', 'batik lining', { times: 1.25 }),
    ],
    size: [
      v('เล็ก', 'small', { times: 0.75, heft: 0.7 }),
      v('กลาง', 'medium'),
      v('ใหญ่', 'large', { times: 1.3, heft: 1.4 }),
    ],
  },
  intro: [
    t(
      '{kind}{weave} {band} {lining} ใบ{size} สานที่{province}',
      'A {size} krajood {kind} from {province}, {weave}, {band}, {lining}.',
    ),
    t(
      '{kind}ใบ{size} {weave} คาด{band} {lining} ถือแล้วเข้ากับทุกชุด',
      '{size} {kind}, {weave} with a {band}, {lining}; it goes with everything.',
    ),
  ],
  made: [
    t(
      'กระจูดคลุกโคลนขาวแล้วตากเจ็ดแดด รีดให้แบนก่อนสาน',
      'The sedge is coated in white clay, sunned seven days and rolled flat before weaving.',
    ),
    t(
      'หูหุ้มกระจูดทับแกนหวาย รับน้ำหนักได้แปดกิโล',
      'The handle is sedge over a rattan core and carries eight kilos.',
    ),
  ],
  use: [
    t('หิ้วไปตลาด ไปทะเล หรือวางเก็บผ้าในบ้าน', 'For the market, the beach, or linens at home.'),
    t('ตั้งทรงเองได้ ไม่ต้องพิงอะไร', 'Stands by itself.'),
  ],
  care: [
    t(
      'ปัดฝุ่น เช็ดผ้าหมาด ผึ่งแดดอ่อนเดือนละครั้ง',
      'Brush, wipe with a damp cloth, and give it soft sun monthly.',
    ),
    t('อย่าเก็บในถุงพลาสติก กระจูดต้องหายใจ', 'Don’t store in plastic; sedge needs air.'),
  ],
  praise: [
    t('สานแน่น ขอบเรียบมาก', 'Tight weave, beautifully smooth rim.'),
    t('หิ้วออกตลาดมีแต่คนถาม', 'People stop me to ask about it.'),
    t('กลิ่นหญ้าแห้งอ่อน ๆ หอมดี', 'A faint, pleasant hay smell.'),
  ],
  gripe: [t('ใบเล็กกว่าที่คิด ดูขนาดก่อนสั่ง', 'Smaller than I thought; check the size.')],
}

export const umbrella: Family = {
  key: 'umbrella',
  leaf: 'paper-umbrellas',
  packing: 'small',
  share: 0.7,
  baht: 320,
  grams: 420,
  title: t(
    'ร่ม{paper} {painting} {colour} {size}',
    '{paper} umbrella, {painting}, {colour}, {size}',
  ),
  axes: {
    paper: [
      v('กระดาษสา', 'sa-paper'),
      v('ผ้าฝ้าย', 'cotton', { times: 1.25 }),
      v('กระดาษสาเคลือบน้ำมัน', 'oiled sa-paper', { times: 1.2 }),
      v('ผ้าแพร', 'satin', { times: 1.3 }),
    ],
    painting: [
      v('วาดมือลายดอก', 'hand-painted flowers'),
      v('ลายดอกบ๊วย', 'plum blossom', { times: 1.1 }),
      v('ลายดอกเบญจมาศ', 'chrysanthemum', { times: 1.12 }),
      v('ลายดอกไม้ขาว', 'white flowers', { times: 0.95 }),
    ],
    colour: [
      v('สีแดง', 'red', { look: 'red' }),
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีเขียว', 'green', { look: 'leaf' }),
      v('สีเหลืองดาวเรือง', 'marigold', { look: 'marigold' }),
    ],
    size: [
      v('10 นิ้ว ตั้งโชว์', '10 inch for display', { leaf: 'decor-umbrellas', times: 0.5, heft: 0.4 }),
      v('14 นิ้ว', '14 inch', { leaf: 'decor-umbrellas', times: 0.7, heft: 0.6 }),
      v('20 นิ้ว', '20 inch'),
      v('30 นิ้ว', '30 inch', { times: 1.6, heft: 1.6 }),
      v('40 นิ้ว', '40 inch', { times: 2.4, heft: 2.4 }),
    ],
  },
  intro: [
    t(
      'ร่ม{paper} {painting} {colour} ขนาด {size} จากบ่อสร้าง {province}',
      '{paper} umbrella from Bo Sang, {province}: {painting}, {colour}, {size}.',
    ),
    t(
      'ร่ม{colour}{paper} {size} {painting} วาดสดทีละคัน',
      'A {colour} {paper} umbrella, {size}, {painting}, each painted fresh.',
    ),
  ],
  made: [
    t(
      'ซี่ไม้ไผ่เจ็ดสิบซี่ ร้อยด้ายดำ ติดผิวร่มสามชั้นด้วยแป้งเปียกตะโก',
      'Seventy bamboo ribs tied with black thread, the cover laid in three coats with persimmon glue.',
    ),
    t(
      'วาดตอนกางหมุน พู่กันเดียวได้ทั้งกลีบและเงา',
      'Painted open and turning; one brush lays petal and shade together.',
    ),
  ],
  use: [
    t(
      'กันแดดได้ กันฝนพรำได้ถ้าเป็นแบบเคลือบ ใช้ถ่ายรูปหรือแต่งร้านก็สวย',
      'Keeps off sun, and drizzle if oiled; lovely for photos or a shop.',
    ),
    t('แขวนกลับหัวเป็นโคมหรือตกแต่งงานแต่งได้', 'Hang upside down as a shade or wedding decoration.'),
  ],
  care: [
    t(
      'โดนฝนแล้วกางผึ่งในร่ม อย่าหุบตอนเปียก',
      'If it gets wet, dry it open in shade; never close it damp.',
    ),
    t('เก็บที่แห้ง ปัดฝุ่นด้วยแปรงขน', 'Keep dry and dust with a soft brush.'),
  ],
  praise: [
    t('ลายวาดสวยมาก สีสด', 'Beautiful painting, vivid colour.'),
    t('โครงแข็งแรง กางลื่น', 'Strong frame, opens smoothly.'),
    t('ใส่กล่องยาวมาอย่างดี ไม่ขาด', 'Came in a long box, nothing torn.'),
  ],
  gripe: [t('กลิ่นน้ำมันแรงสองสามวันแรก', 'Oil smell strong for the first days.')],
}

export const notebook: Family = {
  key: 'notebook',
  leaf: 'sa-paper-notebooks',
  packing: 'small',
  share: 0.7,
  baht: 120,
  grams: 260,
  title: t('สมุด{cover} {colour} {paper} {size}', '{cover} notebook, {colour}, {paper}, {size}'),
  axes: {
    cover: [
      v('ปกกระดาษสา', 'sa-paper'),
      v('ปกกระดาษสาฝังใบไม้', 'leaf-inlaid sa-paper', { times: 1.15 }),
      v('ปกผ้าทอ', 'woven-cloth', { times: 1.3 }),
      v('ปกแข็งเย็บกี่', 'hardback stitched', { times: 1.4 }),
    ],
    colour: [
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีเขียวใบตอง', 'leaf green', { look: 'leaf' }),
      v('สีแดงอิฐ', 'brick red', { look: 'clay' }),
      v('สีดาวเรือง', 'marigold', { look: 'marigold' }),
    ],
    paper: [
      v('กระดาษไม่มีเส้น', 'plain pages'),
      v('กระดาษมีเส้น', 'ruled pages'),
      v('กระดาษจุด', 'dotted pages', { times: 1.05 }),
      v('กระดาษสาวาดสีน้ำ', 'sa pages for watercolour', { times: 1.4 }),
    ],
    size: [
      v('A6', 'A6', { times: 0.7, heft: 0.5 }),
      v('A5', 'A5'),
      v('B5', 'B5', { times: 1.3, heft: 1.4 }),
      v('A4', 'A4', { times: 1.7, heft: 2 }),
    ],
  },
  intro: [
    t(
      'สมุด{cover} {colour} {paper} ขนาด {size} ทำที่{province}',
      '{cover} notebook, {colour}, {paper}, {size}, made in {province}.',
    ),
    t(
      'เล่มนี้ {size} {cover} {colour} ข้างใน{paper}',
      'This one is {size}: {cover}, {colour}, with {paper}.',
    ),
  ],
  made: [
    t(
      'เปลือกสาต้ม ทุบ ช้อนเป็นแผ่น ตากบนตะแกรง ไม่ใช้สารฟอก',
      'Mulberry bark is boiled, beaten, lifted on a screen and sunned, with no bleach.',
    ),
    t('เย็บสันด้วยด้ายป่าน กางได้ราบทุกหน้า', 'Sewn with hemp thread so it opens flat.'),
  ],
  use: [
    t('จดงาน เขียนบันทึก หรือแปะรูปเดินทาง', 'For work, a diary, or travel pictures.'),
    t('หมึกซึมไม่ทะลุหลัง ใช้ปากกาหมึกซึมได้', 'Fountain-pen ink doesn’t go through.'),
  ],
  care: [
    t('เก็บพ้นความชื้น กระดาษจะไม่เหลือง', 'Keep dry and the paper won’t yellow.'),
    t('ปกเปื้อนใช้ยางลบก้อนขาวถูเบา ๆ', 'Clean the cover gently with a white eraser.'),
  ],
  praise: [
    t('กระดาษเนื้อดีมาก เขียนลื่น', 'Wonderful paper, smooth to write on.'),
    t('ปกสวย กางราบจริง', 'Lovely cover, really opens flat.'),
    t('ซื้อแจกน้องในทีม ชอบกันหมด', 'Bought for the team, all pleased.'),
  ],
  gripe: [t('จำนวนหน้าน้อยไปหน่อย', 'Could have a few more pages.')],
}

export const elephant: Family = {
  key: 'elephant',
  leaf: 'wood-carvings',
  packing: 'fragile',
  share: 0.6,
  baht: 390,
  grams: 600,
  title: t('ช้าง{wood} {pose} {finish} {size}', '{wood} elephant, {pose}, {finish}, {size}'),
  axes: {
    wood: [
      v('ไม้สักแกะสลัก', 'carved teak', { look: 'teak', times: 1.4 }),
      v('ไม้ฉำฉาแกะสลัก', 'carved rain-tree', { look: 'brown' }),
      v('ไม้ขนุนแกะสลัก', 'carved jackfruit-wood', { look: 'gold', times: 1.15 }),
    ],
    pose: [
      v('ยืน', 'standing'),
      v('เดิน', 'walking', { times: 1.05 }),
      v('ชูงวง', 'trunk raised', { times: 1.1 }),
      v('แม่ลูก', 'mother and calf', { times: 1.6, heft: 1.6 }),
    ],
    finish: [
      v('ทาน้ำมัน', 'oiled'),
      v('ลงแว็กซ์ด้าน', 'matt waxed', { times: 1.06 }),
      v('แกะผ้าคลุมหลัง', 'with carved saddle cloth', { times: 1.2 }),
      v('ขัดเรียบ', 'smooth', { times: 0.92 }),
    ],
    size: [
      v('สูง 8 ซม.', '8 cm tall', { times: 0.5, heft: 0.3 }),
      v('สูง 12 ซม.', '12 cm tall', { times: 0.75, heft: 0.6 }),
      v('สูง 18 ซม.', '18 cm tall'),
      v('สูง 25 ซม.', '25 cm tall', { times: 1.7, heft: 2.2 }),
      v('สูง 35 ซม.', '35 cm tall', { times: 2.8, heft: 4 }),
    ],
  },
  intro: [
    t(
      'ช้าง{wood} ท่า{pose} {finish} {size} งานสล่า{province}',
      '{wood} elephant, {pose}, {finish}, {size}, by carvers in {province}.',
    ),
    t(
      'ช้างท่า{pose}ตัวนี้{wood} {finish} {size} หูแต่ละตัวไม่เหมือนกัน',
      'This {pose} elephant is {wood}, {finish}, {size}; no two ears match.',
    ),
  ],
  made: [
    t('แกะจากไม้ท่อนเดียวด้วยสิ่วเจ็ดเล่ม ไม่มีรอยต่อ', 'Cut from one block with seven chisels, no joins.'),
    t(
      'ใช้ไม้ปลูกและไม้เก่าจากเรือน มีที่มาทุกท่อน',
      'Plantation and reclaimed house timber only, every piece accounted for.',
    ),
  ],
  use: [
    t('ตั้งโต๊ะทำงาน ชั้นหนังสือ หรือหน้าหิ้งพระ', 'For a desk, a bookshelf or beside the altar.'),
    t('ของขวัญขึ้นบ้านใหม่ที่คนรับยิ้มทุกครั้ง', 'A house-warming gift that always gets a smile.'),
  ],
  care: [
    t('เช็ดผ้าแห้ง ปีละครั้งทาน้ำมันมะกอกบาง ๆ', 'Wipe dry; a little olive oil once a year.'),
    t('อย่าตั้งกลางแดดหรือหน้าแอร์ ไม้จะแตกลาย', 'Keep from sun and air-conditioning, or it cracks.'),
  ],
  praise: [
    t('งานละเอียด หน้าตาน่ารัก', 'Fine carving, a dear face.'),
    t('ไม้จริง หนัก กลิ่นหอมอ่อน', 'Real wood, weighty, faint good smell.'),
    t('งวงไม่หัก แพ็กดีมาก', 'Trunk unbroken, very well packed.'),
  ],
  gripe: [t('มีรอยแตกลายงาเล็กน้อยที่ฐาน', 'A hairline crack at the foot.')],
}
