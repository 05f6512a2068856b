import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

export const mortar: Family = {
  key: 'mortar',
  leaf: 'mortars',
  packing: 'bulky',
  share: 0.9,
  baht: 450,
  grams: 5200,
  title: t(
    'ครกหิน{stone} {size} {finish} {pestle}',
    '{stone} stone mortar, {size}, {finish}, {pestle}',
  ),
  axes: {
    stone: [
      v('อ่างศิลาแท้', 'Ang Sila', { look: 'grey', at: ['chonburi'], times: 1.4 }),
      v('แกรนิตเทา', 'grey granite', { look: 'grey' }),
      v('แกรนิตดำ', 'black granite', { look: 'black', times: 1.1 }),
      v('แกรนิตขาวนวล', 'pale granite', { look: 'pale', times: 1.15 }),
    ],
    size: [
      v('5 นิ้ว', '5 inch', { times: 0.6, heft: 0.5 }),
      v('6 นิ้ว', '6 inch', { times: 0.8, heft: 0.75 }),
      v('7 นิ้ว', '7 inch'),
      v('8 นิ้ว', '8 inch', { times: 1.35, heft: 1.5 }),
      v('9 นิ้ว', '9 inch', { times: 1.8, heft: 2.1 }),
    ],
    finish: [
      v('ขัดมัน', 'polished'),
      v('สกัดมือผิวหยาบ', 'hand-chiselled', { times: 1.15 }),
      v('ปากตัดเรียบ', 'flat-rimmed'),
    ],
    pestle: [
      v('พร้อมสากหิน', 'with stone pestle'),
      v('พร้อมสากคู่', 'with two pestles', { times: 1.15 }),
      v('สากหัวใหญ่', 'with heavy pestle', { times: 1.08 }),
    ],
  },
  intro: [
    t(
      'ครกหิน{stone} {size} {finish} {pestle} ส่งจาก{province}',
      '{stone} mortar, {size}, {finish}, {pestle}, sent from {province}.',
    ),
    t(
      'ครก{stone}ลูกนี้ {size} {finish} มา{pestle}ครบชุด',
      'This {stone} mortar is {size}, {finish}, and comes {pestle}.',
    ),
  ],
  made: [
    t(
      'สกัดจากหินก้อนเดียว ไม่ใช่หินอัด ช่างหนึ่งคนทำได้วันละสองลูก',
      'Cut from one block, never pressed stone. One mason makes two a day.',
    ),
    t(
      'เคาะฟังเสียงใสทุกลูก เสียงทึบแปลว่าร้าวในเราไม่ส่ง',
      'Each is tapped: a dull note means a hidden crack, and it stays here.',
    ),
  ],
  use: [
    t(
      'ตำน้ำพริก พริกแกง ส้มตำ ไม่กระดอนเพราะน้ำหนักถึง',
      'For relishes, curry pastes and som tam; heavy enough not to jump.',
    ),
    t('บดเครื่องเทศแห้งได้ละเอียดกว่าเครื่องปั่น', 'Grinds dry spice finer than a blender.'),
  ],
  care: [
    t(
      'ใช้ครั้งแรกให้ตำข้าวสารกับเกลือสองรอบ แล้วล้างน้ำเปล่า',
      'Before first use pound rice and salt twice, then rinse with plain water.',
    ),
    t(
      'อย่าใช้น้ำยาล้างจาน หินดูดกลิ่น ล้างน้ำอุ่นแล้วผึ่งแดด',
      'No washing-up liquid, since stone takes the smell: warm water and sun.',
    ),
  ],
  praise: [
    t('หนักแน่น ตำแล้วไม่เลื่อน', 'Solid; doesn’t slide at all.'),
    t('หินแท้ ไม่มีเศษหลุด', 'Real stone, no grit coming off.'),
    t('ใส่ลังไม้มาอย่างดี', 'Came safely in a wooden crate.'),
  ],
  gripe: [t('หนักมาก ยกคนเดียวเหนื่อย แต่ดี', 'Very heavy to lift alone, but good.')],
}

export const knife: Family = {
  key: 'knife',
  leaf: 'knives',
  packing: 'small',
  share: 0.9,
  brands: ['ton-pho'],
  baht: 290,
  grams: 320,
  title: t('มีด{kind} {steel} {handle} {size}', '{kind}, {steel}, {handle}, {size}'),
  axes: {
    kind: [
      v('อีโต้', 'Thai cleaver', { times: 1.25, heft: 1.8 }),
      v('หั่นผัก', 'vegetable knife'),
      v('แล่ปลา', 'fish knife', { times: 1.1 }),
      v('ทำครัวอเนกประสงค์', 'kitchen knife', { times: 1.05 }),
      v('สับหมู', 'meat chopper', { times: 1.2, heft: 1.6 }),
      v('ปอกผลไม้', 'paring knife', { times: 0.6, heft: 0.4 }),
    ],
    steel: [
      v('เหล็กแหนบตีมือ', 'hand-forged spring steel', { times: 1.2 }),
      v('เหล็กกล้าคาร์บอน', 'carbon steel'),
      v('สเตนเลส 440', '440 stainless', { times: 0.95 }),
    ],
    handle: [
      v('ด้ามไม้ชิงชัน', 'rosewood handle', { look: 'rosewood', times: 1.2 }),
      v('ด้ามไม้มะค่า', 'makha-wood handle', { look: 'oak' }),
      v('ด้ามเขาควาย', 'buffalo-horn handle', { look: 'black', times: 1.5 }),
    ],
    size: [
      v('5 นิ้ว', '5 inch', { times: 0.75 }),
      v('6 นิ้ว', '6 inch', { times: 0.85 }),
      v('7 นิ้ว', '7 inch'),
      v('8 นิ้ว', '8 inch', { times: 1.15 }),
    ],
  },
  intro: [
    t(
      'มีด{kind} {steel} {handle} ใบยาว {size} ส่งจาก{province}',
      '{kind} in {steel}, {handle}, {size} blade, sent from {province}.',
    ),
    t(
      'มีด{kind} {size} {handle} ใบทำจาก{steel} ลับคมมาพร้อมใช้',
      'A {size} {kind}, {handle}, blade of {steel}, honed and ready.',
    ),
  ],
  made: [
    t(
      'เผาแดงแล้วตีซ้ำจนเนื้อเหล็กแน่น ชุบน้ำสองรอบ คมอยู่นาน',
      'Heated red, hammered dense and quenched twice, so the edge lasts.',
    ),
    t(
      'ด้ามเข้าหมุดทองเหลือง ไม่ใช้กาวล้วน ตกพื้นไม่หลุด',
      'The handle is pinned with brass, not just glued, and survives a fall.',
    ),
  ],
  use: [
    t('น้ำหนักถ่วงหน้าพอดี ใช้นานไม่เมื่อยข้อมือ', 'Slightly blade-heavy, so the wrist doesn’t tire.'),
    t('ลองกับมะเขือเทศสุกก่อนส่งทุกเล่ม', 'Every one is tried on a ripe tomato first.'),
  ],
  care: [
    t(
      'ใช้แล้วล้าง เช็ดแห้งทันที ทาน้ำมันพืชบาง ๆ ถ้าเก็บนาน',
      'Wash and dry at once; a film of oil if you store it.',
    ),
    t('ลับด้วยหินเบอร์ 1000 เดือนละครั้งพอ', 'A 1000-grit stone once a month is enough.'),
  ],
  praise: [
    t('คมมาก ระวังนิ้ว', 'Very sharp, mind your fingers.'),
    t('ด้ามจับสวย น้ำหนักดี', 'Handsome handle, good balance.'),
    t('ใช้มาสองเดือนยังคมอยู่', 'Still sharp after two months.'),
  ],
  gripe: [t('มีสนิมจุดเล็ก ๆ เช็ดออกได้', 'A speck of rust, wiped off.')],
}

export const utensils: Family = {
  key: 'utensils',
  leaf: 'wooden-utensils',
  packing: 'small',
  share: 0.8,
  baht: 120,
  grams: 260,
  title: t('{kind}{wood} {finish} {set}', '{kind} in {wood}, {finish}, {set}'),
  axes: {
    kind: [
      v('ตะหลิว', 'turners'),
      v('ทัพพี', 'rice paddles', { times: 0.9 }),
      v('ช้อนยาว', 'long spoons', { times: 0.95 }),
      v('ชุดช้อนตะหลิว', 'spoon and turner set', { times: 1.3 }),
      v('กระบวยตักแกง', 'ladles', { times: 1.1 }),
    ],
    wood: [
      v('ไม้สัก', 'teak', { look: 'teak', times: 1.25 }),
      v('ไม้มะม่วง', 'mango wood', { look: 'pale' }),
      v('ไม้ตาล', 'palm wood', { look: 'dark', times: 1.2 }),
      v('ไม้มะพร้าว', 'coconut wood', { look: 'dark', times: 1.1 }),
    ],
    finish: [
      v('ทาน้ำมันพืช', 'plant-oiled'),
      v('ขัดด้านไม่ทาสี', 'bare-sanded', { times: 0.92 }),
      v('แกะลายปลายด้าม', 'carved handles', { times: 1.3 }),
    ],
    set: [
      v('ชุด 2 ชิ้น', 'set of 2', { times: 0.7, heft: 0.6 }),
      v('ชุด 3 ชิ้น', 'set of 3'),
      v('ชุด 5 ชิ้น', 'set of 5', { times: 1.55, heft: 1.6 }),
      v('ชุด 6 ชิ้นพร้อมกระบอก', 'set of 6 with holder', { times: 2.2, heft: 2.4 }),
    ],
  },
  intro: [
    t(
      '{kind}{wood} {finish} {set} งานมือจาก{province}',
      '{kind} in {wood}, {finish}, {set}, handmade in {province}.',
    ),
    t(
      '{set} {kind}ทำจาก{wood} {finish} ไม่เคลือบแล็กเกอร์',
      'A {set}: {kind} of {wood}, {finish}, with no lacquer.',
    ),
  ],
  made: [
    t('เหลาจากไม้ท่อนเดียว ไม่ต่อ ไม่ติดกาว', 'Each is shaved from one piece, no joints or glue.'),
    t(
      'ขัดสามเบอร์แล้วลูบน้ำให้ขนไม้ขึ้น ขัดซ้ำจนไม่ขึ้นอีก',
      'Sanded through three grits, wetted to raise the grain, and sanded till it stays down.',
    ),
  ],
  use: [
    t('ไม่ขูดกระทะเคลือบ ไม่ร้อนมือ', 'Won’t scratch a coated pan or burn your hand.'),
    t('ผัด คน ตัก ได้ทั้งวัน น้ำหนักเบา', 'Stir, scoop and serve all day; light in the hand.'),
  ],
  care: [
    t(
      'ล้างแล้วผึ่ง อย่าแช่น้ำ เดือนละครั้งทาน้ำมันมะพร้าว',
      'Wash and air-dry, never soak; coconut oil once a month.',
    ),
    t('ห้ามเข้าเครื่องล้างจาน ไม้จะแตก', 'No dishwasher, or the wood splits.'),
  ],
  praise: [
    t('เนื้อไม้เนียน ไม่มีเสี้ยน', 'Silky wood, no splinters.'),
    t('จับถนัด สวยจนไม่อยากใช้', 'Good grip, almost too nice to use.'),
    t('กลิ่นไม้อ่อน ๆ ล้างครั้งเดียวหาย', 'Faint wood smell, gone after one wash.'),
  ],
  gripe: [t('สีไม้แต่ละชิ้นต่างกันพอสมควร', 'The pieces differ quite a bit in colour.')],
}

export const stickyRiceBasket: Family = {
  key: 'sticky-rice-basket',
  leaf: 'sticky-rice-baskets',
  packing: 'small',
  share: 0.7,
  baht: 110,
  grams: 260,
  title: t(
    'กระติ๊บข้าว{weave} {colour} {size} {strap}',
    'Sticky-rice basket, {weave}, {colour}, {size}, {strap}',
  ),
  axes: {
    weave: [
      v('ลายสอง', 'twill weave'),
      v('ลายขิด', 'khit weave', { times: 1.25 }),
      v('ลายดอกจันทน์', 'star weave', { times: 1.2 }),
      v('สานสองชั้น', 'double-walled', { times: 1.35 }),
    ],
    colour: [
      v('สีไม้ไผ่ธรรมชาติ', 'natural bamboo', { look: 'natural' }),
      v('แถบแดง', 'red band', { look: 'red' }),
      v('แถบคราม', 'indigo band', { look: 'indigo' }),
    ],
    size: [
      v('เล็ก 4 นิ้ว', 'small 4 inch', { times: 0.7 }),
      v('กลาง 6 นิ้ว', 'medium 6 inch'),
      v('ใหญ่ 8 นิ้ว', 'large 8 inch', { times: 1.5 }),
      v('จัมโบ้ 10 นิ้ว', 'jumbo 10 inch', { times: 2 }),
    ],
    strap: [
      v('สายฝ้าย', 'cotton strap'),
      v('สายหนังถัก', 'braided leather strap', { times: 1.25 }),
      v('ไม่มีสาย', 'no strap', { times: 0.9 }),
    ],
  },
  intro: [
    t(
      'กระติ๊บข้าวเหนียว{weave} {colour} ขนาด{size} {strap} สานที่{province}',
      'Sticky-rice basket from {province}: {weave}, {colour}, {size}, {strap}.',
    ),
    t(
      'กระติ๊บ{weave}ขนาด{size} {colour} {strap} ปิดแล้วข้าวนุ่มถึงเย็น',
      'A {size} basket, {weave}, {colour}, {strap}; rice stays soft till evening.',
    ),
  ],
  made: [
    t(
      'ไผ่บ้านอายุปีครึ่ง จักตอกบาง รมควันกันมอดก่อนสาน',
      'Bamboo of a year and a half, split thin and smoked against borers.',
    ),
    t(
      'ก้นยกสูงด้วยไม้ไขว้ ไอน้ำไม่ขังข้าวไม่แฉะ',
      'A crossed foot lifts the base, so steam can’t make the rice soggy.',
    ),
  ],
  use: [
    t(
      'ใส่ข้าวเหนียวร้อน ๆ ได้เลย หรือใช้เก็บหอมกระเทียมในครัว',
      'For hot sticky rice, or for shallots and garlic in the kitchen.',
    ),
    t('พกไปปิกนิกหรือใส่บาตรก็เข้าที', 'Take it on a picnic or to morning alms.'),
  ],
  care: [
    t('ใช้แล้วเคาะข้าวออก ผึ่งลม อย่าปิดฝาตอนชื้น', 'Knock the rice out and air it; never close it damp.'),
    t(
      'ถ้าขึ้นรา ต้มน้ำเกลือลวกแล้วตากแดดจัด',
      'If mould appears, scald with salt water and dry in strong sun.',
    ),
  ],
  praise: [
    t('สานแน่นมาก ข้าวนุ่มจนเย็น', 'Tightly woven, rice soft till evening.'),
    t('ลายสวย งานละเอียดเกินราคา', 'Beautiful pattern, finer than the price.'),
    t('ไม่มีกลิ่นอับ ใช้ได้เลย', 'No musty smell, ready to use.'),
  ],
  gripe: [t('ฝาหลวมไปนิด', 'The lid is a touch loose.')],
}

export const jar: Family = {
  key: 'jar',
  leaf: 'water-jars',
  packing: 'bulky',
  share: 0.6,
  baht: 480,
  grams: 4800,
  title: t('{kind}{pattern} {glaze} {size}', '{kind}, {pattern}, {glaze}, {size}'),
  axes: {
    kind: [
      v('โอ่งน้ำ', 'water jar'),
      v('โอ่งบัว', 'lotus jar', { times: 0.9 }),
      v('โอ่งน้ำล้น', 'overflow fountain jar', { times: 1.7 }),
      v('กระถางโอ่ง', 'jar planter', { leaf: 'flower-pots', times: 0.7 }),
    ],
    pattern: [
      v('ลายมังกรคู่', 'twin dragons', { times: 1.3 }),
      v('ลายมังกรเดี่ยว', 'single dragon', { times: 1.15 }),
      v('ลายมังกรเล่นเมฆ', 'dragon in clouds', { times: 1.4 }),
      v('ลายมังกรแถบเดียว', 'one dragon band'),
    ],
    glaze: [
      v('เคลือบน้ำตาล', 'brown glaze', { look: 'brown' }),
      v('เคลือบเขียวขี้ม้า', 'olive glaze', { look: 'olive', times: 1.08 }),
      v('เคลือบคราม', 'indigo glaze', { look: 'indigo', times: 1.2 }),
    ],
    size: [
      v('สูง 20 ซม.', '20 cm tall', { times: 0.6, heft: 0.4 }),
      v('สูง 30 ซม.', '30 cm tall'),
      v('สูง 45 ซม.', '45 cm tall', { times: 1.9, heft: 2.4 }),
      v('สูง 60 ซม.', '60 cm tall', { times: 3.2, heft: 4.5 }),
    ],
  },
  intro: [
    t(
      '{kind}{pattern} {glaze} {size} จากเตา{province}',
      '{kind} with {pattern}, {glaze}, {size}, from a {province} kiln.',
    ),
    t(
      '{kind} {size} {glaze} ปั้น{pattern}สดทีละใบ',
      '{kind}, {size}, {glaze}, with {pattern} modelled one at a time.',
    ),
  ],
  made: [
    t(
      'ดินแดงหมักข้ามคืน ขึ้นรูปสามท่อนแล้วต่อ ใช้หัวแม่มือรีดลายสด',
      'Red clay rested overnight, thrown in three parts, the relief pressed with a thumb.',
    ),
    t(
      'เผาฟืนสองวันสองคืน สีเคลือบเข้มอ่อนตามที่วางในเตา',
      'Two days and nights of wood firing; the shade depends on its place in the kiln.',
    ),
  ],
  use: [
    t(
      'ตั้งหน้าบ้าน ใส่บัว เลี้ยงปลาหางนกยูง หรือปลูกไม้ใบได้',
      'Stand it by the door with lotus, guppies or a leafy plant.',
    ),
    t(
      'น้ำในโอ่งดินเย็นกว่าถังพลาสติกโดยไม่ต้องใช้ไฟ',
      'Water keeps cooler in clay than in plastic, with no electricity.',
    ),
  ],
  care: [
    t('ใบใหม่แช่น้ำหนึ่งวันก่อนใช้ ตะไคร่ขัดด้วยเกลือ', 'Soak a day before use; scrub algae with salt.'),
    t('ตั้งบนพื้นเรียบ อย่ากลิ้งตอนมีน้ำ', 'Stand it level and never roll it full.'),
  ],
  praise: [
    t('มังกรคมมาก งานช่างจริง', 'Crisp dragons, a real craftsman’s work.'),
    t('ลังไม้แน่นหนา มาถึงไม่มีรอย', 'Stout crate, not a mark on it.'),
    t('ตั้งหน้าบ้านแล้วคนถามทุกคน', 'Everyone who visits asks about it.'),
  ],
  gripe: [t('สีเข้มกว่าในรูปหน่อย', 'A little darker than pictured.')],
}
