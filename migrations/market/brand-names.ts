import type { Text } from './types.ts'
import { t } from './words.ts'

/** A brand; `house` is the one shop whose own mark it is. All are invented. */
export type BrandNote = { slug: string; name: Text; house?: string }

const mark = (slug: string, th: string, en: string, house?: string): BrandNote => ({
  slug,
  name: t(th, en),
  ...(house === undefined ? {} : { house }),
})

export const BRANDS: readonly BrandNote[] = [
  mark('wang-clay', 'ดินวัง', 'Wang Clay', 'ban-ceramic-lampang'),
  mark('din-mun', 'ดินมูล', 'Din Mun', 'dan-kwian-pottery'),
  mark('krathai-khu', 'กระต่ายคู่', 'Twin Rabbit'),
  mark('ban-phe', 'บ้านเพ', 'Ban Phe', 'nam-pla-ban-phe'),
  mark('hua-thong', 'หัวทอง', 'Hua Thong'),
  mark('pak-nam', 'เรือปากน้ำ', 'Pak Nam Boat'),
  mark('mae-somporn', 'แม่สมพร', 'Mae Somporn', 'mae-somporn-chumphon'),
  mark('khua-kling-road', 'คั่วกลิ้งโรด', 'Khua Kling Road'),
  mark('doi-pha-mi', 'ผาหมี', 'Pha Mi', 'doi-pha-mi-coffee'),
  mark('krua-kafae', 'ครัวกาแฟ', 'Krua Kafae'),
  mark('mae-salong-hill', 'เนินแม่สลอง', 'Mae Salong Hill', 'doi-pha-mi-coffee'),
  mark('hua-khrok', 'หัวครก', 'Hua Khrok', 'phuket-cashew'),
  mark('bang-krathum', 'บางกระทุ่ม', 'Bang Krathum', 'kluai-bang-krathum'),
  mark('ton-pho', 'ต้นโพธิ์', 'Ton Pho', 'mit-aranyik'),
  mark('ban-suan', 'บ้านสวน', 'Ban Suan', 'thian-ban-suan'),
  mark('lom-yen', 'ลมเย็น', 'Lomyen'),
  mark('phat-pha', 'พัดพา', 'Phatpha'),
  mark('bai-pho', 'ใบโพธิ์', 'Baipho'),
  mark('thung-hong', 'ทุ่งโฮ้ง', 'Thung Hong', 'mo-hom-thung-hong'),
  mark('khram-dee', 'ครามดี', 'Khram Dee', 'khram-sakon'),
  mark('fai-ngam', 'ฝ้ายงาม', 'Fai Ngam'),
  mark('ko-yo', 'เกาะยอ', 'Ko Yo', 'batik-songkhla'),
  mark('ban-rai', 'บ้านไร่', 'Ban Rai', 'pakaoma-ban-rai'),
  mark('chonnabot', 'ชนบทไหมไทย', 'Chonnabot Silk', 'mai-chonnabot'),
  mark('charoen-rat', 'เจริญรัถ', 'Charoen Rat', 'wongwian-yai-shoes'),
  mark('yang-para', 'ยางดี', 'Yang Dee'),
  mark('pa-klang', 'ป่ากลาง', 'Pa Klang', 'ngoen-nan'),
  mark('na-khao', 'นาข้าว', 'Na Khao', 'sabu-na-khao'),
  mark('dong-bang', 'ดงบัง', 'Dong Bang', 'samunphrai-prachin'),
  mark('ko-coconut', 'มะพร้าวเกาะ', 'Ko Coconut', 'maphrao-samui'),
  mark('tha-tien', 'ท่าเตียน', 'Tha Tien', 'ya-hom-tha-tien'),
  mark('siangsai', 'เสียงใส', 'Siangsai'),
  mark('beatto', 'บี๊ต', 'Beatto'),
  mark('hu-thong', 'หูทอง', 'Huthong'),
  mark('fai-tem', 'ไฟเต็ม', 'Faitem'),
  mark('volta-thai', 'โวลต้า', 'Volta Thai'),
  mark('paen-phim-dee', 'แป้นพิมพ์ดี', 'Paenphimdee'),
  mark('key-thai', 'คีย์ไทย', 'Keythai'),
  mark('ngok-ngam', 'งอกงาม', 'Ngok Ngam'),
  mark('pu-chen', 'ปู่เชน', 'Pu Chen', 'len-mai-pu-chen'),
  mark('nun-nim', 'นุ่นนิ่ม', 'Nun Nim'),
  mark('mew-mao', 'เหมียวเมาท์', 'Meow Mouth', 'mew-mao'),
  mark('tup-pong', 'ตูบป๋อง', 'Tup Pong'),
]
