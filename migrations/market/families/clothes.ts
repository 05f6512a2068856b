import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

const SIZES = {
  name: t('ขนาด', 'Size'),
  most: 5,
  values: [
    v('S', 'S'),
    v('M', 'M'),
    v('L', 'L'),
    v('XL', 'XL', { add: 20 }),
    v('2XL', '2XL', { add: 40 }),
  ],
}

export const moHom: Family = {
  key: 'mo-hom',
  leaf: 'mo-hom-shirts',
  packing: 'cloth',
  share: 1.2,
  brands: ['thung-hong', 'khram-dee'],
  baht: 329,
  grams: 320,
  title: t('เสื้อ{dye} {collar} {cloth} {detail}', '{dye} shirt, {collar}, {cloth}, {detail}'),
  axes: {
    dye: [
      v('หม้อห้อมย้อมธรรมชาติ', 'natural mo hom', { look: 'indigo', times: 1.3 }),
      v('หม้อห้อมสีเข้ม', 'deep mo hom', { look: 'navy' }),
      v('ครามฟอกอ่อน', 'washed-indigo', { look: 'sky', times: 1.1 }),
      v('ย้อมมะเกลือ', 'ebony-fruit dyed', { look: 'black', times: 1.25 }),
      v('ย้อมครามเข้ม', 'deep indigo', { look: 'navy', times: 1.15 }),
    ],
    collar: [
      v('คอจีน', 'mandarin collar'),
      v('คอกลมผูกเชือก', 'tied round neck', { times: 0.92 }),
      v('คอปก', 'shirt collar', { times: 1.06 }),
      v('คอวี', 'v-neck', { times: 0.95 }),
    ],
    cloth: [
      v('ฝ้ายทอมือ', 'hand-woven cotton', { times: 1.25 }),
      v('ฝ้ายเนื้อบาง', 'light cotton'),
      v('ฝ้ายผสมลินิน', 'cotton and linen', { times: 1.15 }),
    ],
    detail: [
      v('แขนสั้นกระดุมผ้า', 'short sleeves, cloth buttons'),
      v('แขนสามส่วนกระดุมกะลา', 'three-quarter sleeves, coconut buttons', { times: 1.08 }),
      v('แขนสั้นเย็บด้นมือ', 'short sleeves, hand-stitched', { times: 1.2 }),
    ],
  },
  options: [SIZES],
  intro: [
    t(
      'เสื้อ{dye} {collar} ตัดจาก{cloth} {detail} งาน{province}',
      '{dye} shirt with {collar}, in {cloth}, {detail}, made in {province}.',
    ),
    t(
      'เสื้อ{collar}{dye} ผ้า{cloth} {detail} ใส่สบายทั้งวัน',
      'A {dye} shirt, {collar}, {cloth}, {detail}, easy all day.',
    ),
  ],
  made: [
    t(
      'ย้อมซ้ำแปดรอบ ผึ่งลมระหว่างรอบให้สีเกาะเนื้อด้าย',
      'Dyed eight times and aired in between, so the colour takes hold of the thread.',
    ),
    t(
      'ตัดเย็บทีละตัวในหมู่บ้าน ตะเข็บพับซ่อนไม่มีด้ายรุ่ย',
      'Sewn one at a time in the village, with felled seams and no loose thread.',
    ),
  ],
  use: [
    t('ใส่ไปวัด ไปทำงาน หรือสวมทับเสื้อยืดก็ได้', 'To the temple, to work, or open over a T-shirt.'),
    t('ทรงหลวมกำลังดี ระบายลมหน้าร้อน', 'Loose enough to let the air through in the hot season.'),
  ],
  care: [
    t(
      'สามครั้งแรกซักแยกด้วยน้ำเกลือ สีตกเป็นปกติของผ้าย้อม',
      'Wash apart in salt water the first three times; some bleeding is normal.',
    ),
    t('ตากกลับด้านในร่ม รีดไฟกลาง', 'Dry inside out in the shade; iron on medium.'),
  ],
  praise: [
    t('ผ้านิ่ม ใส่เย็น สีสวยมาก', 'Soft, cool, and a beautiful colour.'),
    t('ไซซ์ตรงตาราง ใส่พอดี', 'Fits as the chart says.'),
    t('ตัดเย็บเรียบร้อย ยิ่งซักยิ่งสวย', 'Neat sewing, better with each wash.'),
  ],
  gripe: [t('สีตกตามที่เตือน ต้องซักแยกหลายรอบ', 'Bled as warned; several separate washes.')],
}

export const tShirt: Family = {
  key: 't-shirt',
  leaf: 't-shirts',
  packing: 'cloth',
  share: 1.1,
  brands: ['fai-ngam', 'khram-dee'],
  baht: 220,
  grams: 210,
  title: t('เสื้อยืด{print} {colour} {cut} {cloth}', '{colour} T-shirt, {print}, {cut}, {cloth}'),
  axes: {
    print: [
      v('สีพื้น', 'plain'),
      v('ทรงเรียบไม่มีลาย', 'no print', { times: 0.95 }),
      v('ย้อมมือ', 'hand-dyed', { times: 1.3 }),
      v('ย้อมสีธรรมชาติ', 'plant-dyed', { times: 1.4 }),
    ],
    colour: [
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีขาวข้าว', 'rice-white', { look: 'cream' }),
      v('สีเขียวใบตอง', 'leaf-green', { look: 'leaf' }),
      v('สีอิฐ', 'brick', { look: 'clay' }),
      v('สีดาวเรือง', 'marigold', { look: 'marigold' }),
    ],
    cut: [
      v('ทรงปกติ', 'regular'),
      v('ทรงโอเวอร์ไซซ์', 'oversized', { times: 1.1 }),
      v('ทรงเอวลอย', 'cropped', { times: 0.95 }),
    ],
    cloth: [
      v('ฝ้าย 100%', '100 % cotton'),
      v('ฝ้ายออร์แกนิก', 'organic cotton', { times: 1.3 }),
      v('ฝ้ายหนา 220 แกรม', '220 gsm cotton', { times: 1.15 }),
      v('ฝ้ายผสมไผ่', 'cotton and bamboo', { times: 1.2 }),
    ],
  },
  options: [SIZES],
  intro: [
    t(
      'เสื้อยืด{print} {colour} {cut} ผ้า{cloth} ส่งจาก{province}',
      '{colour} T-shirt, {print}, {cut}, {cloth}, sent from {province}.',
    ),
    t(
      '{colour} {cut} {print} เนื้อ{cloth} ตัวเดียวใส่ได้ทั้งสัปดาห์',
      'Our {colour} tee, {cut}, {print}, {cloth}: one you’ll wear all week.',
    ),
  ],
  made: [
    t('เย็บคู่ทุกตะเข็บ คอริบสองชั้นไม่ย้วย', 'Double-stitched throughout; the two-ply neck won’t stretch.'),
    t('ผ้าหดตัวมาก่อนตัดแล้ว ซักแล้วไม่สั้น', 'The cloth is pre-shrunk, so it stays the length it is.'),
  ],
  use: [
    t('ใส่เดี่ยวก็ได้ สวมใต้เชิ้ตก็เรียบร้อย', 'Alone, or tidy under a shirt.'),
    t('ซับเหงื่อดี ใส่วิ่งตลาดทั้งวันไม่เหนียว', 'Takes up sweat; good for a whole day around the market.'),
  ],
  care: [
    t('กลับด้านซักน้ำเย็น ไม่ต้องใช้น้ำยาฟอก', 'Wash cold, inside out, with no bleach.'),
    t('ตากร่ม สีจะอยู่นาน', 'Dry in shade and the colour lasts.'),
  ],
  praise: [
    t('ผ้านุ่มหนากำลังดี ไม่บางเห็นข้างใน', 'Soft, and thick enough not to see through.'),
    t('ใส่แล้วทรงสวย สั่งเพิ่มอีกสองสี', 'Great cut, ordered two more colours.'),
    t('ซักห้ารอบแล้วคอยังไม่ย้วย', 'Five washes and the neck hasn’t stretched.'),
  ],
  gripe: [t('สีจริงอ่อนกว่าในจอนิดหน่อย', 'Colour is a bit lighter than on screen.')],
}

export const trousers: Family = {
  key: 'trousers',
  leaf: 'fisherman-trousers',
  packing: 'cloth',
  share: 0.9,
  brands: ['thung-hong'],
  baht: 259,
  grams: 340,
  title: t(
    'กางเกง{kind} {cloth} {colour} {detail}',
    '{kind} trousers, {cloth}, {colour}, {detail}',
  ),
  axes: {
    kind: [
      v('เล', 'fisherman'),
      v('เลขาสามส่วน', 'cropped fisherman', { times: 0.92 }),
      v('ม้งเอวยางยืด', 'elastic-waist Hmong', { leaf: 'easy-trousers', times: 1.1 }),
      v('ขาก๊วย', 'wide-leg farmer', { leaf: 'easy-trousers', times: 0.95 }),
    ],
    cloth: [
      v('ฝ้ายทอ', 'woven cotton'),
      v('ฝ้ายสลับลินิน', 'cotton and linen', { times: 1.2 }),
      v('เรยอนทิ้งตัว', 'soft rayon', { times: 0.9 }),
      v('ฝ้ายย้อมธรรมชาติ', 'plant-dyed cotton', { times: 1.3 }),
    ],
    colour: [
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีดำมะเกลือ', 'ebony black', { look: 'black' }),
      v('สีน้ำตาลเปลือกไม้', 'bark brown', { look: 'brown' }),
      v('สีเขียวขี้ม้า', 'olive', { look: 'olive' }),
    ],
    detail: [
      v('กระเป๋าข้างคู่', 'two side pockets'),
      v('กระเป๋าซ่อนซิป', 'hidden zip pocket', { times: 1.08 }),
      v('ไม่มีกระเป๋า', 'no pockets', { times: 0.92 }),
      v('เดินด้ายสีตัด', 'contrast stitching', { times: 1.05 }),
    ],
  },
  options: [
    {
      name: t('ขนาด', 'Size'),
      most: 3,
      values: [
        v('ฟรีไซซ์', 'One size'),
        v('L–XL', 'L–XL', { add: 20 }),
        v('2XL–3XL', '2XL–3XL', { add: 40 }),
      ],
    },
  ],
  intro: [
    t(
      'กางเกง{kind} {cloth} {colour} {detail} ตัดเย็บที่{province}',
      '{kind} trousers in {cloth}, {colour}, {detail}, sewn in {province}.',
    ),
    t(
      'กางเกง{kind}{colour} ผ้า{cloth} {detail} ผูกเอวแล้วอยู่',
      '{colour} {kind} trousers, {cloth}, {detail}, that stay where you tie them.',
    ),
  ],
  made: [
    t('เป้าเย็บสามเส้น นั่งยอง ๆ ไม่ปริ', 'The seat is triple-sewn, so squatting won’t split it.'),
    t('ซักน้ำร้อนมาก่อนหนึ่งครั้ง ไม่หดอีก', 'Washed hot once before sale, so it’s done shrinking.'),
  ],
  use: [
    t('ใส่อยู่บ้าน เล่นโยคะ ไปทะเล หรือนั่งรถไกล', 'For home, yoga, the beach or a long bus ride.'),
    t('เข้ากับเสื้อยืดขาวหรือเสื้อหม้อห้อม', 'Goes with a white tee or an indigo shirt.'),
  ],
  care: [
    t('ซักแยกสีครั้งแรก ตากในร่ม', 'Wash apart the first time and dry in shade.'),
    t('ไม่ต้องรีดก็ใส่ได้ ยับแบบผ้าฝ้าย', 'No need to iron: it creases the way cotton should.'),
  ],
  praise: [
    t('ใส่สบายที่สุดในตู้', 'The most comfortable thing I own.'),
    t('ผ้าดี ไม่ร้อน ยาวกำลังดี', 'Good cloth, cool, right length.'),
    t('คนสูง 180 ใส่ได้', 'I’m 180 cm and it fits.'),
  ],
  gripe: [t('เชือกผูกเอวสั้นไปนิด', 'The waist tie is slightly short.')],
}

export const sarong: Family = {
  key: 'sarong',
  leaf: 'sarongs',
  packing: 'cloth',
  share: 0.9,
  brands: ['ko-yo'],
  baht: 290,
  grams: 300,
  title: t('ผ้าถุง{craft} {motif} {colour} {length}', '{craft} sarong, {motif}, {colour}, {length}'),
  axes: {
    craft: [
      v('บาติกเขียนมือ', 'hand-drawn batik', { times: 1.9, at: ['songkhla'] }),
      v('บาติกพิมพ์บล็อก', 'block-printed batik', { times: 1.1, at: ['songkhla'] }),
      v('ฝ้ายทอมือ', 'hand-woven cotton', { times: 1.4 }),
      v('ฝ้ายพิมพ์ลาย', 'printed cotton'),
      v('มัดหมี่ฝ้าย', 'cotton mudmee', { times: 1.6, at: ['khon-kaen', 'yasothon'] }),
    ],
    motif: [
      v('ลายดอก', 'flower motif'),
      v('ลายดอกชบา', 'hibiscus motif'),
      v('ลายดอกเล็ก', 'small-flower motif'),
      v('ลายดอกพะยอม', 'phayom-flower motif'),
    ],
    colour: [
      v('สีน้ำเงินทะเล', 'sea blue', { look: 'indigo' }),
      v('สีแดงครั่ง', 'lac red', { look: 'red' }),
      v('สีเขียวหัวเป็ด', 'teal', { look: 'teal' }),
      v('สีม่วงมังคุด', 'mangosteen purple', { look: 'plum' }),
    ],
    length: [
      v('1.8 เมตร', '1.8 m', { times: 0.92 }),
      v('2 เมตร', '2 m'),
      v('เย็บสำเร็จ', 'ready sewn', { times: 1.15 }),
    ],
  },
  intro: [
    t(
      'ผ้าถุง{craft} {motif} {colour} {length} งาน{province}',
      '{craft} sarong from {province}: {motif}, {colour}, {length}.',
    ),
    t(
      'ผืนนี้เป็น{craft} {motif}บนพื้น{colour} ขนาด {length}',
      'This one is {craft}, with {motif} on {colour}, {length}.',
    ),
  ],
  made: [
    t(
      'ลงสีทีละชั้น ต้มน้ำตรึงสีก่อนตาก สีจึงไม่ตกเลอะ',
      'Colours go on in layers and are boiled fast, so they don’t run.',
    ),
    t('ริมผ้าเก็บเรียบสองด้าน ไม่รุ่ยเวลาซัก', 'Both edges are finished so they don’t fray in the wash.'),
  ],
  use: [
    t(
      'นุ่งอยู่บ้าน นุ่งไปงานบุญ หรือคลุมไหล่ริมทะเล',
      'Wear it at home, to a merit-making, or over your shoulders by the sea.',
    ),
    t('ตัดเป็นเสื้อหรือปูโต๊ะก็ได้หนึ่งชิ้นพอดี', 'Enough cloth for one blouse, or a tablecloth.'),
  ],
  care: [
    t('ซักมือน้ำเย็น แยกผ้าขาวสองครั้งแรก', 'Hand wash cold, away from whites the first two times.'),
    t(
      'รีดด้านในไฟกลาง กลิ่นเทียนหรือแป้งจะหายไปเอง',
      'Iron inside on medium; any smell of wax or starch fades.',
    ),
  ],
  praise: [
    t('ลายสวย สีสดเหมือนในรูป', 'Lovely motif, as vivid as the picture.'),
    t('ผ้านิ่มตั้งแต่ครั้งแรก แม่ชอบมาก', 'Soft from the first day, mum loves it.'),
    t('นุ่งเย็นสบาย ไม่บาง', 'Cool to wear, not thin.'),
  ],
  gripe: [t('ยาวไปหน่อยสำหรับคนตัวเล็ก', 'A bit long if you’re small.')],
}

export const pakaoma: Family = {
  key: 'pakaoma',
  leaf: 'pakaoma-cloths',
  packing: 'cloth',
  share: 0.9,
  brands: ['ban-rai'],
  baht: 180,
  grams: 220,
  title: t('ผ้าขาวม้า{yarn} {colour} {weave} {size}', '{yarn} pakaoma, {colour}, {weave}, {size}'),
  axes: {
    yarn: [
      v('ฝ้ายทอมือ', 'hand-woven cotton', { times: 1.3 }),
      v('ฝ้ายย้อมสีธรรมชาติ', 'plant-dyed cotton', { times: 1.5 }),
      v('ฝ้ายกี่กระตุก', 'fly-shuttle cotton'),
      v('ฝ้ายผสมไหม', 'cotton and silk', { times: 2.4 }),
    ],
    colour: [
      v('แดงครามชมพู', 'red-indigo-pink', { look: 'classic' }),
      v('ครามสามเฉด', 'triple indigo', { look: 'indigo' }),
      v('เขียวเหลืองคราม', 'green-gold-indigo', { look: 'leaf' }),
      v('น้ำตาลเปลือกประดู่', 'padauk brown', { look: 'earth' }),
    ],
    weave: [
      v('ตาหมากรุกเล็ก', 'small check'),
      v('ตาหมากรุกใหญ่', 'large check'),
      v('ตาคู่', 'double check', { times: 1.06 }),
    ],
    size: [
      v('75×150 ซม.', '75×150 cm', { times: 0.8 }),
      v('80×180 ซม.', '80×180 cm'),
      v('90×180 ซม.', '90×180 cm', { times: 1.12 }),
      v('100×200 ซม.', '100×200 cm', { times: 1.3 }),
    ],
  },
  intro: [
    t(
      'ผ้าขาวม้า{yarn} สี{colour} {weave} ขนาด {size} ทอที่{province}',
      '{yarn} pakaoma in {colour}, {weave}, {size}, woven in {province}.',
    ),
    t(
      'ผืน {size} {yarn} {weave} สี{colour} ผืนเดียวใช้ได้ทั้งบ้าน',
      'A {size} cloth of {yarn}, {weave}, {colour}, for the whole household.',
    ),
  ],
  made: [
    t('เดินเส้นยืนสองพันเส้น ทอได้วันละสามผืน', 'Two thousand warp threads, three cloths a day.'),
    t('ล้างแป้งออกแล้วหนึ่งน้ำ นุ่มใช้ได้เลย', 'The starch has been washed out once, so it’s soft already.'),
  ],
  use: [
    t(
      'คาดเอว ผูกเปล โพกหัว ปูนั่ง เช็ดตัว หรือทำผ้าพันคอ',
      'Waist sash, cradle, headcloth, mat, towel or scarf.',
    ),
    t('ตัดเป็นเสื้อหรือปลอกหมอนก็ลายสวย', 'Makes a handsome shirt or cushion cover.'),
  ],
  care: [
    t('ซักเครื่องได้ แยกสีสองครั้งแรก', 'Machine washable; separate colours the first two times.'),
    t('ตากร่ม สีจะไม่ซีด ยิ่งใช้ยิ่งนุ่ม', 'Dry in shade against fading; it softens with use.'),
  ],
  praise: [
    t('ผ้าแน่น ซับน้ำดี สีไม่ตก', 'Dense, absorbent, colours stayed put.'),
    t('พ่อชอบมาก ขอเพิ่มอีกผืน', 'Dad asked for another.'),
    t('ลายสวยจนเอามาทำผ้าพันคอ', 'So pretty I wear it as a scarf.'),
  ],
  gripe: [t('แข็งนิดหน่อยก่อนซักครั้งแรก', 'A little stiff before the first wash.')],
}

export const silkScarf: Family = {
  key: 'silk-scarf',
  leaf: 'silk-scarves',
  packing: 'cloth',
  share: 0.8,
  brands: ['chonnabot'],
  baht: 690,
  grams: 120,
  title: t('ผ้าพันคอ{fibre} {pattern} {colour} {size}', '{fibre} scarf, {pattern}, {colour}, {size}'),
  axes: {
    fibre: [
      v('ไหมแท้', 'pure silk', { times: 1.3 }),
      v('ไหมอีรี่', 'eri silk', { times: 1.1 }),
      v('ฝ้ายเข็นมือ', 'hand-spun cotton', { leaf: 'cotton-scarves', times: 0.6 }),
      v('ไหมผสมฝ้าย', 'silk and cotton', { times: 0.85 }),
    ],
    pattern: [
      v('มัดหมี่ลายข้าวหลามตัด', 'diamond mudmee', { times: 1.3 }),
      v('พื้นเรียบชายครุย', 'plain, fringed'),
      v('ลายน้ำไหล', 'flowing-water weave', { times: 1.2 }),
      v('ลายลูกแก้ว', 'luk kaeo weave', { times: 1.15 }),
    ],
    colour: [
      v('สีแดงครั่ง', 'lac red', { look: 'red' }),
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีเหลืองเขแก่น', 'jackfruit yellow', { look: 'gold' }),
      v('สีชมพูฝาง', 'sappan pink', { look: 'rose' }),
    ],
    size: [
      v('30×160 ซม.', '30×160 cm', { times: 0.75 }),
      v('45×180 ซม.', '45×180 cm'),
      v('60×190 ซม.', '60×190 cm', { times: 1.35 }),
    ],
  },
  intro: [
    t(
      'ผ้าพันคอ{fibre} {pattern} {colour} ขนาด {size} ทอที่{province}',
      '{fibre} scarf woven in {province}: {pattern}, {colour}, {size}.',
    ),
    t(
      '{fibre}ผืน {size} {pattern} {colour} เบาและทิ้งตัวสวย',
      'A {size} scarf of {fibre}, {pattern}, {colour}, light with a good fall.',
    ),
  ],
  made: [
    t(
      'ย้อมสีจากต้นไม้แล้วตรึงด้วยโคลนหรือสารส้ม ไม่มีสีสองผืนที่เท่ากัน',
      'Dyed from plants and fixed with mud or alum; no two come out the same.',
    ),
    t(
      'ทอกี่มือหนึ่งผืนสองถึงสี่วัน ชายผ้าควั่นด้วยมือ',
      'Two to four days on a hand loom, the fringe twisted by hand.',
    ),
  ],
  use: [
    t(
      'พันคอห้องแอร์ คลุมไหล่งานแต่ง หรือผูกกระเป๋า',
      'For cold offices, over the shoulders at a wedding, or tied to a bag.',
    ),
    t('พับใส่กล่องเป็นของขวัญผู้ใหญ่ได้ทันที', 'Ready to give to an elder.'),
  ],
  care: [
    t(
      'ซักมือด้วยแชมพูเด็ก บีบน้ำออกอย่าบิด ตากร่ม',
      'Hand wash with baby shampoo, press, don’t wring, dry in shade.',
    ),
    t('รีดตอนหมาดไฟอ่อน เก็บพ้นแสง', 'Iron damp on low and store away from light.'),
  ],
  praise: [
    t('เนื้อผ้าลื่นเย็น สีลึกสวย', 'Smooth and cool, deep colour.'),
    t('งานละเอียด คุ้มค่ามาก', 'Fine work, well worth it.'),
    t('ซื้อฝากอาจารย์ อาจารย์ปลื้ม', 'Gave it to my teacher, who was delighted.'),
  ],
  gripe: [t('สีจริงเข้มกว่าในรูปเล็กน้อย', 'Slightly darker than pictured.')],
}
