import { inBoth } from '../../src/common/messages/in-both.ts'

/** English says "both" of two. */
const counted = (n: number, one: string, both: string, all: string) =>
  n === 1 ? one : n === 2 ? both : all

export const order = inBoth(
  {
    listTitle: 'คำสั่งซื้อของฉัน',
    strayed: {
      page: 'ลิงก์นี้เก่าแล้ว นี่คือรายการล่าสุด',
      tab: 'ไม่มีแท็บนี้ นี่คือคำสั่งซื้อทั้งหมดของคุณ',
    },
    andMore: (n: number) => `และอีก ${n} อย่าง`,
    awaitsYou: 'ถึงแล้ว รอคุณกดรับ',
    tabsLabel: 'สถานะคำสั่งซื้อ',
    tabs: {
      'to-pay': 'ที่ต้องจ่าย',
      'to-ship': 'ที่ต้องส่ง',
      'to-receive': 'ที่ต้องได้รับ',
      completed: 'สำเร็จ',
      cancelled: 'ยกเลิก',
      returns: 'คืนของ',
    },
    all: 'ทั้งหมด',
    emptyTab: {
      all: 'ยังไม่เคยสั่งอะไร ลองเดินดูของมาใหม่วันนี้',
      'to-pay': 'ไม่มีอะไรค้างจ่าย',
      'to-ship': 'ไม่มีของรอร้านส่ง',
      'to-receive': 'ไม่มีของกำลังมา',
      completed: 'ยังไม่มีคำสั่งซื้อที่สำเร็จ',
      cancelled: 'ไม่มีคำสั่งซื้อที่ยกเลิก',
      returns: 'ไม่มีของที่คืน',
    },
    title: (number: string) => `คำสั่งซื้อ ${number}`,
    status: {
      pending_payment: 'รอจ่าย',
      paid: 'รอร้านรับ',
      processed: 'กำลังแพ็ก',
      shipped: 'กำลังส่ง',
      delivered: 'ถึงแล้ว',
      completed: 'สำเร็จ',
      cancel_requested: 'ขอยกเลิกแล้ว',
      cancelled: 'ยกเลิกแล้ว',
    },
    steps: ['จ่ายแล้ว', 'ร้านรับแล้ว', 'ส่งแล้ว', 'ถึงคุณ'],
    codStep: 'สั่งแล้ว',
    everyStep: 'ทุกขั้นตอน',
    placedAt: (date: string) => `สั่งเมื่อ ${date}`,
    payStatus: {
      pending_payment: 'รอจ่าย',
      cod: 'จ่ายปลายทาง',
      paid: 'จ่ายแล้ว',
      expired: 'หมดเวลาจ่าย',
      cancelled: 'ยกเลิกแล้ว',
    },
    headline: {
      toPay: 'รอจ่าย',
      told: (n: number) => (n === 1 ? 'บอกร้านแล้ว รอร้านรับ' : `บอกทั้ง ${n} ร้านแล้ว รอร้านรับ`),
      preparing: (n: number) => (n === 1 ? 'ร้านกำลังเตรียมของ' : `ทั้ง ${n} ร้านกำลังเตรียมของ`),
      arrived: (arrived: number, coming: number) =>
        coming === 0
          ? arrived === 1
            ? 'ของถึงแล้ว'
            : `ถึงแล้วทั้ง ${arrived} ร้าน`
          : `ถึงแล้ว ${arrived} ร้าน กำลังมาอีก ${coming} ร้าน`,
      done: 'ได้รับของครบแล้ว',
      cancelled: 'ยกเลิกคำสั่งซื้อแล้ว',
      expired: 'หมดเวลาจ่าย ของถูกปล่อยคืนร้านแล้ว',
    },
    live: 'อัปเดตสด',
    escrow: (n: number): string =>
      n === 1 ? 'เงินจะถึงร้านเมื่อคุณกดรับของ' : 'เงินจะถึงแต่ละร้านเมื่อคุณกดรับของร้านนั้น',
    cashDue: 'จ่ายเงินสดตอนของถึง',
    cancel: 'ขอยกเลิก',
    act: {
      cancelAll: {
        open: 'ยกเลิกคำสั่งซื้อ',
        ask: 'ยกเลิกทั้งคำสั่งซื้อนี้เลยไหม ยังไม่มีการตัดเงิน',
        confirm: 'ยืนยันยกเลิก',
      },
      cancelPaid: {
        open: 'ยกเลิกคำสั่งซื้อ',
        ask: 'ร้านนี้จะไม่ส่งของ และเราจะคืนเงินให้เต็มจำนวนทางเดิมที่คุณจ่าย ยกเลิกเลยไหม',
        confirm: 'ยืนยันยกเลิก',
      },
      cancelCash: {
        open: 'ยกเลิกคำสั่งซื้อ',
        ask: 'ร้านนี้จะไม่ส่งของ และคุณไม่ต้องจ่ายปลายทางให้ร้านนี้ ยกเลิกเลยไหม',
        confirm: 'ยืนยันยกเลิก',
      },
      received: {
        open: 'ได้รับของแล้ว',
        ask: 'ได้ของครบและเรียบร้อยดีใช่ไหม เมื่อยืนยันแล้ว เราจะโอนเงินให้ร้าน',
        confirm: 'ยืนยันว่าได้รับแล้ว',
      },
    },
    refunded: 'คืนเงิน',
    refundNote: (amount: string) =>
      `เราคืนเงิน ${amount} ทางเดิมที่คุณจ่าย เงินจะเข้าเมื่อธนาคารของคุณดำเนินการเสร็จ`,
    payNow: 'ไปจ่าย',
    payWhole: 'จ่ายทั้งคำสั่งซื้อ',
    heldFor: (time: string) => `กันของไว้ให้อีก ${time}`,
    viewGroup: 'ดูทั้งคำสั่งซื้อ',
    askShop: 'ถามร้าน',
    wholeOrder: 'ทั้งคำสั่งซื้อ',
    viewOrder: 'ดูรายละเอียด',
    shopTotal: 'รวมร้านนี้',
    deliverTo: 'ส่งถึง',
    money: 'ยอดเงิน',
    goods: 'ค่าของ',
    shipping: 'ค่าส่ง',
    discount: 'ส่วนลด',
    total: 'รวม',
    sentBy: 'วิธีส่ง',
    nextPage: 'ดูเพิ่ม',
    done: 'เรียบร้อย',
  },
  {
    listTitle: 'My orders',
    strayed: {
      page: 'This link is too old. Here are the latest.',
      tab: "There's no such tab. Here are all your orders.",
    },
    andMore: (n: number) => `and ${n} more`,
    awaitsYou: 'Delivered',
    tabsLabel: 'Order state',
    tabs: {
      'to-pay': 'To pay',
      'to-ship': 'To ship',
      'to-receive': 'To receive',
      completed: 'Completed',
      cancelled: 'Cancelled',
      returns: 'Returns',
    },
    all: 'All',
    emptyTab: {
      all: "You haven't ordered yet. See what's new today.",
      'to-pay': 'Nothing left to pay',
      'to-ship': 'Nothing waiting to be sent',
      'to-receive': 'Nothing is on its way',
      completed: 'No completed orders yet',
      cancelled: 'No cancelled orders',
      returns: 'Nothing returned',
    },
    title: (number: string) => `Order ${number}`,
    status: {
      pending_payment: 'To pay',
      paid: 'Waiting for the shop',
      processed: 'Being packed',
      shipped: 'On its way',
      delivered: 'Delivered',
      completed: 'Completed',
      cancel_requested: 'Cancellation requested',
      cancelled: 'Cancelled',
    },
    steps: ['Paid', 'Accepted', 'Sent', 'With you'],
    codStep: 'Ordered',
    everyStep: 'All steps',
    placedAt: (date: string) => `Ordered ${date}`,
    payStatus: {
      pending_payment: 'To pay',
      cod: 'Cash on delivery',
      paid: 'Paid',
      expired: 'Time to pay is over',
      cancelled: 'Cancelled',
    },
    headline: {
      toPay: 'Waiting to be paid',
      told: (n: number) =>
        counted(
          n,
          'The shop has been told',
          'Both shops have been told',
          `All ${n} shops have been told`,
        ),
      preparing: (n: number) =>
        counted(
          n,
          'The shop is preparing it',
          'Both shops are preparing',
          `All ${n} shops are preparing`,
        ),
      arrived: (arrived: number, coming: number) =>
        coming === 0
          ? counted(
              arrived,
              'Your parcel is here',
              'Both parcels are here',
              `All ${arrived} parcels are here`,
            )
          : `${arrived} here, ${coming} on the way`,
      done: 'You have everything',
      cancelled: 'This order was cancelled',
      expired: 'The time to pay is over; the things went back to the shops',
    },
    live: 'Live',
    escrow: (n: number): string =>
      n === 1
        ? 'The shop is paid once you say you have it'
        : 'Each shop is paid once you say you have its things',
    cashDue: 'You pay in cash when it arrives',
    cancel: 'Ask to cancel',
    act: {
      cancelAll: {
        open: 'Cancel the order',
        ask: 'Cancel this whole order? Nothing was charged.',
        confirm: 'Yes, cancel it',
      },
      cancelPaid: {
        open: 'Cancel the order',
        ask: "This shop won't send it, and all of its money goes back the way you paid. Cancel it?",
        confirm: 'Yes, cancel it',
      },
      cancelCash: {
        open: 'Cancel the order',
        ask: "This shop won't send it, and you pay it nothing on delivery. Cancel it?",
        confirm: 'Yes, cancel it',
      },
      received: {
        open: "I've got it",
        ask: 'Is everything here, and as it should be? Once you say so, the shop is paid.',
        confirm: "Yes, I've got it",
      },
    },
    refunded: 'Refund',
    refundNote: (amount: string) =>
      `${amount} goes back the way you paid. It is with you once your bank has finished.`,
    payNow: 'Pay now',
    payWhole: 'Pay the whole order',
    heldFor: (time: string) => `Held for you for ${time}`,
    viewGroup: 'See the whole order',
    askShop: 'Ask the shop',
    wholeOrder: 'The whole order',
    viewOrder: 'See details',
    shopTotal: 'This shop',
    deliverTo: 'Deliver to',
    money: 'Money',
    goods: 'Goods',
    shipping: 'Shipping',
    discount: 'Discount',
    total: 'Total',
    sentBy: 'Sent by',
    nextPage: 'Show more',
    done: 'Done',
  },
)
