import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

export const mango: Family = {
  key: 'mango',
  leaf: 'mangoes',
  packing: 'fresh',
  share: 0.9,
  baht: 95,
  grams: 1000,
  title: t('มะม่วง{kind} {grade} {ripe} {weight}', '{kind} mangoes, {grade}, {ripe}, {weight}'),
  axes: {
    kind: [
      v('น้ำดอกไม้สีทอง', 'Nam Dok Mai Si Thong', { look: 'golden', times: 1.25 }),
      v('น้ำดอกไม้เบอร์ 4', 'Nam Dok Mai No. 4', { look: 'golden' }),
      v('อกร่องทอง', 'Ok Rong', { look: 'golden', times: 1.1 }),
      v('มหาชนก', 'Mahachanok', { look: 'rosy', times: 1.15 }),
      v('เขียวเสวย', 'Khiao Sawoei', { look: 'green' }),
      v('ฟ้าลั่น', 'Fa Lan', { look: 'green', times: 0.9 }),
    ],
    grade: [
      v('เกรดส่งออก', 'export grade', {
        times: 1.3,
        say: t(
          'เกรดส่งออกผิวเรียบ ลูกเท่ากันทั้งกล่อง',
          'Export grade means clean skin and even fruit through the box.',
        ),
      }),
      v('เกรด A', 'grade A'),
      v('ลูกใหญ่คัดพิเศษ', 'large, hand-picked', { times: 1.2 }),
      v('ตกไซซ์รสเท่ากัน', 'odd sizes, same taste', {
        times: 0.72,
        say: t(
          'ตกไซซ์คือเล็กใหญ่ปนกัน ผิวมีลายบ้าง เนื้อข้างในไม่ต่างกันเลย',
          'Odd sizes have mixed weights and a few marks; inside there’s no difference.',
        ),
      }),
    ],
    ripe: [
      v('เก็บแก่ 90%', 'picked 90 % mature'),
      v('ห่อถุงทุกลูก', 'bagged on the tree', { times: 1.05 }),
      v('ไร้สารเร่งสุก', 'no ripening agents'),
    ],
    weight: [
      v('1 กก.', '1 kg'),
      v('2 กก.', '2 kg', { times: 1.9, heft: 2 }),
      v('3 กก.', '3 kg', { times: 2.75, heft: 3 }),
      v('5 กก.', '5 kg', { times: 4.4, heft: 5 }),
    ],
  },
  intro: [
    t(
      'มะม่วง{kind} {grade} {ripe} กล่องละ {weight} ส่งตรงจากสวนที่{province}',
      '{kind} mangoes, {grade}, {ripe}, {weight} to the box, straight from our orchard in {province}.',
    ),
    t(
      '{kind}จากสวนเรา {grade} {ripe} ชั่งให้เต็ม {weight} ไม่รวมน้ำหนักกล่อง',
      'Our own {kind}, {grade}, {ripe}; a full {weight} without the box.',
    ),
  ],
  made: [
    t(
      'ห่อลูกตั้งแต่เท่าไข่ไก่ ผิวจึงสวยโดยไม่ต้องพ่นยา',
      'Each fruit is wrapped when it’s the size of an egg, so the skin stays fine without spraying.',
    ),
    t(
      'เก็บเช้า คัดบ่าย ส่งเย็น ไม่ค้างคืนที่สวน',
      'Picked in the morning, graded after lunch, sent by evening.',
    ),
    t(
      'ลองลอยน้ำทุกเข่ง ลูกไหนลอยเราคัดออก',
      'Every crate goes through water; a mango that floats isn’t mature and stays here.',
    ),
  ],
  use: [
    t(
      'กินกับข้าวเหนียวมูน หรือแช่เย็นแล้วปอกกินเปล่า ๆ ก็หวานพอ',
      'Have it with coconut sticky rice, or simply chilled and peeled.',
    ),
    t('เหลือกินทำน้ำปั่นหรือแช่แข็งเป็นชิ้นไว้ได้', 'What’s left over blends well or freezes in pieces.'),
  ],
  care: [
    t(
      'วางไว้นอกตู้เย็นจนผิวเริ่มนิ่ม แล้วค่อยแช่ กินให้หมดใน 4–5 วัน',
      'Leave out until it gives a little, then chill and eat within four or five days.',
    ),
    t(
      'อย่าซ้อนกันแน่น ห่อกระดาษทีละลูกจะสุกเสมอกัน',
      'Don’t pile them up; wrapped singly in paper they ripen evenly.',
    ),
  ],
  praise: [
    t('หวานหอมทั้งกล่อง ไม่มีเสี้ยนเลย', 'Sweet and fragrant right through the box, no fibres.'),
    t('มาถึงยังแข็งนิด ๆ รอสองวันกำลังดี', 'Arrived slightly firm, perfect after two days.'),
    t('ลูกใหญ่กว่าที่คิด แม่ชอบมาก', 'Bigger than I thought. Mum loved them.'),
  ],
  gripe: [t('ช้ำลูกหนึ่งตรงขั้ว ลูกอื่นดี', 'One was bruised at the stem, the rest fine.')],
}

export const durian: Family = {
  key: 'durian',
  leaf: 'durians',
  packing: 'fresh',
  share: 0.7,
  baht: 190,
  grams: 1000,
  title: t('ทุเรียน{kind} {cut} {form} {weight}', '{kind} durian, {cut}, {form}, {weight}'),
  axes: {
    kind: [
      v('หมอนทอง', 'Monthong', { look: 'olive' }),
      v('ชะนี', 'Chani', { look: 'olive', times: 0.85 }),
      v('ก้านยาว', 'Kan Yao', { look: 'olive', times: 1.5 }),
      v('กระดุมทอง', 'Kradum Thong', { look: 'green', times: 0.9 }),
      v('พวงมณี', 'Phuang Mani', { look: 'green', times: 1.2 }),
      v('นกหยิบ', 'Nok Yip', { look: 'green', times: 1.35, at: ['chanthaburi', 'rayong'] }),
      v('หลงลับแล', 'Long Laplae', { look: 'olive', times: 2.2, at: ['uttaradit'] }),
      v('หลินลับแล', 'Lin Laplae', { look: 'green', times: 2.6, at: ['uttaradit'] }),
    ],
    cut: [
      v('ตัดแก่ 85%', 'cut at 85 %'),
      v('ตัดแก่จัด 90%', 'cut at 90 %', { times: 1.06 }),
      v('สุกพร้อมกิน', 'ripe to eat now', {
        times: 1.1,
        say: t(
          'ลูกสุกส่งเฉพาะวันจันทร์ถึงพุธ จะได้ไม่ค้างศูนย์ขนส่งช่วงหยุด',
          'Ripe fruit goes out Monday to Wednesday only, so it never waits over a weekend.',
        ),
      }),
    ],
    form: [
      v('ทั้งลูก', 'whole fruit'),
      v('แกะเนื้อแพ็กสุญญากาศ', 'shelled, vacuum-packed', { times: 2.3 }),
      v('แช่แข็งทั้งพู', 'whole frozen lobes', { times: 2.1 }),
    ],
    weight: [
      v('1 กก.', '1 kg'),
      v('2 กก.', '2 kg', { times: 1.95, heft: 2 }),
      v('3 กก.', '3 kg', { times: 2.9, heft: 3 }),
      v('4 กก.', '4 kg', { times: 3.8, heft: 4 }),
    ],
  },
  intro: [
    t(
      'ทุเรียน{kind} {cut} แบบ{form} น้ำหนัก {weight} จากสวนใน{province}',
      '{kind} durian from our trees in {province}, {cut}, sold as {form}, {weight}.',
    ),
    t(
      '{kind}ของสวนเรา {cut} ขายแบบ{form} ชั่งได้ {weight} ขาดเกินไม่เกินขีดเดียว',
      'Our own {kind}, {cut}, {form}, {weight}, never more than a hundred grams out.',
    ),
  ],
  made: [
    t(
      'นับวันจากดอกบานแล้วตัดทีละต้น เคาะฟังเสียงทุกลูก ไม่จุ่มน้ำยาเร่ง',
      'We count the days from blossom, cut tree by tree and tap each one. Nothing is dipped to hurry it.',
    ),
    t(
      'ลูกไหนร่วงเองเราไม่เอามาปน คัดเฉพาะลูกที่คนตัดปีนขึ้นไปตัด',
      'Windfalls aren’t mixed in; these were cut by someone up the tree.',
    ),
    t(
      'เนื้อแห้ง เม็ดลีบ หวานมันพอดี เพราะงดน้ำก่อนตัดสิบวัน',
      'Water is held back for ten days before cutting, so the flesh is dry, the stone small, the taste rich.',
    ),
  ],
  use: [
    t(
      'ชอบกรอบนอกนุ่มในให้กินวันแรกที่ได้กลิ่น ชอบนิ่มรออีกวัน',
      'For a firm outside and soft middle eat it the day you first smell it; a day later for softer.',
    ),
    t(
      'กินกับข้าวเหนียวน้ำกะทิก็เข้ากัน หรือแช่เย็นจัดเหมือนไอศกรีม',
      'Good with coconut sticky rice, or very cold like ice cream.',
    ),
  ],
  care: [
    t(
      'เก็บที่ร่ม อย่าโดนแดด ถ้าแกะแล้วปิดกล่องแช่เย็น กินใน 2 วัน',
      'Keep in the shade. Once opened, seal, chill and finish in two days.',
    ),
    t(
      'เปิดมาอ่อนหรือเสีย ถ่ายรูปก่อนกินแล้วทักร้าน เราคืนเงินให้',
      'If it opens unripe or bad, photograph it before eating and message us for a refund.',
    ),
  ],
  praise: [
    t('พูใหญ่ เม็ดลีบ หวานมันตามที่บอก', 'Big lobes, tiny stones, exactly as rich as promised.'),
    t('ส่งไวมาก ถึงแล้วรออีกคืนกินได้พอดี', 'Came fast; one more night and it was ready.'),
    t('ไม่อ่อนเลยสักพู สั่งอีกแน่', 'Not one unripe lobe. Ordering again.'),
  ],
  gripe: [t('อร่อยแต่มีพูหนึ่งแข็งไปหน่อย', 'Tasty, though one lobe was a bit hard.')],
}

export const coconut: Family = {
  key: 'coconut',
  leaf: 'coconuts',
  packing: 'fresh',
  share: 0.7,
  baht: 32,
  grams: 900,
  title: t('มะพร้าว{kind} {cut} {flesh} {count}', '{kind} coconut, {cut}, {flesh}, {count}'),
  axes: {
    kind: [
      v('น้ำหอม', 'Nam Hom aromatic', { look: 'green' }),
      v('น้ำหอมก้นจีบ', 'Kon Chip aromatic', { look: 'green', times: 1.15 }),
      v('น้ำหวานพันธุ์พื้นบ้าน', 'local sweet', { look: 'green', times: 0.9 }),
      v('เผาเตาถ่าน', 'charcoal-roasted', {
        look: 'brown',
        times: 1.2,
        say: t(
          'เผาไฟอ่อนสองชั่วโมง น้ำจะหวานขึ้นและมีกลิ่นควันจาง ๆ',
          'Two hours over low coals makes the water sweeter, with a trace of smoke.',
        ),
      }),
    ],
    cut: [
      v('ควั่นพร้อมดื่ม', 'trimmed to drink'),
      v('เจียกลมมีห่วงเปิด', 'polished with a ring pull', { times: 1.35 }),
      v('ทั้งเปลือก', 'in the husk', { times: 0.85, heft: 1.6 }),
    ],
    flesh: [
      v('เนื้อชั้นครึ่ง', 'one-and-a-half-layer flesh'),
      v('เนื้อสองชั้น', 'thick two-layer flesh'),
      v('เนื้อวุ้น', 'jelly-soft flesh'),
    ],
    count: [
      v('3 ลูก', 'box of 3', { times: 3, heft: 3 }),
      v('6 ลูก', 'box of 6', { times: 5.7, heft: 6 }),
      v('9 ลูก', 'box of 9', { times: 8.4, heft: 9 }),
      v('12 ลูก', 'box of 12', { times: 10.8, heft: 12 }),
    ],
  },
  intro: [
    t(
      'มะพร้าว{kind}จาก{province} {cut} {flesh} กล่องละ {count}',
      '{kind} coconuts from {province}, {cut}, {flesh}, {count}.',
    ),
    t(
      'มะพร้าว{kind} {count} {cut} เลือกเฉพาะ{flesh}',
      '{kind} coconuts, {count}, {cut}, chosen for {flesh}.',
    ),
  ],
  made: [
    t(
      'สอยเช้า ปอกบ่าย ไม่แช่น้ำยาฟอกขาว สีเปลือกจึงไม่ขาวจั๊วะ',
      'Cut in the morning and trimmed by afternoon, never bleached, so the shell isn’t snow white.',
    ),
    t(
      'คนสวนดีดฟังเสียงทุกลูก รู้ความหนาเนื้อโดยไม่ต้องผ่า',
      'Our picker flicks each one and hears how thick the flesh is.',
    ),
    t(
      'ปลูกบนดินเลนริมน้ำกร่อย น้ำจึงหวานและหอมใบเตย',
      'Grown on brackish silt, which gives sweet water with a pandan scent.',
    ),
  ],
  use: [
    t(
      'แช่เย็นสองชั่วโมงก่อนดื่ม แล้วใช้ช้อนขูดเนื้อต่อได้เลย',
      'Chill two hours, drink, then spoon out the flesh.',
    ),
    t(
      'น้ำใช้ทำวุ้นหรือต้มข้าวต้มปลาก็หอม',
      'The water makes good jelly, or a fragrant rice soup with fish.',
    ),
  ],
  care: [
    t(
      'แช่ตู้เย็นได้ 10–14 วัน อย่าวางใกล้ช่องฟรีซ',
      'Keeps ten to fourteen days in the fridge, away from the freezer vent.',
    ),
    t(
      'เปิดแล้วดื่มให้หมดในวันเดียว น้ำมะพร้าวค้างคืนจะเปรี้ยว',
      'Drink the day you open it; coconut water sours overnight.',
    ),
  ],
  praise: [
    t('น้ำหวานหอมจริง เด็ก ๆ แย่งกัน', 'Truly fragrant water; the children fought over it.'),
    t('เนื้อกำลังดี ไม่แก่ไป', 'Flesh just right, not too old.'),
    t('แพ็กดี ไม่แตกสักลูก', 'Well packed, none cracked.'),
  ],
  gripe: [t('น้ำน้อยไปนิดในบางลูก', 'A couple had a little less water.')],
}
