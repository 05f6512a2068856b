import { describe, expect, it } from 'vitest'
import type { Api } from '../../app/api.server.ts'
import { answerOf, changeCart, setInCart } from '../../app/storefront/cart-action.server.ts'
import { cartOf, lineOf } from './carts.ts'

const formOf = (...fields: [name: string, value: string][]): FormData => {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

/** The API's basket with a bowl in it, and what was asked of it. */
function basketOf(refuse: (what: string) => Response | undefined = () => undefined) {
  const asked: string[] = []
  const say = async (what: string) => {
    asked.push(what)
    const refused = refuse(what)
    if (refused !== undefined) throw refused
    return cartOf(['a', [lineOf('bowl')]])
  }
  const api: Api['cart'] = {
    read: () => say('read'),
    add: ({ variantId, quantity, addedAt = '' }) => say(`add ${variantId} ${quantity} ${addedAt}`),
    setQuantity: (id, quantity) => say(`set ${id} ${quantity}`),
    remove: (id) => say(`remove ${id}`),
    quote: () => Promise.reject(new Error('not asked')),
    shippingOptions: () => Promise.reject(new Error('not asked')),
  }
  return { api, asked }
}
const problem = (status: number, code: string, more = {}) =>
  Response.json({ status, code, requestId: 'req_1', ...more }, { status })

describe('A form of the basket', () => {
  it.each(['0x10', '1e9', ' 3 ', '', '-1', '2.5'])(
    'with %j for a number is refused as such, and changes nothing',
    async (quantity) => {
      const { api, asked } = basketOf()
      const form = formOf(['lineId', 'cln_bowl'], ['quantity', quantity])
      expect(answerOf(await changeCart(api, form), form).problem).toBe('wrong_quantity')
      const put = formOf(['variantId', 'var_bowl'], ['quantity', quantity])
      expect(answerOf(await changeCart(api, put), put).problem).toBe('wrong_quantity')
      const set = formOf(['variantId', 'var_bowl'], ['lineId', 'cln_bowl'], ['quantity', quantity])
      expect(answerOf(await setInCart(api, set), set).problem).toBe('wrong_quantity')
      expect(asked).toEqual([])
    },
  )

  it('takes the step that was pressed before the number that stood between the steps', async () => {
    const { api, asked } = basketOf()
    await changeCart(api, formOf(['lineId', 'cln_bowl'], ['quantity', '2'], ['step', '3']))
    await changeCart(api, formOf(['lineId', 'cln_bowl'], ['quantity', '5']))
    await changeCart(api, formOf(['lineId', 'cln_bowl'], ['quantity', '0']))
    await changeCart(api, formOf(['lineId', 'cln_bowl'], ['quantity', '5'], ['intent', 'remove']))
    expect(asked).toEqual([
      'set cln_bowl 3',
      'set cln_bowl 5',
      'remove cln_bowl',
      'remove cln_bowl',
    ])
  })
})

describe('A number that is wished of a thing', () => {
  const wished = (quantity: string, lineId = 'cln_old') =>
    formOf(
      ['variantId', 'var_bowl'],
      ['lineId', lineId],
      ['quantity', quantity],
      ['addedAt', '2026-11-22T03:00:00.000Z'],
    )
  const lost = (what: string) => (/cln_old/.test(what) ? problem(404, 'not_found') : undefined)

  it('is set by the line that was seen, in one call', async () => {
    const { api, asked } = basketOf()
    expect((await setInCart(api, wished('3', 'cln_bowl'))).ok).toBe(true)
    expect(asked).toEqual(['set cln_bowl 3'])
  })

  it('is set by the line that the thing has now, when it has another', async () => {
    const { api, asked } = basketOf(lost)
    expect((await setInCart(api, wished('3'))).ok).toBe(true)
    expect(asked).toEqual(['set cln_old 3', 'read', 'set cln_bowl 3'])
  })

  it('takes the thing out, whichever line it has, and is content when it has none', async () => {
    const { api, asked } = basketOf(lost)
    expect((await setInCart(api, wished('0'))).ok).toBe(true)
    expect(asked).toEqual(['remove cln_old', 'read', 'remove cln_bowl'])
    const gone = formOf(['variantId', 'var_soap'], ['lineId', 'cln_old'], ['quantity', '0'])
    expect((await setInCart(api, gone)).ok).toBe(true)
  })

  it('puts the thing back where it stood when it has no line any more', async () => {
    const { api, asked } = basketOf(lost)
    const form = wished('2')
    form.set('variantId', 'var_soap')
    expect((await setInCart(api, form)).ok).toBe(true)
    expect(asked.at(-1)).toBe('add var_soap 2 2026-11-22T03:00:00.000Z')
  })

  it('is told why it could not be, and when our side failed', async () => {
    const short = basketOf(() => problem(409, 'out_of_stock', { items: [{ available: 4 }] }))
    const form = wished('9', 'cln_bowl')
    expect(answerOf(await setInCart(short.api, form), form)).toMatchObject({
      problem: 'out_of_stock',
      available: 4,
    })
    const down = basketOf(() => problem(500, 'internal'))
    const answer = answerOf(await setInCart(down.api, form), form)
    expect([answer.unreached, answer.problem]).toEqual([true, 'internal'])
  })
})
