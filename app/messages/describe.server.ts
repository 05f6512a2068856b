import { inBoth } from '../../src/common/messages/in-both.ts'

/** What a list is about, for search engines: said by loaders alone, so that no browser carries it. */
export const describe = inBoth(
  {
    category: (name: string) =>
      `เลือก${name}จากร้านทั่วไทยในตะกร้าเดียว ดูราคา รีวิว และจังหวัดที่ส่ง จ่ายครั้งเดียว เงินถึงร้านเมื่อได้ของแล้ว`,
    province: (name: string) =>
      `ของจากร้านใน${name} ราคา รีวิว และร้านที่ส่ง เลือกกี่ร้านก็จ่ายครั้งเดียว เงินถึงร้านเมื่อได้ของแล้ว`,
  },
  {
    category: (name: string) =>
      `${name} from shops all over Thailand in one basket: prices, reviews and where each thing ships from. Pay once; shops are paid when you have your goods.`,
    province: (name: string) =>
      `Goods from shops in ${name}, with prices and reviews. However many shops, you pay once; they are paid when you have your goods.`,
  },
)
