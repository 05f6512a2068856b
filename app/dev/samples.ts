import type { Locale } from '../locale.ts'
import type {
  Address,
  CartLine,
  ListedOrder,
  OrderStatus,
  Product,
  ProductCard,
  ShippingOffer,
  Stall,
} from '../shapes.ts'

/** What the gallery is filled with: the longest names and amounts that a page has to bear. */
export function samplesIn(locale: Locale) {
  const say = (th: string, en: string) => (locale === 'th' ? th : en)
  const shop = {
    id: 'shp_sample_1',
    slug: 'sample',
    name: say(
      'วิสาหกิจชุมชนกลุ่มทอผ้าย้อมครามบ้านดอนกอยพรรณานิคม',
      'Ban Don Koi Indigo Weavers of Phanna Nikhom',
    ),
    province: say('สกลนคร', 'Sakon Nakhon'),
  }
  const stall: Stall = {
    ...shop,
    rating: 4.9,
    reviewCount: 1284,
    productCount: 96,
    soldCount: 12_480,
    products: [35_900, 123_456_789, 4_550].map((priceSatang, index) => ({
      id: `prd_front_${index}`,
      slug: 'sample',
      title: say('ผ้าขาวม้า', 'Loincloth'),
      imageUrl: null,
      priceSatang,
    })),
  }
  const seller: Product['shop'] = {
    ...shop,
    provinceSlug: 'sakon-nakhon',
    rating: 4.9,
    reviewCount: 1284,
    productCount: 96,
    joinedAt: '2022-11-01T03:00:00.000Z',
  }
  const offers: ShippingOffer[] = [
    {
      id: 'opt_1',
      name: say('ส่งธรรมดา', 'Standard'),
      priceSatang: 3900,
      estimate: say('2–4 วัน', '2–4 days'),
      minDays: 2,
      maxDays: 4,
    },
    {
      id: 'opt_2',
      name: say('ส่งด่วน', 'Express'),
      priceSatang: 8500,
      estimate: say('1–2 วัน', '1–2 days'),
      minDays: 1,
      maxDays: 2,
    },
  ]
  const product: ProductCard = {
    id: 'prd_1',
    slug: 'sample',
    title: say(
      'ผ้าขาวม้าฝ้ายกี่กระตุกย้อมครามธรรมชาติ ลายตารางน้ำทะเล 90×180 ซม.',
      'Hand-woven cotton loincloth dyed with natural indigo, sea check, 90×180 cm',
    ),
    imageUrl: null,
    priceSatang: 35_900,
    compareAtSatang: 45_000,
    currency: 'THB',
    rating: 4.9,
    reviewCount: 316,
    soldCount: 2_140,
    inStock: true,
    flash: null,
    shop,
  }
  const { compareAtSatang: _, ...full } = product
  const products: ProductCard[] = [
    product,
    { ...full, id: 'prd_2', title: say('สบู่', 'Soap'), priceSatang: 4_550, reviewCount: 0 },
    { ...full, id: 'prd_3', priceSatang: 123_456_789, soldCount: 0 },
    { ...product, id: 'prd_4', inStock: false, soldCount: 12 },
    {
      ...full,
      id: 'prd_5',
      flash: {
        ...{ priceSatang: 24_900, quota: 20, left: 3, perBuyer: 2 },
        ...{ startsAt: '2026-11-22T05:00:00.000Z', endsAt: '2126-11-22T11:00:00.000Z' },
      },
    },
  ]
  const line: CartLine = {
    id: 'lin_1',
    variantId: 'var_1',
    productSlug: 'sample',
    title: product.title,
    options: [{ name: say('สี', 'Colour'), value: say('ครามเข้ม', 'Deep indigo') }],
    imageUrl: null,
    quantity: 2,
    unitPriceSatang: 35_900,
    listPriceSatang: 35_900,
    flash: null,
    seenPriceSatang: 45_000,
    addedAt: '2026-11-22T03:00:00.000Z',
    lineTotalSatang: 71_800,
    available: 9,
    problems: ['price_down'],
  }
  const lines: CartLine[] = [
    line,
    {
      ...line,
      id: 'lin_2',
      quantity: 1,
      available: 1,
      lineTotalSatang: 35_900,
      problems: ['price_up', 'not_enough_stock'],
      seenPriceSatang: 33_900,
    },
    { ...line, id: 'lin_3', quantity: 1, available: 0, problems: ['out_of_stock'] },
    { ...line, id: 'lin_4', quantity: 1, available: 0, problems: ['unavailable'] },
  ]
  const address: Address = {
    id: 'adr_1',
    recipient: say('วรรณา ใจเย็น', 'Wanna Jaiyen'),
    phone: '+66812345678',
    line1: '88/14 ซอยเจริญกรุง 36',
    subdistrict: 'บางรัก',
    district: 'บางรัก',
    province: 'กรุงเทพมหานคร',
    postcode: '10500',
    isDefault: true,
  }
  const placedAt = '2026-11-22T03:40:00.000Z'
  const order = (status: OrderStatus): ListedOrder => ({
    id: `ord_${status}`,
    number: 'TL-8842-1703-1',
    groupId: 'grp_1',
    status,
    paymentStatus: status === 'pending_payment' ? 'pending_payment' : 'paid',
    refundedSatang: 0,
    shop,
    lines: ['a', 'b', 'c', 'd', 'e'].map((id) => ({
      id,
      variantId: id,
      productId: id,
      productSlug: 'sample',
      sku: id,
      title: product.title,
      options: line.options,
      imageUrl: null,
      quantity: 1,
      unitPriceSatang: 35_900,
      discountSatang: 0,
      lineTotalSatang: 35_900,
    })),
    subtotalSatang: 179_500,
    shippingSatang: 4_500,
    discountSatang: 0,
    totalSatang: 184_000,
    vatSatang: 12_037,
    shipping: { id: 'shi_1', name: say('ส่งธรรมดา', 'Standard'), estimate: '2–4' },
    placedAt,
    ...(status === 'pending_payment' ? { expiresAt: '2026-11-22T04:10:00.000Z' } : {}),
  })
  return { say, shop, stall, seller, offers, products, lines, address, order, placedAt }
}

export type Samples = ReturnType<typeof samplesIn>
