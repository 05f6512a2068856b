import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

export const soap: Family = {
  key: 'soap',
  leaf: 'bar-soaps',
  packing: 'small',
  share: 1.1,
  brands: ['na-khao', 'dong-bang'],
  baht: 59,
  grams: 130,
  title: t('สบู่{herb} {base} {form} {set}', '{herb} soap, {base}, {form}, {set}'),
  axes: {
    herb: [
      v('น้ำนมข้าว', 'rice milk', { look: 'rice' }),
      v('มะขามน้ำผึ้ง', 'tamarind and honey', { look: 'honey' }),
      v('ขมิ้นชัน', 'turmeric', { look: 'honey' }),
      v('ถ่านไม้ไผ่', 'bamboo charcoal', { look: 'charcoal' }),
      v('กุหลาบมอญ', 'Damask rose', { look: 'rose' }),
      v('ใบบัวบก', 'gotu kola', { look: 'rice' }),
      v('มังคุด', 'mangosteen', { look: 'rose' }),
    ],
    base: [
      v('น้ำมันมะพร้าว', 'coconut oil'),
      v('น้ำมันรำข้าว', 'rice-bran oil', { times: 1.1 }),
      v('นมแพะ', 'goat’s milk', { times: 1.25 }),
    ],
    form: [
      v('กวนเย็น', 'cold process', { times: 1.15 }),
      v('ไม่ใส่น้ำหอม', 'unscented'),
      v('สูตรอ่อนโยน', 'gentle'),
    ],
    set: [
      v('100 ก.', '100 g'),
      v('แพ็ก 3 ก้อน', 'pack of 3', { times: 2.7, heft: 3 }),
      v('แพ็ก 5 ก้อน', 'pack of 5', { times: 4.3, heft: 5 }),
      v('ก้อนใหญ่ 150 ก.', '150 g bar', { times: 1.4, heft: 1.4 }),
    ],
  },
  intro: [
    t(
      'สบู่{herb} {base} {form} {set} กวนเองที่{province}',
      '{herb} soap with {base}, {form}, {set}, made in {province}.',
    ),
    t(
      'สบู่{herb} {base} {form} ขาย {set} ล้างแล้วผิวไม่ตึง',
      '{herb} soap in {base}, {form}, {set}; skin isn’t tight afterwards.',
    ),
  ],
  made: [
    t('บ่มหกสัปดาห์จนด่างอ่อน แล้วค่อยตัดก้อน', 'Cured six weeks until mild, then cut.'),
    t(
      'สีมาจากสมุนไพรจริง จึงจางลงได้ตามเวลา',
      'The colour is from the herb itself, so it softens with time.',
    ),
  ],
  use: [
    t(
      'ตีฟองกับตาข่ายแล้วลูบทั่วตัว ใช้กับหน้าได้ถ้าผิวไม่แพ้ง่าย',
      'Lather in a net and use all over; on the face if your skin isn’t touchy.',
    ),
    t('ฟองนุ่มล้างออกง่าย ใช้ได้ทุกวัน', 'Soft lather, rinses easily, for every day.'),
  ],
  care: [
    t(
      'วางบนที่รองมีรู ให้แห้งระหว่างใช้ จะอยู่ได้เดือนครึ่ง',
      'Let it dry on a slatted dish and a bar lasts six weeks.',
    ),
    t('ลองที่ท้องแขนก่อนใช้ครั้งแรก', 'Try it on your inner arm first.'),
  ],
  praise: [
    t('ผิวนุ่มขึ้นจริง กลิ่นอ่อนดี', 'Skin really is softer, light scent.'),
    t('ใช้แล้วไม่คัน คนผิวแห้งใช้ได้', 'No itching, good for dry skin.'),
    t('ห่อกระดาษน่ารัก ซื้อแจกได้', 'Sweet paper wrapping, nice to give.'),
  ],
  gripe: [t('ละลายไวไปหน่อยถ้าวางเปียก', 'Melts quickly if left wet.')],
}

export const shampoo: Family = {
  key: 'shampoo',
  leaf: 'shampoos',
  packing: 'bottle',
  share: 0.8,
  brands: ['na-khao', 'dong-bang'],
  baht: 145,
  grams: 340,
  title: t('{kind}{herb} {hair} {size}', '{herb} {kind}, {hair}, {size}'),
  axes: {
    kind: [
      v('แชมพู', 'shampoo'),
      v('ครีมนวด', 'conditioner', { leaf: 'conditioners', times: 1.05 }),
      v('ทรีตเมนต์', 'hair treatment', { leaf: 'conditioners', times: 1.3 }),
    ],
    herb: [
      v('มะกรูด', 'kaffir lime', { look: 'leaf' }),
      v('อัญชัน', 'butterfly pea', { look: 'indigo' }),
      v('ขิง', 'ginger', { look: 'amber' }),
      v('ว่านหางจระเข้', 'aloe vera', { look: 'leaf' }),
      v('มะพร้าว', 'coconut', { look: 'amber' }),
      v('ประคำดีควาย', 'soapberry', { look: 'indigo', times: 1.1 }),
    ],
    hair: [
      v('ผมร่วง', 'for thinning hair'),
      v('ผมแห้งเสีย', 'for dry hair'),
      v('หนังศีรษะมัน', 'for oily scalps'),
      v('ทุกสภาพผม', 'for all hair'),
      v('หนังศีรษะแพ้ง่าย', 'for sensitive scalps', { times: 1.1 }),
    ],
    size: [
      v('100 มล.', '100 ml', { times: 0.5, heft: 0.4 }),
      v('250 มล.', '250 ml'),
      v('300 มล. ขวดปั๊ม', '300 ml pump bottle', { times: 1.2, heft: 1.2 }),
      v('500 มล.', '500 ml', { times: 1.75, heft: 1.9 }),
    ],
  },
  intro: [
    t(
      '{kind}{herb}สูตร{hair} ขนาด {size} ปรุงที่{province}',
      '{herb} {kind} {hair}, {size}, made in {province}.',
    ),
    t('{kind}สมุนไพร{herb} {size} เหมาะกับ{hair}', '{size} of {herb} {kind}, mixed {hair}.'),
  ],
  made: [
    t(
      'ต้มสมุนไพรสดครึ่งวันแล้วกรอง ไม่ใส่ซิลิโคน ไม่ใส่พาราเบน',
      'Fresh herbs simmered half a day and strained; no silicone, no parabens.',
    ),
    t('กลิ่นมาจากน้ำมันหอมระเหยของต้นจริง', 'The scent is the plant’s own essential oil.'),
  ],
  use: [
    t(
      'นวดหนังศีรษะสองนาทีก่อนล้าง ใช้สัปดาห์ละสามสี่ครั้ง',
      'Massage two minutes before rinsing, three or four times a week.',
    ),
    t(
      'ช่วงสัปดาห์แรกผมอาจฝืด เพราะซิลิโคนเก่ากำลังหลุด',
      'Hair may feel rough for a week while old silicone leaves.',
    ),
  ],
  care: [
    t('เก็บพ้นแดด ใช้ให้หมดในหกเดือนหลังเปิด', 'Keep from sun and finish within six months.'),
    t('ตะกอนสมุนไพรเป็นปกติ เขย่าก่อนใช้', 'Herb sediment is normal; shake it.'),
  ],
  praise: [
    t('ผมร่วงน้อยลงในเดือนเดียว', 'Less hair in the drain after a month.'),
    t('กลิ่นสมุนไพรสดชื่น ไม่ฉุน', 'Fresh herb scent, not sharp.'),
    t('ไม่คันหัวแล้ว จะซื้ออีก', 'Itching gone; buying again.'),
  ],
  gripe: [t('ฟองน้อย ต้องใช้เวลาชิน', 'Little lather, takes getting used to.')],
}

export const oil: Family = {
  key: 'oil',
  leaf: 'coconut-oils',
  packing: 'bottle',
  share: 0.9,
  brands: ['ko-coconut', 'tha-tien'],
  baht: 160,
  grams: 260,
  title: t('{kind}{scent} {method} {size}', '{scent} {kind}, {method}, {size}'),
  axes: {
    kind: [
      v('น้ำมันมะพร้าว', 'coconut oil', { look: 'clear' }),
      v('น้ำมันนวด', 'massage oil', { look: 'amber', leaf: 'massage-oils', times: 1.2 }),
      v('น้ำมันบำรุงผิว', 'body oil', { look: 'clear', leaf: 'massage-oils', times: 1.3 }),
      v('น้ำมันไพล', 'plai oil', { look: 'herb', leaf: 'massage-oils', times: 1.25 }),
    ],
    scent: [
      v('กลิ่นธรรมชาติ', 'unscented'),
      v('กลิ่นตะไคร้', 'lemongrass'),
      v('กลิ่นลีลาวดี', 'frangipani'),
      v('กลิ่นมะลิ', 'jasmine', { times: 1.08 }),
      v('กลิ่นกระดังงา', 'ylang-ylang', { times: 1.1 }),
    ],
    method: [
      v('สกัดเย็น', 'cold-pressed'),
      v('สกัดเย็นออร์แกนิก', 'organic cold-pressed', { times: 1.3 }),
      v('หุงแบบโบราณ', 'simmered the old way', { times: 1.1 }),
    ],
    size: [
      v('50 มล.', '50 ml', { times: 0.5, heft: 0.4 }),
      v('100 มล.', '100 ml', { times: 0.75, heft: 0.6 }),
      v('200 มล.', '200 ml'),
      v('500 มล.', '500 ml', { times: 2, heft: 2.3 }),
    ],
  },
  intro: [
    t(
      '{kind}{scent} {method} ขวด {size} ทำที่{province}',
      '{scent} {kind} from {province}, {method}, {size}.',
    ),
    t(
      '{kind} {size} {method} {scent} ซึมไวไม่เหนอะ',
      '{kind}, {size}, {method}, {scent}, quick to sink in.',
    ),
  ],
  made: [
    t(
      'กรองสามรอบแล้วพักให้ตกตะกอนหนึ่งสัปดาห์ น้ำมันจึงใส',
      'Filtered three times and rested a week until clear.',
    ),
    t('ทำครั้งละยี่สิบลิตร ติดวันผลิตไว้ทุกขวด', 'Twenty litres at a time, dated on every bottle.'),
  ],
  use: [
    t(
      'ทาหลังอาบน้ำตอนผิวยังหมาด หรือใช้นวดไหล่ก่อนนอน',
      'On damp skin after a bath, or for shoulders before bed.',
    ),
    t('สองสามหยดลูบปลายผมก็เงา', 'Two or three drops smooth the ends of hair.'),
  ],
  care: [
    t('อากาศเย็นจะขุ่นหรือแข็ง แช่น้ำอุ่นก็กลับมาใส', 'It may cloud or set when cool; warm water clears it.'),
    t('ใช้ภายนอก เก็บพ้นแดด ปิดฝาให้แน่น', 'For outside use; keep closed and shaded.'),
  ],
  praise: [
    t('ซึมไว กลิ่นอ่อนกำลังดี', 'Sinks in fast, gentle scent.'),
    t('ผิวแห้งดีขึ้นในสามวัน', 'Dry skin better in three days.'),
    t('ขวดไม่รั่ว ห่อดี', 'No leaks, well wrapped.'),
  ],
  gripe: [t('ฝาปั๊มฝืดไปนิด', 'Dropper a bit stiff.')],
}

export const inhaler: Family = {
  key: 'inhaler',
  leaf: 'inhalers',
  packing: 'small',
  share: 0.9,
  brands: ['tha-tien', 'dong-bang'],
  baht: 49,
  grams: 60,
  title: t('{kind}{blend} {strength} {set}', '{blend} {kind}, {strength}, {set}'),
  axes: {
    kind: [
      v('ชุดพกพายาดมยาหม่อง', 'inhaler and balm travel set', { times: 1.5 }),
      v('ยาดมคู่ยาหม่องน้ำ', 'inhaler and liquid balm', { leaf: 'balms', times: 1.8 }),
      v('ยาหม่องพร้อมยาดม', 'balm with inhaler', { leaf: 'balms', times: 1.7 }),
    ],
    blend: [
      v('ส้มโอมือ', 'fingered citron', { look: 'leaf' }),
      v('สมุนไพรแปดอย่าง', 'eight-herb', { look: 'leaf' }),
      v('กานพลูอบเชย', 'clove and cinnamon', { look: 'red' }),
      v('มะลิกุหลาบ', 'jasmine and rose', { look: 'rose' }),
      v('เปปเปอร์มินต์', 'peppermint', { look: 'indigo' }),
      v('ยูคาลิปตัส', 'eucalyptus', { look: 'indigo' }),
    ],
    strength: [
      v('เย็นแรง', 'strong'),
      v('เย็นกลาง', 'medium'),
      v('หอมอ่อน', 'mild'),
      v('สูตรโบราณ', 'old recipe', { times: 1.15 }),
    ],
    set: [
      v('1 ชุด', 'one set'),
      v('แพ็ก 3', 'pack of 3', { times: 2.7, heft: 3 }),
      v('แพ็ก 6', 'pack of 6', { times: 5, heft: 6 }),
      v('แพ็ก 12', 'pack of 12', { times: 9.4, heft: 12 }),
    ],
  },
  intro: [
    t(
      '{kind}{blend} แบบ{strength} {set} ปรุงที่{province}',
      '{blend} {kind}, {strength}, {set}, blended in {province}.',
    ),
    t('{kind}สูตร{blend} กลิ่น{strength} ขาย {set}', 'Our {blend} {kind}, {strength}, sold as {set}.'),
  ],
  made: [
    t(
      'อบสมุนไพรกับการบูรและเมนทอลสามคืนก่อนบรรจุ',
      'The herbs rest three nights with camphor and menthol before filling.',
    ),
    t(
      'บดหยาบด้วยมือ กลิ่นออกช้าและอยู่นานกว่าแบบน้ำ',
      'Coarsely ground by hand; the scent comes slower and lasts longer.',
    ),
  ],
  use: [
    t('สูดตอนเวียนหัว นั่งรถ หรือง่วงบ่าย', 'For dizziness, long drives and sleepy afternoons.'),
    t('พกใส่กระเป๋ากางเกงได้ ฝาเกลียวไม่หลุด', 'Fits a pocket; the cap screws tight.'),
  ],
  care: [
    t('ปิดฝาหลังใช้ อยู่ได้สี่ถึงหกเดือน', 'Close after use; four to six months.'),
    t('เก็บให้พ้นมือเด็กเล็กและเปลวไฟ', 'Keep from small children and flames.'),
  ],
  praise: [
    t('หอมสดชื่น ไม่แสบจมูก', 'Refreshing, doesn’t sting.'),
    t('พกทุกวัน ขาดไม่ได้', 'With me every day, can’t do without.'),
    t('ซื้อฝากเพื่อนญี่ปุ่น ติดใจกันหมด', 'Took some to friends in Japan, all hooked.'),
  ],
  gripe: [t('กลิ่นจางเร็วไปหน่อย', 'Scent fades a bit fast.')],
}

export const compress: Family = {
  key: 'compress',
  leaf: 'herbal-compresses',
  packing: 'small',
  share: 0.6,
  brands: ['dong-bang', 'tha-tien'],
  baht: 75,
  grams: 230,
  title: t('ลูกประคบ{herb} {kind} {size} {set}', 'Herbal compress, {herb}, {kind}, {size}, {set}'),
  axes: {
    herb: [
      v('ไพลขมิ้น', 'plai and turmeric', { look: 'turmeric' }),
      v('ตะไคร้มะกรูด', 'lemongrass and kaffir lime', { look: 'leaf' }),
      v('สมุนไพรสิบอย่าง', 'ten herbs', { look: 'turmeric', times: 1.15 }),
      v('กุหลาบลาเวนเดอร์', 'rose and lavender', { look: 'rose', times: 1.2 }),
    ],
    kind: [
      v('แบบแห้ง', 'dried'),
      v('แบบสดแช่แข็ง', 'fresh frozen', { times: 1.2 }),
      v('แบบหน้า', 'for the face', { times: 0.8, heft: 0.5 }),
      v('แบบตัว', 'for the body'),
    ],
    size: [
      v('100 ก.', '100 g', { times: 0.65, heft: 0.5 }),
      v('150 ก.', '150 g', { times: 0.85, heft: 0.75 }),
      v('200 ก.', '200 g'),
      v('250 ก.', '250 g', { times: 1.2, heft: 1.2 }),
    ],
    set: [
      v('1 ลูก', 'one'),
      v('คู่', 'pair', { times: 1.9, heft: 2 }),
      v('แพ็ก 5', 'pack of 5', { times: 4.4, heft: 5 }),
      v('แพ็ก 10', 'pack of 10', { times: 8.2, heft: 10 }),
    ],
  },
  intro: [
    t(
      'ลูกประคบ{herb} {kind} ขนาด {size} {set} จาก{province}',
      'A compress of {herb}, {kind}, {size}, {set}, from {province}.',
    ),
    t(
      'ลูกประคบ{kind} {size} ไส้{herb} ขาย {set} มัดแน่นด้วยผ้าดิบ',
      '{kind} compress, {size}, filled with {herb}, {set}, bound tight in raw cotton.',
    ),
  ],
  made: [
    t(
      'หั่นสมุนไพรสด ตากลมสองวัน ใส่การบูรตอนมัด',
      'Fresh herbs are sliced, air-dried two days and bound with camphor.',
    ),
    t('ผ้าดิบเย็บก้นสองชั้น นึ่งซ้ำไม่แตก', 'Double-seamed raw cotton, so it survives repeated steaming.'),
  ],
  use: [
    t(
      'พรมน้ำ นึ่งสิบห้านาที ลองกับท้องแขนก่อนประคบ',
      'Damp it, steam fifteen minutes, test on your arm first.',
    ),
    t(
      'ประคบบ่า หลัง น่อง ข้างละห้านาที หรือแช่เท้าต่อได้',
      'Five minutes each on shoulders, back and calves, then use it in a foot bath.',
    ),
  ],
  care: [
    t(
      'ใช้ซ้ำได้สามถึงห้าครั้ง ผึ่งแห้งแล้วเก็บตู้เย็น',
      'Good for three to five uses; dry and refrigerate between.',
    ),
    t('อย่าประคบแผลเปิดหรือช่วงอักเสบบวมแดง', 'Not for open wounds or hot swelling.'),
  ],
  praise: [
    t('หอมมาก คลายปวดบ่าได้จริง', 'Lovely smell, truly eased my shoulders.'),
    t('มัดแน่น ใช้ได้สี่รอบ', 'Tightly bound, used it four times.'),
    t('แม่ใช้ทุกเย็น ชอบมาก', 'Mum uses it every evening.'),
  ],
  gripe: [t('สีเหลืองติดผ้า ต้องระวัง', 'The yellow stains cloth, be careful.')],
}
