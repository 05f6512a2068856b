import { Clock, PackageCheck, ShieldCheck, TriangleAlert, Zap } from 'lucide-react'
import { PersonAvatar, ShopAvatar } from '../components/avatar.tsx'
import { Badge, type BadgeKind, Chip } from '../components/badge.tsx'
import { Breadcrumb } from '../components/breadcrumb.tsx'
import { Button } from '../components/button.tsx'
import { Delivery } from '../components/delivery.tsx'
import { Pager } from '../components/pager.tsx'
import { Picture, Thumb } from '../components/picture.tsx'
import { DiscountBurst, Price, WasPrice } from '../components/price.tsx'
import { ProductCard } from '../components/product-card.tsx'
import { Rating } from '../components/rating.tsx'
import { ShopStrip } from '../components/shop-strip.tsx'
import { ProductCardSkeleton } from '../components/skeleton.tsx'
import { Awning, FromShop } from '../components/stall.tsx'
import { StallCard } from '../components/stall-card.tsx'
import { useTexts } from '../components/use-locale.ts'
import { VoucherTag, VoucherTicket } from '../components/voucher.tsx'
import { VoucherBox } from '../components/voucher-box.tsx'
import { browse as browseTexts } from '../messages/browse.ts'
import { voucher as voucherTexts } from '../messages/voucher.ts'
import type { Samples } from './samples.ts'
import { Row, Section } from './specimen.tsx'

const BADGES: { kind: BadgeKind; icon: typeof Clock }[] = [
  { kind: 'neutral', icon: Clock },
  { kind: 'ok', icon: PackageCheck },
  { kind: 'warn', icon: TriangleAlert },
  { kind: 'bad', icon: TriangleAlert },
  { kind: 'info', icon: Clock },
  { kind: 'sale', icon: Zap },
  { kind: 'leaf', icon: ShieldCheck },
]
/** Each colour, and the first in its other weaves. */
const STALLS = [1, 2, 3, 4, 5, 6, 7, 8, 9, 17]

/** What is sold, by whom and for how much. */
export function Goods({
  samples: { say, shop, stall, seller, offers, products },
}: {
  samples: Samples
}) {
  const browse = useTexts(browseTexts)
  const voucher = useTexts(voucherTexts)
  return (
    <>
      <Section id="tags" title="Badges, prices, ratings">
        <Row>
          {BADGES.map(({ kind, icon }) => (
            <Badge key={kind} kind={kind} icon={icon}>
              {browse.inStock}
            </Badge>
          ))}
          <VoucherTag>{say('คูปองร้าน ฿50', 'Shop voucher ฿50')}</VoucherTag>
        </Row>
        <Row>
          <Chip to="?chip" current>
            {browse.onlyInStock}
          </Chip>
          <Chip to="?other">{browse.sorts.rating}</Chip>
        </Row>
        <Row>
          <Price satang={35_900} size="m" />
          <Price satang={45_950} />
          <Price satang={35_900} size="x" sale />
          <WasPrice satang={45_000} now={35_900} />
          <Price satang={123_456_789} size="x" full />
          <DiscountBurst satang={45_000} now={35_900} />
        </Row>
        <Row>
          <Rating rating={4.9} count={316} />
          <Rating rating={3} />
        </Row>
      </Section>

      <Section id="stalls" title="Stalls, people, pictures">
        <div className="grid grid-cols-2 gap-3 lg:grid-cols-4">
          {STALLS.map((stall) => (
            <div key={stall} className="card overflow-hidden">
              <Awning stall={stall} />
              <div className="flex items-center gap-2 p-3">
                <ShopAvatar name={shop.name} stall={stall} />
                <ShopAvatar name={shop.name} stall={stall} small />
                <span className="min-w-0 text-xs">
                  <FromShop shop={shop} stall={stall} />
                </span>
              </div>
            </div>
          ))}
        </div>
        <Row>
          <PersonAvatar name={say('คุณพิมพ์ใจ', 'Pimjai')} />
          <PersonAvatar name="Somchai" small />
          <Thumb src={null} size="s" />
          <Thumb src={null} />
          <Thumb src={null} size="l" />
          <span className="w-24 overflow-hidden rounded-sm">
            <Picture src={null} alt="" />
          </span>
        </Row>
        <ShopStrip shop={seller} productId="prd_sample" />
        <div className="grid items-start gap-4 sm:grid-cols-2">
          <StallCard shop={stall} />
          <Delivery province={seller.province} offers={offers} />
        </div>
      </Section>

      <Section id="cards" title="Product cards, and what stands there first">
        <ul className="card-grid">
          {products.map((product) => (
            <ProductCard key={product.id} product={product} />
          ))}
          <li>
            <ProductCardSkeleton />
          </li>
        </ul>
      </Section>

      <Section id="vouchers" title="Vouchers">
        <div className="grid gap-3 lg:grid-cols-2">
          <VoucherTicket
            amount="฿120"
            of={say('ลด', 'off')}
            title={say('ทั้งตลาด ขั้นต่ำ ฿1,200', 'The whole market, from ฿1,200')}
            terms={say('ใช้ได้ถึงคืนนี้ 23:59 น.', 'Until tonight, 23:59')}
            state="open"
            action={<Button kind="ghost">{voucher.claim}</Button>}
          />
          <VoucherTicket
            amount="10%"
            of={say('ลด', 'off')}
            title={shop.name}
            terms={say('ลดสูงสุด ฿80', 'Up to ฿80')}
            state="claimed"
            stall={8}
          />
          <VoucherTicket
            amount="฿60"
            of={say('ค่าส่ง', 'shipping')}
            title={say('ช่วยค่าส่งทุกร้าน', 'Shipping from every shop')}
            terms={say('ขั้นต่ำ ฿500', 'From ฿500')}
            state="used"
          />
          <VoucherTicket
            amount="฿60"
            of={say('ค่าส่ง', 'shipping')}
            title={say('ช่วยค่าส่งทุกร้าน', 'Shipping from every shop')}
            terms={say('ขั้นต่ำ ฿500', 'From ฿500')}
            state="expired"
          />
        </div>
        <VoucherBox
          action="/dev/ui"
          told={[
            {
              code: 'TALAT10',
              title: say('ลดทั้งตลาด 10%', '10% off the whole market'),
              text: say('ลด ฿59.90', '฿59.90 off'),
              off: true,
            },
            {
              code: 'SONGFREE',
              title: say('ส่งฟรีทั่วไทย', 'Free delivery across Thailand'),
              text: say('ซื้ออีก ฿120 ก็ใช้ได้', 'Add ฿120 more to use it'),
            },
          ]}
          suggested={{
            codes: ['SAWASDEE50'],
            text: say('มีคูปองที่ลดได้รวม ฿90', 'Your vouchers could take ฿90 off'),
          }}
        />
      </Section>

      <Section id="ways" title="Ways through a list">
        <Breadcrumb
          trail={[{ to: '/c/all', name: browse.everything }]}
          here={products[0]?.title ?? ''}
        />
        <Pager seen={{ count: 24, of: { count: 284, more: false } }} first="?first" next="?next" />
      </Section>
    </>
  )
}
