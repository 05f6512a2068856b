import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

export const houseplant: Family = {
  key: 'houseplant',
  leaf: 'foliage-plants',
  packing: 'living',
  share: 1,
  baht: 150,
  grams: 1200,
  title: t('{kind} {form} {pot} {size}', '{kind}, {form}, {pot}, {size}'),
  axes: {
    kind: [
      v('ยางอินเดีย', 'rubber plant'),
      v('พลูด่าง', 'golden pothos', { times: 0.6 }),
      v('กวักมรกต', 'zZ plant', { times: 1.1 }),
      v('เดหลี', 'peace lily', { times: 0.9 }),
      v('ไทรใบสัก', 'fiddle-leaf fig', { times: 1.6 }),
      v('ฟิโลเดนดรอนเขียว', 'green philodendron', { leaf: 'aroids', times: 1.2 }),
      v('มอนสเตอรา', 'monstera', { leaf: 'aroids', times: 1.5 }),
    ],
    form: [
      v('ต้นเดี่ยวทรงสวย', 'single stem'),
      v('กอแน่น', 'full clump', { times: 1.3 }),
      v('ไม้รากเดินแล้ว', 'well rooted'),
      v('ยอดใหม่สองยอด', 'two new shoots', { times: 1.15 }),
    ],
    pot: [
      v('กระถางดินเผา', 'terracotta pot', { look: 'clay', times: 1.2 }),
      v('กระถางเซรามิกขาว', 'white ceramic pot', { look: 'white', times: 1.4 }),
      v('กระถางคราม', 'indigo pot', { look: 'indigo', times: 1.3 }),
    ],
    size: [
      v('4 นิ้ว', '4 inch', { times: 0.65, heft: 0.5 }),
      v('6 นิ้ว', '6 inch'),
      v('8 นิ้ว', '8 inch', { times: 1.7, heft: 1.9 }),
      v('10 นิ้ว', '10 inch', { times: 2.6, heft: 3 }),
    ],
  },
  intro: [
    t(
      '{kind} {form} {pot} {size} เลี้ยงในสวนที่{province}',
      '{kind}, {form}, in a {size} {pot}, grown in {province}.',
    ),
    t(
      '{kind}ใน{pot} {size} {form} ต้นที่ได้ใกล้เคียงในรูป',
      '{kind}: {form}, {size}, {pot}. Yours will look much like the picture.',
    ),
  ],
  made: [
    t(
      'ปรับสภาพในร่มสามสัปดาห์ก่อนส่ง เข้าบ้านแล้วใบไม่ร่วง',
      'Hardened three weeks in shade, so it won’t drop leaves indoors.',
    ),
    t(
      'ดินผสมใบก้ามปู แกลบ และเพอร์ไลต์ ระบายน้ำดี',
      'Potted in leaf mould, husk and perlite that drains freely.',
    ),
  ],
  use: [
    t(
      'วางริมหน้าต่างแสงรำไร ห้องทำงาน หรือระเบียงร่ม',
      'Bright shade: a window, an office, a covered balcony.',
    ),
    t('ต้นเดียวมุมห้องก็สดชื่นขึ้น', 'One plant freshens a corner.'),
  ],
  care: [
    t(
      'ดินแห้งหนึ่งข้อนิ้วค่อยรด เช็ดใบสัปดาห์ละครั้ง',
      'Water when the top knuckle of soil is dry; wipe leaves weekly.',
    ),
    t('เลี้ยงให้พ้นมือสัตว์เลี้ยงที่ชอบแทะ', 'Keep away from pets that chew.'),
  ],
  praise: [
    t('ต้นสวยกว่าในรูป ใบไม่ช้ำ', 'Better than the photo, no bruised leaves.'),
    t('แพ็กแน่นมาก ดินไม่หก', 'Firmly packed, no soil spilled.'),
    t('สองอาทิตย์แตกใบใหม่แล้ว', 'A new leaf in two weeks.'),
  ],
  gripe: [t('ใบล่างเหลืองหนึ่งใบตอนมาถึง', 'One lower leaf yellow on arrival.')],
}

export const cactus: Family = {
  key: 'cactus',
  leaf: 'cacti',
  packing: 'living',
  share: 0.8,
  baht: 60,
  grams: 350,
  title: t('แคคตัส{kind} {form} {pot} {size}', '{kind} cactus, {form}, {pot}, {size}'),
  axes: {
    kind: [
      v('ถังทอง', 'golden barrel', { times: 1.4 }),
      v('แมมขนนก', 'feather mammillaria', { times: 1.2 }),
      v('ยิมโน', 'gymnocalycium'),
      v('โลบิเวีย', 'lobivia', { times: 0.9 }),
      v('เสมา', 'bunny-ear', { times: 0.8 }),
      v('แอสโตร', 'astrophytum', { times: 1.6 }),
    ],
    form: [
      v('ต้นเดี่ยว', 'single head'),
      v('มีหน่อ', 'with pups', { times: 1.2 }),
      v('ไม้เมล็ด', 'seed-grown', { times: 0.85 }),
      v('พร้อมดอกตูม', 'in bud', { times: 1.25 }),
    ],
    pot: [
      v('กระถางดินเผา', 'clay pot', { look: 'clay' }),
      v('กระถางขาว', 'white pot', { look: 'white' }),
      v('กระถางเขียวน้ำทะเล', 'sea-green pot', { look: 'teal', times: 1.1 }),
    ],
    size: [
      v('2 นิ้ว', '2 inch', { times: 0.7, heft: 0.5 }),
      v('3 นิ้ว', '3 inch'),
      v('4 นิ้ว', '4 inch', { times: 1.5, heft: 1.6 }),
      v('6 นิ้ว', '6 inch', { times: 2.6, heft: 3 }),
    ],
  },
  intro: [
    t(
      'แคคตัส{kind} {form} {pot} {size} เลี้ยงเองที่{province}',
      '{kind} cactus, {form}, {size}, {pot}, raised in {province}.',
    ),
    t(
      '{kind}ต้นนี้{form} ปลูกใน{pot} {size} พร้อมหินโรยหน้า',
      'This {kind} is {form}, in a {size} {pot} with a stone top.',
    ),
  ],
  made: [
    t(
      'เพาะและเลี้ยงในโรงเรือนเดียวกัน โดนแดดจริง ต้นจึงไม่ยืด',
      'Raised in one house in real sun, so they aren’t stretched.',
    ),
    t('เปลี่ยนดินใหม่ก่อนส่งสองสัปดาห์ รากตั้งตัวแล้ว', 'Repotted two weeks before sending, roots settled.'),
  ],
  use: [
    t('วางโต๊ะทำงานริมหน้าต่าง หรือจัดเป็นสวนถาด', 'For a desk by a window, or a tray garden.'),
    t('ของขวัญเล็ก ๆ ที่อยู่ได้หลายปี', 'A small gift that lasts for years.'),
  ],
  care: [
    t('แดดเช้าวันละสามชั่วโมง รดเมื่อดินแห้งสนิท', 'Three hours of morning sun; water only when bone dry.'),
    t('หน้าฝนหลบฝน โคนเปียกนานจะเน่า', 'Shelter it in the rains: a wet base rots.'),
  ],
  praise: [
    t('ต้นแข็งแรง หนามไม่หัก', 'Strong plant, spines intact.'),
    t('น่ารักมาก วางโต๊ะแล้วยิ้ม', 'So cute on my desk.'),
    t('ร้านห่อทีละต้น ดินไม่หก', 'Each wrapped singly, no soil lost.'),
  ],
  gripe: [t('เล็กกว่าที่คิด ดูหน่วยนิ้วดี ๆ', 'Smaller than I thought; mind the inches.')],
}

export const orchid: Family = {
  key: 'orchid',
  leaf: 'orchids',
  packing: 'living',
  share: 0.7,
  baht: 190,
  grams: 700,
  title: t('กล้วยไม้{kind} {colour} {stage} {size}', '{kind} orchid, {colour}, {stage}, {size}'),
  axes: {
    kind: [
      v('ฟาแลนนอปซิส', 'phalaenopsis', { leaf: 'phalaenopsis', times: 1.5 }),
      v('หวาย', 'dendrobium'),
      v('แคทลียา', 'cattleya', { times: 1.6 }),
      v('ม็อกคาร่า', 'mokara', { times: 1.2 }),
    ],
    colour: [
      v('สีชมพู', 'pink', { look: 'rose' }),
      v('สีขาว', 'white', { look: 'white' }),
      v('สีม่วง', 'purple', { look: 'plum' }),
      v('สีเหลือง', 'yellow', { look: 'gold' }),
    ],
    stage: [
      v('มีช่อดอก', 'in flower', { times: 1.3 }),
      v('ช่อตูม', 'in bud', { times: 1.2 }),
      v('ช่อคู่', 'two sprays', { times: 1.6 }),
      v('ไม้โตเต็มวัย', 'flowering size', { times: 0.9 }),
    ],
    size: [
      v('กระถาง 3 นิ้ว', '3 inch pot', { times: 0.75, heft: 0.6 }),
      v('กระถาง 4 นิ้ว', '4 inch pot'),
      v('กระถาง 5 นิ้ว', '5 inch pot', { times: 1.25, heft: 1.3 }),
    ],
  },
  intro: [
    t(
      'กล้วยไม้{kind} {colour} {stage} {size} จากเรือนใน{province}',
      '{colour} {kind} orchid from {province}, {stage}, {size}.',
    ),
    t(
      '{kind}{colour} {stage} ปลูกใน{size} รากแน่นเต็มกระถาง',
      '{kind} in {colour}, {stage}, {size}, roots filling the pot.',
    ),
  ],
  made: [
    t('เลี้ยงตั้งแต่ขวดเพาะ สามปีถึงให้ดอกแรก', 'Grown from flask: three years to its first flower.'),
    t(
      'ปลูกในถ่านกับกาบมะพร้าว รากหายใจได้',
      'Planted in charcoal and coconut husk so the roots breathe.',
    ),
  ],
  use: [
    t('ตั้งห้องรับแขก ระเบียงร่ม หรือให้เป็นของขวัญ', 'For a sitting room, a shaded balcony, or a gift.'),
    t('ดอกหนึ่งช่ออยู่ได้หกถึงแปดสัปดาห์', 'A spray lasts six to eight weeks.'),
  ],
  care: [
    t('รดเช้าวันเว้นวัน อย่าให้น้ำขังกลางยอด', 'Water every other morning; never leave it in the crown.'),
    t('แสงรำไร ลมโกรก ใส่ปุ๋ยละลายสัปดาห์ละครั้ง', 'Dappled light, moving air, weak feed weekly.'),
  ],
  praise: [
    t('ดอกสมบูรณ์ มาถึงไม่ช้ำเลย', 'Perfect flowers, not a bruise.'),
    t('บานอยู่เกือบสองเดือน', 'In bloom for nearly two months.'),
    t('ร้านสอนวิธีเลี้ยงละเอียดมาก', 'The shop explained the care in detail.'),
  ],
  gripe: [t('ดอกตูมร่วงไปสองดอกตอนขนส่ง', 'Two buds dropped on the way.')],
}

export const seeds: Family = {
  key: 'seeds',
  leaf: 'vegetable-seeds',
  packing: 'plain',
  share: 0.8,
  brands: ['ngok-ngam'],
  baht: 25,
  grams: 20,
  title: t('เมล็ดพันธุ์{kind} {strain} {pack} {count}', '{kind} seeds, {strain}, {pack}, {count}'),
  axes: {
    kind: [
      v('ผักบุ้งจีน', 'water spinach', { look: 'leaf' }),
      v('คะน้า', 'Chinese kale', { look: 'leaf' }),
      v('พริกขี้หนู', 'bird’s-eye chilli', { look: 'red' }),
      v('มะเขือเทศราชินี', 'queen tomato', { look: 'red', times: 1.3 }),
      v('กะเพราแดง', 'red holy basil', { look: 'leaf', leaf: 'herb-seeds' }),
      v('โหระพา', 'Thai basil', { look: 'leaf', leaf: 'herb-seeds' }),
      v('ดาวเรือง', 'marigold', { look: 'marigold', leaf: 'flower-seeds', times: 1.2 }),
      v('ทานตะวัน', 'sunflower', { look: 'marigold', leaf: 'flower-seeds', times: 1.2 }),
    ],
    strain: [
      v('พันธุ์แท้เก็บเมล็ดต่อได้', 'open-pollinated'),
      v('ลูกผสม F1', 'F1 hybrid', { times: 1.6 }),
      v('เมล็ดอินทรีย์', 'organic', { times: 1.4 }),
    ],
    pack: [
      v('ซองกันชื้น', 'foil packet'),
      v('ซองกระดาษ', 'paper packet', { times: 0.9 }),
      v('ชุดพร้อมดิน', 'kit with soil', { times: 3, heft: 12 }),
    ],
    count: [
      v('50 เมล็ด', '50 seeds', { times: 0.7 }),
      v('100 เมล็ด', '100 seeds'),
      v('300 เมล็ด', '300 seeds', { times: 2.2 }),
      v('แพ็ก 5 ซอง', '5 packets', { times: 4.2, heft: 4 }),
    ],
  },
  intro: [
    t(
      'เมล็ดพันธุ์{kind} {strain} {pack} {count} เก็บจากแปลงใน{province}',
      '{kind} seeds from {province}: {strain}, {pack}, {count}.',
    ),
    t(
      '{kind} {strain} บรรจุ{pack} {count} ลองเพาะก่อนขายทุกล็อต',
      '{kind}, {strain}, {pack}, {count}; every batch is test-sown.',
    ),
  ],
  made: [
    t(
      'อัตรางอกไม่ต่ำกว่าแปดสิบห้าเปอร์เซ็นต์ ระบุวันเก็บไว้หลังซอง',
      'At least 85 % germination; harvest date on the back.',
    ),
    t('ตากลมแล้วคัดด้วยตะแกรง เมล็ดลีบออกหมด', 'Air-dried and sieved until no empty seed is left.'),
  ],
  use: [
    t(
      'แช่น้ำอุ่นหกชั่วโมง แล้วเพาะในดินร่วนลึกหนึ่งเซนติเมตร',
      'Soak six hours in warm water and sow a centimetre deep.',
    ),
    t('กระถางเดียวริมระเบียงก็เก็บได้ทั้งฤดู', 'One balcony pot will crop all season.'),
  ],
  care: [
    t('เก็บตู้เย็นช่องผัก ใช้ภายในหนึ่งปี', 'Keep in the vegetable drawer, use within a year.'),
    t('รดเป็นละออง อย่าให้เมล็ดกระเด็น', 'Mist, so the seeds don’t scatter.'),
  ],
  praise: [
    t('งอกเกือบทุกเมล็ด สี่วันเห็นต้น', 'Nearly all came up, shoots in four days.'),
    t('มีวิธีปลูกแนบมา อ่านง่าย', 'Clear growing notes included.'),
    t('ปลูกกับลูกสนุกมาก', 'Great fun with my child.'),
  ],
  gripe: [t('งอกประมาณครึ่งเดียว', 'Only about half came up.')],
}
