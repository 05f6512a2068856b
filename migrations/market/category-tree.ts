import type { Text } from './types.ts'
import { t } from './words.ts'

export type Shelf = { slug: string; name: Text; inside: readonly Shelf[] }

const shelf = (slug: string, th: string, en: string, inside: readonly Shelf[] = []): Shelf => ({
  slug,
  name: t(th, en),
  inside,
})

/** The market's aisles: three levels, every leaf kept by at least one family. */
export const TREE: readonly Shelf[] = [
  shelf('food', 'ของกิน', 'Food', [
    shelf('fruit', 'ผลไม้สด', 'Fresh fruit', [
      shelf('mangoes', 'มะม่วง', 'Mangoes'),
      shelf('durians', 'ทุเรียน', 'Durian'),
      shelf('coconuts', 'มะพร้าว', 'Coconuts'),
    ]),
    shelf('rice', 'ข้าว', 'Rice', [
      shelf('jasmine-rice', 'ข้าวหอมมะลิ', 'Jasmine rice'),
      shelf('coloured-rice', 'ข้าวสี', 'Coloured rice'),
      shelf('sticky-rice', 'ข้าวเหนียว', 'Sticky rice'),
    ]),
    shelf('seasoning', 'เครื่องปรุง', 'Seasoning', [
      shelf('fish-sauces', 'น้ำปลา', 'Fish sauce'),
      shelf('salts', 'เกลือ', 'Salt'),
      shelf('relishes', 'น้ำพริก', 'Chilli relishes'),
      shelf('curry-pastes', 'พริกแกง', 'Curry pastes'),
    ]),
    shelf('sweeteners', 'น้ำผึ้งและน้ำตาล', 'Honey and palm sugar', [
      shelf('flower-honeys', 'น้ำผึ้งดอกไม้', 'Blossom honey'),
      shelf('wild-honeys', 'น้ำผึ้งป่า', 'Wild honey'),
      shelf('palm-sugars', 'น้ำตาลโตนดและมะพร้าว', 'Palm sugar'),
    ]),
    shelf('coffee-tea', 'กาแฟและชา', 'Coffee and tea', [
      shelf('arabica', 'กาแฟอาราบิก้า', 'Arabica coffee'),
      shelf('robusta', 'กาแฟโรบัสต้า', 'Robusta coffee'),
      shelf('leaf-teas', 'ชาใบ', 'Leaf tea'),
      shelf('herbal-teas', 'ชาสมุนไพร', 'Herbal tea'),
    ]),
    shelf('snacks', 'ขนมและของว่าง', 'Snacks', [
      shelf('cashews', 'เม็ดมะม่วงหิมพานต์', 'Cashews'),
      shelf('banana-snacks', 'กล้วยแปรรูป', 'Banana snacks'),
      shelf('thai-biscuits', 'ขนมไทยอบกรอบ', 'Thai biscuits'),
    ]),
    shelf('dried-seafood', 'อาหารทะเลแห้ง', 'Dried seafood', [
      shelf('dried-shrimp', 'กุ้งแห้ง', 'Dried shrimp'),
      shelf('dried-squid', 'ปลาหมึกแห้ง', 'Dried squid'),
      shelf('dried-fish', 'ปลาแห้ง', 'Dried fish'),
    ]),
  ]),
  shelf('home', 'ของใช้ในบ้าน', 'Home goods', [
    shelf('tableware', 'ชามและจาน', 'Tableware', [
      shelf('bowls', 'ชาม', 'Bowls'),
      shelf('plates', 'จาน', 'Plates'),
      shelf('mugs', 'แก้วมัค', 'Mugs'),
    ]),
    shelf('enamelware', 'เครื่องเคลือบ', 'Enamelware', [
      shelf('tiffins', 'ปิ่นโต', 'Tiffins'),
      shelf('kettles', 'กาน้ำ', 'Kettles'),
    ]),
    shelf('cookware', 'เครื่องครัว', 'Cookware', [
      shelf('mortars', 'ครก', 'Mortars'),
      shelf('knives', 'มีด', 'Knives'),
      shelf('wooden-utensils', 'ช้อนและตะหลิวไม้', 'Wooden utensils'),
      shelf('sticky-rice-baskets', 'กระติ๊บข้าว', 'Sticky-rice baskets'),
    ]),
    shelf('living', 'แต่งบ้าน', 'Living room', [
      shelf('pendant-lamps', 'โคมไฟ', 'Lamps'),
      shelf('triangle-cushions', 'หมอนสามเหลี่ยม', 'Triangle cushions'),
      shelf('floor-cushions', 'หมอนพร้อมเบาะ', 'Floor cushions'),
      shelf('scented-candles', 'เทียนหอม', 'Scented candles'),
    ]),
    shelf('yard', 'นอกบ้านและงานบ้าน', 'Yard and cleaning', [
      shelf('water-jars', 'โอ่ง', 'Water jars'),
      shelf('flower-pots', 'กระถาง', 'Flower pots'),
      shelf('brooms', 'ไม้กวาด', 'Brooms'),
    ]),
  ]),
  shelf('clothes', 'เสื้อผ้า', 'Clothes', [
    shelf('tops', 'เสื้อ', 'Tops', [
      shelf('mo-hom-shirts', 'เสื้อหม้อห้อมและคราม', 'Indigo shirts'),
      shelf('t-shirts', 'เสื้อยืด', 'T-shirts'),
    ]),
    shelf('bottoms', 'กางเกงและผ้าถุง', 'Trousers and sarongs', [
      shelf('fisherman-trousers', 'กางเกงเล', 'Fisherman trousers'),
      shelf('easy-trousers', 'กางเกงใส่สบาย', 'Easy trousers'),
      shelf('sarongs', 'ผ้าถุง', 'Sarongs'),
    ]),
    shelf('cloths', 'ผ้าพันและผ้าคลุม', 'Scarves and cloths', [
      shelf('pakaoma-cloths', 'ผ้าขาวม้า', 'Pakaoma'),
      shelf('silk-scarves', 'ผ้าพันคอไหม', 'Silk scarves'),
      shelf('cotton-scarves', 'ผ้าพันคอฝ้าย', 'Cotton scarves'),
    ]),
    shelf('shoes', 'รองเท้า', 'Shoes', [
      shelf('sneakers', 'รองเท้าผ้าใบ', 'Sneakers'),
      shelf('sandals', 'รองเท้าแตะ', 'Sandals'),
    ]),
    shelf('bags-hats', 'กระเป๋าและหมวก', 'Bags and hats', [
      shelf('tote-bags', 'ถุงผ้า', 'Tote bags'),
      shelf('straw-hats', 'หมวกสาน', 'Straw hats'),
    ]),
  ]),
  shelf('craft', 'งานคราฟต์', 'Craft', [
    shelf('weaving', 'งานสาน', 'Weaving', [
      shelf('baskets', 'ตะกร้า', 'Baskets'),
      shelf('woven-bags', 'กระเป๋าสาน', 'Woven bags'),
    ]),
    shelf('paper-bamboo', 'งานกระดาษและไม้ไผ่', 'Paper and bamboo', [
      shelf('paper-umbrellas', 'ร่มบ่อสร้าง', 'Bo Sang umbrellas'),
      shelf('decor-umbrellas', 'ร่มตกแต่ง', 'Display umbrellas'),
      shelf('sa-paper-notebooks', 'สมุดทำมือ', 'Handmade notebooks'),
    ]),
    shelf('silverwork', 'เครื่องเงิน', 'Silver', [
      shelf('bangles', 'กำไลข้อมือ', 'Bangles'),
      shelf('anklets', 'กำไลข้อเท้า', 'Anklets'),
    ]),
    shelf('woodwork', 'งานไม้', 'Woodwork', [shelf('wood-carvings', 'งานไม้แกะ', 'Carvings')]),
  ]),
  shelf('beauty', 'ความงามและสมุนไพร', 'Beauty and herbs', [
    shelf('bath', 'อาบน้ำ', 'Bath', [shelf('bar-soaps', 'สบู่ก้อน', 'Bar soap')]),
    shelf('hair', 'ดูแลผม', 'Hair care', [
      shelf('shampoos', 'แชมพู', 'Shampoo'),
      shelf('conditioners', 'ครีมนวดและทรีตเมนต์', 'Conditioner'),
    ]),
    shelf('skin-oils', 'น้ำมัน', 'Oils', [
      shelf('coconut-oils', 'น้ำมันมะพร้าว', 'Coconut oil'),
      shelf('massage-oils', 'น้ำมันนวดและบำรุงผิว', 'Massage and body oil'),
    ]),
    shelf('thai-herbs', 'สมุนไพรไทย', 'Thai herbs', [
      shelf('inhalers', 'ยาดม', 'Inhalers'),
      shelf('balms', 'ยาหม่อง', 'Balms'),
      shelf('herbal-compresses', 'ลูกประคบ', 'Herbal compresses'),
    ]),
  ]),
  shelf('tech', 'ไอทีและเครื่องใช้ไฟฟ้า', 'Tech and appliances', [
    shelf('audio', 'เครื่องเสียง', 'Audio', [shelf('earbuds', 'หูฟังไร้สาย', 'Wireless earbuds')]),
    shelf('power', 'แบตเตอรี่', 'Power', [shelf('power-banks', 'พาวเวอร์แบงก์', 'Power banks')]),
    shelf('desk', 'โต๊ะทำงาน', 'Desk', [shelf('keyboards', 'คีย์บอร์ด', 'Keyboards')]),
    shelf('cooling', 'พัดลม', 'Fans', [
      shelf('desk-fans', 'พัดลมตั้งโต๊ะ', 'Desk fans'),
      shelf('stand-fans', 'พัดลมตั้งพื้น', 'Stand fans'),
    ]),
  ]),
  shelf('plants', 'ต้นไม้และสวน', 'Plants', [
    shelf('houseplants', 'ไม้ใบในบ้าน', 'Houseplants', [
      shelf('foliage-plants', 'ไม้ใบ', 'Foliage'),
      shelf('aroids', 'มอนสเตอราและฟิโล', 'Monstera and philodendron'),
      shelf('cacti', 'แคคตัส', 'Cacti'),
    ]),
    shelf('orchid-house', 'กล้วยไม้', 'Orchids', [
      shelf('orchids', 'หวาย แคทลียา ม็อกคาร่า', 'Dendrobium, Cattleya, Mokara'),
      shelf('phalaenopsis', 'ฟาแลนนอปซิส', 'Phalaenopsis'),
    ]),
    shelf('sowing', 'เมล็ดพันธุ์', 'Seeds', [
      shelf('vegetable-seeds', 'เมล็ดผัก', 'Vegetable seeds'),
      shelf('herb-seeds', 'เมล็ดผักสวนครัว', 'Herb seeds'),
      shelf('flower-seeds', 'เมล็ดดอกไม้', 'Flower seeds'),
    ]),
  ]),
  shelf('kids-pets', 'เด็กและสัตว์เลี้ยง', 'Kids and pets', [
    shelf('toys', 'ของเล่น', 'Toys', [
      shelf('wooden-vehicles', 'รถไม้', 'Wooden trains'),
      shelf('building-blocks', 'ตัวต่อไม้', 'Trains with blocks'),
      shelf('soft-toys', 'ตุ๊กตาผ้า', 'Soft toys'),
    ]),
    shelf('pets', 'สัตว์เลี้ยง', 'Pets', [
      shelf('cat-food', 'อาหารแมว', 'Cat food'),
      shelf('dog-food', 'อาหารสุนัข', 'Dog food'),
    ]),
  ]),
]
