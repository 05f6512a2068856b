import { Heart, Search, ShoppingBasket, Truck } from 'lucide-react'
import { Button, type ButtonKind, IconButton, LinkButton } from '../components/button.tsx'
import { Checkbox, RadioCard } from '../components/choice.tsx'
import { SelectField, TextField } from '../components/field.tsx'
import { PasswordField } from '../components/password-field.tsx'
import { Quantity } from '../components/quantity.tsx'
import { RatingInput } from '../components/rating.tsx'
import { useTexts } from '../components/use-locale.ts'
import { account as accountTexts } from '../messages/account.ts'
import { checkout as checkoutTexts } from '../messages/checkout.ts'
import { order as orderTexts } from '../messages/order.ts'
import { product as browseTexts } from '../messages/product.ts'
import type { Samples } from './samples.ts'
import { Row, Section, Specimen } from './specimen.tsx'

const KINDS: ButtonKind[] = ['accent', 'forward', 'line', 'quiet', 'ghost', 'bad']

/** What is pressed, typed into and chosen from. */
export function Controls({ samples: { say } }: { samples: Samples }) {
  const browse = useTexts(browseTexts)
  const checkout = useTexts(checkoutTexts)
  const account = useTexts(accountTexts)
  const order = useTexts(orderTexts)
  return (
    <>
      <Section id="buttons" title="Buttons">
        {KINDS.map((kind) => (
          <Specimen
            key={kind}
            name={`Button ${kind}: plain, with icon, busy, busy with icon, disabled`}
          >
            <Row>
              <Button kind={kind}>{browse.buyNow}</Button>
              <Button kind={kind} icon={ShoppingBasket}>
                {browse.addToCart}
              </Button>
              <Button kind={kind} busy={browse.adding}>
                {browse.buyNow}
              </Button>
              <Button kind={kind} icon={ShoppingBasket} busy={browse.adding}>
                {browse.addToCart}
              </Button>
              <Button kind={kind} disabled>
                {browse.buyNow}
              </Button>
            </Row>
          </Specimen>
        ))}
        <Specimen name="Sizes: large, small, as wide as its place">
          <div className="grid max-w-form gap-3">
            <Row>
              <Button size="lg" kind="forward">
                {checkout.placePlain}
              </Button>
              <Button size="sm" kind="quiet">
                {order.viewOrder}
              </Button>
            </Row>
            <Button block kind="line">
              {browse.seeAll}
            </Button>
          </div>
        </Specimen>
        <Specimen name="LinkButton, IconButton">
          <Row>
            <LinkButton to="/dev/ui" kind="line" icon={Search}>
              {browse.seeAll}
            </LinkButton>
            <IconButton label={say('บันทึก', 'Save')} icon={Heart} />
          </Row>
        </Specimen>
      </Section>

      <Section id="fields" title="Fields">
        <div className="grid max-w-read gap-4 sm:grid-cols-2">
          <TextField id="u-plain" label={checkout.recipient} autoComplete="off" />
          <TextField id="u-help" label={checkout.email} help={checkout.emailHelp} />
          <TextField
            id="u-wrong"
            label={checkout.recipientPhone}
            defaultValue="08-1234"
            error={checkout.errors.phone}
          />
          <TextField id="u-off" label={checkout.line2} disabled defaultValue="—" />
          <SelectField id="u-select" label={checkout.province}>
            <option>{say('เชียงใหม่', 'Chiang Mai')}</option>
          </SelectField>
          <SelectField
            id="u-select-wrong"
            label={checkout.district}
            error={checkout.errors.district}
          >
            <option>{checkout.choose}</option>
          </SelectField>
          <PasswordField
            label={account.password}
            help={account.passwordHelp}
            autoComplete="new-password"
          />
        </div>
        <Specimen name="Checkbox">
          <Checkbox defaultChecked>{checkout.saveAddress}</Checkbox>
          <Checkbox disabled>{browse.onlyInStock}</Checkbox>
        </Specimen>
        <Specimen name="RadioCard: chosen, open, closed with its reason">
          <fieldset className="grid max-w-read gap-2 sm:grid-cols-2">
            <legend className="sr-only">{checkout.shipping}</legend>
            <RadioCard
              name="u-radio"
              defaultChecked
              title={say('ส่งธรรมดา', 'Standard')}
              text={say('ถึง 25–26 พ.ย.', 'Arrives 25–26 Nov')}
              aside="฿45.00"
            />
            <RadioCard
              name="u-radio"
              title={say('ส่งด่วน', 'Express')}
              text={say('ถึงพรุ่งนี้', 'Tomorrow')}
              aside="฿95.00"
              icon={Truck}
            />
            <RadioCard
              name="u-radio"
              disabled
              title={checkout.methods['cod:cash'][0]}
              text={checkout.codRefused(say('กระจูดแม่ลออ', 'Mae La-or'), 1)}
            />
          </fieldset>
        </Specimen>
        <Specimen name="Quantity: free, one left, none">
          <Row>
            <Quantity id="u-q1" name="q" max={9} />
            <Quantity id="u-q2" name="q" max={1} />
            <Quantity id="u-q3" name="q" max={0} />
          </Row>
        </Specimen>
        <RatingInput name="u-stars" legend={browse.ratingLeast} defaultValue={4} />
      </Section>
    </>
  )
}
