import type { Family } from '../types.ts'
import { t, v } from '../words.ts'

export const earbuds: Family = {
  key: 'earbuds',
  leaf: 'earbuds',
  packing: 'device',
  share: 1.2,
  baht: 990,
  grams: 180,
  title: t(
    'หูฟังไร้สาย {brand} {model} {noise} {colour}',
    '{brand} {model} wireless earbuds, {noise}, {colour}',
  ),
  axes: {
    brand: [
      v('เสียงใส', 'Siangsai', { brand: 'siangsai' }),
      v('บี๊ต', 'Beatto', { brand: 'beatto', times: 1.25 }),
      v('หูทอง', 'Huthong', { brand: 'hu-thong', times: 0.7 }),
    ],
    model: [
      v('รุ่น One', 'One', { times: 0.7 }),
      v('รุ่น Air 2', 'Air 2'),
      v('รุ่น Pro', 'Pro', { times: 1.7 }),
      v('รุ่น Sport', 'Sport', { times: 1.2 }),
    ],
    noise: [
      v('ตัดเสียงรบกวน', 'noise cancelling', { times: 1.35 }),
      v('ไมค์คู่', 'dual mics'),
      v('แบต 30 ชั่วโมง', '30-hour battery', { times: 1.1 }),
      v('กันน้ำ IPX5', 'IPX5', { times: 1.08 }),
    ],
    colour: [
      v('สีขาวดำ', 'white and black', { look: 'black' }),
      v('สีขาวคราม', 'white and indigo', { look: 'indigo' }),
      v('สีขาวเขียว', 'white and green', { look: 'leaf' }),
      v('สีขาวชมพู', 'white and pink', { look: 'rose' }),
    ],
  },
  intro: [
    t(
      'หูฟังไร้สาย {brand} {model} {noise} {colour} ของใหม่ในกล่อง ส่งจาก{province}',
      'New in box: {brand} {model} wireless earbuds, {noise}, {colour}, sent from {province}.',
    ),
    t(
      '{brand} {model} {colour} {noise} ต่อครั้งแรกแล้วครั้งต่อไปต่อเอง',
      '{brand} {model} in {colour}, {noise}; pair once and it remembers.',
    ),
  ],
  made: [
    t('บลูทูธ 5.3 หน่วงต่ำ ดูคลิปปากตรงเสียง', 'Bluetooth 5.3 with low delay, so lips match words.'),
    t(
      'วัดแบตจริงก่อนขาย ฟังต่อเนื่องได้เกินหกชั่วโมงต่อการชาร์จ',
      'We timed the battery ourselves: over six hours a charge.',
    ),
  ],
  use: [
    t('แตะสองทีเปลี่ยนเพลง กดค้างเรียกผู้ช่วย', 'Double tap for the next track, hold for the assistant.'),
    t('ใช้ข้างเดียวได้ โทรประชุมเสียงชัด', 'Either side works alone; clear on calls.'),
  ],
  care: [
    t(
      'เช็ดจุกด้วยผ้าแห้ง ชาร์จด้วย USB-C อย่าใช้หัวชาร์จเร็วเกิน 18 วัตต์',
      'Wipe the tips dry; charge by USB-C at 18 W or less.',
    ),
    t('รับประกันหนึ่งปี เสียเปลี่ยนตัวใหม่', 'One-year warranty, swapped if it fails.'),
  ],
  praise: [
    t('เสียงดีเกินราคา เบสนุ่ม', 'Sounds better than the price, soft bass.'),
    t('ใส่วิ่งแล้วไม่หลุด', 'Stays in on a run.'),
    t('แบตอึดตามที่บอก', 'Battery lasts as promised.'),
  ],
  gripe: [t('จุกใหญ่ไปสำหรับหูเล็ก', 'Tips large for small ears.')],
}

export const powerBank: Family = {
  key: 'power-bank',
  leaf: 'power-banks',
  packing: 'device',
  share: 1,
  baht: 590,
  grams: 260,
  title: t(
    'พาวเวอร์แบงก์ {brand} {capacity} {watt} {colour}',
    '{brand} power bank, {capacity}, {watt}, {colour}',
  ),
  axes: {
    brand: [
      v('ไฟเต็ม', 'Faitem', { brand: 'fai-tem' }),
      v('เสียงใส', 'Siangsai', { brand: 'siangsai', times: 1.1 }),
      v('โวลต้า', 'Volta Thai', { brand: 'volta-thai', times: 1.3 }),
    ],
    capacity: [
      v('5,000 mAh', '5,000 mAh', { times: 0.6, heft: 0.5 }),
      v('10,000 mAh', '10,000 mAh'),
      v('20,000 mAh', '20,000 mAh', { times: 1.6, heft: 1.7 }),
      v('30,000 mAh', '30,000 mAh', { times: 2.3, heft: 2.5 }),
    ],
    watt: [
      v('ชาร์จเร็ว 22.5W', '22.5 W'),
      v('PD 30W', 'PD 30 W', { times: 1.2 }),
      v('PD 65W', 'PD 65 W', { times: 1.7 }),
      v('ชาร์จ 12W', '12 W', { times: 0.85 }),
    ],
    colour: [
      v('สีดำ', 'black', { look: 'black' }),
      v('สีขาว', 'white', { look: 'white' }),
      v('สีเขียวใบตอง', 'leaf green', { look: 'leaf' }),
      v('สีคราม', 'indigo', { look: 'indigo' }),
    ],
  },
  intro: [
    t(
      'พาวเวอร์แบงก์ {brand} {capacity} {watt} {colour} ส่งจาก{province}',
      '{brand} power bank, {capacity}, {watt}, {colour}, sent from {province}.',
    ),
    t(
      '{brand} ความจุ {capacity} {watt} {colour} มีไฟบอกแบตสี่ขีด',
      '{brand}, {capacity}, {watt}, {colour}, with four battery lights.',
    ),
  ],
  made: [
    t(
      'เซลล์ลิเธียมโพลิเมอร์ มี มอก. 2879 ตัดไฟเกินและกันลัดวงจร',
      'Lithium-polymer cells to TIS 2879, cut off against overload and short circuit.',
    ),
    t(
      'วัดความจุจริงทุกล็อต ได้ไม่ต่ำกว่าหกสิบห้าเปอร์เซ็นต์ที่พอร์ตขาออก',
      'We measure each batch: at least 65 % of capacity at the port.',
    ),
  ],
  use: [
    t('ชาร์จสองเครื่องพร้อมกันได้ พอร์ต USB-C เข้าออก', 'Charges two at once; USB-C both in and out.'),
    t(
      'เช็กกติกาสายการบินก่อนพกขึ้นเครื่อง และถือขึ้นเท่านั้น',
      'Check your airline’s limit, and carry it in hand luggage only.',
    ),
  ],
  care: [
    t('ไม่ได้ใช้ให้ชาร์จไว้ครึ่งหนึ่งทุกสามเดือน', 'Unused, keep it half charged every three months.'),
    t('อย่าทิ้งในรถตากแดด รับประกันหนึ่งปี', 'Don’t leave it in a hot car. One-year warranty.'),
  ],
  praise: [
    t('ชาร์จเร็วจริง น้ำหนักรับได้', 'Truly fast, weight is fine.'),
    t('พกเที่ยวสามวันเหลือ ๆ', 'Three days’ travel with some to spare.'),
    t('งานแน่น ไม่ร้อนตอนชาร์จ', 'Solid, doesn’t get hot.'),
  ],
  gripe: [t('หนักกว่าที่คิด', 'Heavier than I thought.')],
}

export const keyboard: Family = {
  key: 'keyboard',
  leaf: 'keyboards',
  packing: 'device',
  share: 0.9,
  baht: 1090,
  grams: 850,
  title: t(
    'คีย์บอร์ด {brand} {layout} {switches} {colour} {link}',
    '{brand} keyboard, {layout}, {switches}, {colour}, {link}',
  ),
  axes: {
    brand: [
      v('แป้นพิมพ์ดี', 'Paenphimdee', { brand: 'paen-phim-dee' }),
      v('คีย์ไทย', 'Keythai', { brand: 'key-thai', times: 1.2 }),
      v('โวลต้า', 'Volta Thai', { brand: 'volta-thai', times: 0.9 }),
    ],
    layout: [
      v('75%', '75 %'),
      v('65%', '65 %', { times: 0.95 }),
      v('เต็มแป้น', 'full size', { times: 1.1, heft: 1.3 }),
    ],
    switches: [
      v('สวิตช์แดง', 'red switches'),
      v('สวิตช์น้ำตาล', 'brown switches'),
      v('สวิตช์เงียบ', 'silent switches', { times: 1.15 }),
      v('ปุ่มยาง', 'rubber dome', { times: 0.5 }),
    ],
    colour: [
      v('สีขาวเขียว', 'white and green', { look: 'leaf' }),
      v('สีดำ', 'black', { look: 'black' }),
      v('สีคราม', 'indigo', { look: 'indigo' }),
      v('สีชมพู', 'pink', { look: 'rose' }),
    ],
    link: [
      v('มีสาย', 'wired', { times: 0.8 }),
      v('บลูทูธ', 'Bluetooth'),
      v('สามโหมด', 'three modes', { times: 1.3 }),
    ],
  },
  intro: [
    t(
      'คีย์บอร์ด {brand} {layout} {switches} {colour} {link} สกรีนไทยอังกฤษ ส่งจาก{province}',
      '{brand} {layout} keyboard, {switches}, {colour}, {link}, with Thai and English legends, sent from {province}.',
    ),
    t(
      '{brand} {layout} {colour} ใช้{switches} ต่อแบบ{link} พิมพ์งานได้ทั้งวัน',
      '{brand} {layout} in {colour}, {switches}, {link}, for typing all day.',
    ),
  ],
  made: [
    t('คีย์แคปยิงสองชั้น ตัวหนังสือไม่ลอก', 'Double-shot keycaps: the letters don’t wear off.'),
    t(
      'เปลี่ยนสวิตช์ได้เองถ้าเป็นรุ่นสวิตช์ มีคีมถอดให้ในกล่อง',
      'Models with switches are hot-swappable, puller in the box.',
    ),
  ],
  use: [
    t('ขาตั้งสองระดับ วางข้อมือสบาย', 'Two-step feet, easy on the wrists.'),
    t('สลับ Windows กับ Mac ด้วยปุ่มเดียว', 'One key switches between Windows and Mac.'),
  ],
  care: [
    t(
      'เป่าฝุ่นเดือนละครั้ง น้ำหกให้คว่ำทันทีแล้วถอดสาย',
      'Blow out dust monthly; if you spill, unplug and turn it over.',
    ),
    t('รับประกันสองปี ปุ่มเสียเปลี่ยนให้ทั้งตัว', 'Two-year warranty; a dead key gets you a new board.'),
  ],
  praise: [
    t('พิมพ์มันมือ เสียงไม่ดังเกิน', 'A joy to type on, not too loud.'),
    t('ตัวอักษรไทยชัด จัดวางสวย', 'Clear Thai legends, nicely placed.'),
    t('แพ็กกันกระแทกดี กล่องไม่บุบ', 'Well padded, box undented.'),
  ],
  gripe: [t('สเปซบาร์เสียงก้องนิดหน่อย', 'Space bar rattles slightly.')],
}
