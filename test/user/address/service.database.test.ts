import { beforeEach, expect, it } from 'vitest'
import { isProblem } from '#src/common/problem.ts'
import type { Address } from '#src/user/address/schema.ts'
import { describeEachDatabase } from '../../support/each-database.ts'
import { type AccountApp, accountApp, bearer, codeOf, newAccount } from '../account-app.ts'

const HOME = {
  recipient: 'สมชาย ใจดี',
  phone: '081-234-5678',
  line1: '99/1 ซอยสีลม 4',
  subdistrict: 'แขวงสีลม',
  district: 'เขตบางรัก',
  province: 'กทม.',
  postcode: '10500',
}
const CHIANG_MAI = {
  subdistrict: 'Si Phum',
  district: 'Mueang Chiang Mai',
  province: 'Chiang Mai',
  postcode: '50200',
}

describeEachDatabase('an address book', (open) => {
  let app: AccountApp
  let token: Record<string, string>
  beforeEach(async () => {
    app = accountApp(open)
    token = bearer(await newAccount(app))
  })

  const create = async (change: object = {}) => {
    const answer = await app.send('POST', '/me/addresses', { ...HOME, ...change }, token)
    expect(answer.status).toBe(201)
    app.clock.advance(1000)
    return await answer.json<Address>()
  }
  const list = async (headers = token) => {
    const answer = await app.send('GET', '/me/addresses', undefined, headers)
    return (await answer.json<{ items: Address[] }>()).items
  }
  const change = (id: string, body: object, headers = token) =>
    app.send('PATCH', `/me/addresses/${id}`, body, headers)
  const remove = (id: string, headers = token) =>
    app.send('DELETE', `/me/addresses/${id}`, undefined, headers)

  it('keeps one address of a form that is sent twice, at once or later, and with it full', async () => {
    const keyed = { ...token, 'idempotency-key': 'form-0001' }
    const send = async (body: object, headers: Record<string, string> = keyed) => {
      const answer = await app.send('POST', '/me/addresses', body, headers)
      expect(answer.status).toBe(201)
      return (await answer.json<Address>()).id
    }
    const both = await Promise.all([send(HOME), send(HOME)])
    expect(new Set([...both, await send(HOME)]).size).toBe(1)
    expect(await list()).toHaveLength(1)
    // Changed and sent again it is another, and without a key each is.
    const others = [await send({ ...HOME, line1: '2 ซอยสีลม 4' }), await send(HOME, token)]
    expect(new Set([...both, ...others]).size).toBe(3)
    for (let count = 3; count < 20; count += 1) await create()
    expect(await send(HOME)).toBe(both[0])
    expect(await list()).toHaveLength(20)
  })

  it('refuses a key that is none', async () => {
    const answer = await app.send('POST', '/me/addresses', HOME, {
      ...token,
      'idempotency-key': 'a b',
    })
    expect([answer.status, await codeOf(answer)]).toEqual([400, 'idempotency_key_invalid'])
  })

  it('cannot be changed with what is left of a token once its session has ended', async () => {
    const { id } = await create()
    expect((await app.send('POST', '/auth/logout', {}, token)).status).toBe(204)
    const moved = { line1: '1 ถนนโจร', ...CHIANG_MAI }
    for (const answer of [
      await change(id, moved),
      await remove(id),
      await app.send('POST', '/me/addresses', { ...HOME, isDefault: true }, token),
    ]) {
      expect([answer.status, await codeOf(answer)]).toEqual([401, 'token_invalid'])
    }
  })

  const defaults = async () => (await list()).filter((address) => address.isDefault)

  it('keeps an address as the post knows it, and the first one is the default', async () => {
    expect(await create()).toEqual({
      id: expect.stringMatching(/^adr_/),
      recipient: 'สมชาย ใจดี',
      phone: '+66812345678',
      line1: '99/1 ซอยสีลม 4',
      subdistrict: 'สีลม',
      district: 'บางรัก',
      province: 'กรุงเทพมหานคร',
      postcode: '10500',
      isDefault: true,
    })
    const second = await create({ ...CHIANG_MAI, line2: 'ตึก B' })
    expect(second).toMatchObject({ district: 'เมืองเชียงใหม่', line2: 'ตึก B', isDefault: false })
    const items = await list()
    expect(items.map((address) => address.isDefault)).toEqual([true, false])
  })

  it('tells the places in English too where it is read in English', async () => {
    await create()
    const [kept] = await list()
    expect(kept).not.toHaveProperty('english')
    expect(await list({ ...token, 'accept-language': 'en' })).toEqual([
      { ...kept, english: { subdistrict: 'Si Lom', district: 'Bang Rak', province: 'Bangkok' } },
    ])
  })

  it.each([
    ['a postcode of elsewhere', { postcode: '50200' }, 422, 'address_unknown'],
    ['a district of elsewhere', { district: 'ปทุมวัน' }, 422, 'address_unknown'],
    ['a phone of elsewhere', { phone: '+1 212 555 0100' }, 400, 'validation_failed'],
    ['a postcode of four digits', { postcode: '1050' }, 400, 'validation_failed'],
    ['no recipient', { recipient: ' ' }, 400, 'validation_failed'],
    ['two lines in one', { line1: 'a\nb' }, 400, 'validation_failed'],
    ['an owner of its own choosing (Z4)', { userId: 'usr_other' }, 400, 'validation_failed'],
    ['an id of its own choosing (Z4)', { id: 'adr_other' }, 400, 'validation_failed'],
  ])('refuses %s', async (_, wrong, status, code) => {
    const answer = await app.send('POST', '/me/addresses', { ...HOME, ...wrong }, token)
    expect([answer.status, await codeOf(answer)]).toEqual([status, code])
    expect(await list()).toEqual([])
  })

  it('changes what is asked for and checks the place again', async () => {
    const { id } = await create({ line2: 'ตึก B' })
    const moved = await change(id, { ...CHIANG_MAI, line2: null })
    expect(await moved.json()).toEqual({
      ...(await list())[0],
      subdistrict: 'ศรีภูมิ',
      recipient: 'สมชาย ใจดี',
    })
    expect((await list())[0]).not.toHaveProperty('line2')
    const half = await change(id, { postcode: '10500' })
    expect([half.status, await codeOf(half)]).toEqual([422, 'address_unknown'])
    const renamed = await change(id, { recipient: 'Nok' })
    expect(await renamed.json()).toMatchObject({ recipient: 'Nok', province: 'เชียงใหม่' })
    expect((await change(id, {})).status).toBe(200)
    expect((await change(id, { userId: 'usr_other' })).status).toBe(400)
  })

  it('has one default: setting another unsets it', async () => {
    const first = await create()
    const second = await create({ isDefault: true })
    expect(await defaults()).toEqual([second])
    await change(first.id, { isDefault: true })
    expect((await defaults()).map((address) => address.id)).toEqual([first.id])
    await change(first.id, { isDefault: false })
    expect((await defaults()).map((address) => address.id)).toEqual([second.id])
  })

  it('has one default after twenty are set at once', async () => {
    const addresses = []
    for (let count = 0; count < 20; count += 1) addresses.push(await create())
    const answers = await Promise.all(addresses.map(({ id }) => change(id, { isDefault: true })))
    expect(answers.map((answer) => answer.status)).toEqual(addresses.map(() => 200))
    expect(await defaults()).toHaveLength(1)
  })

  it('has one default after twenty are made at once, each wanting to be it', async () => {
    await Promise.all(Array.from({ length: 20 }, () => create({ isDefault: true })))
    expect(await list()).toHaveLength(20)
    expect(await defaults()).toHaveLength(1)
  })

  it('keeps twenty addresses at most, also when many come at once', async () => {
    const tries = Array.from({ length: 25 }, () => app.send('POST', '/me/addresses', HOME, token))
    const answers = await Promise.all(tries)
    expect(answers.filter((answer) => answer.status === 201)).toHaveLength(20)
    const [refused] = answers.filter((answer) => answer.status !== 201)
    expect(refused && [refused.status, await codeOf(refused)]).toEqual([422, 'limit_reached'])
    expect(await list()).toHaveLength(20)
    const told = await app.send('GET', '/me/addresses', undefined, token)
    expect(await told.json()).toMatchObject({ max: 20, nextCursor: null })
  })

  it('makes the oldest left the default when the default is taken away', async () => {
    const first = await create()
    const second = await create()
    const third = await create({ isDefault: true })
    expect((await remove(third.id)).status).toBe(204)
    expect((await defaults()).map((address) => address.id)).toEqual([first.id])
    await remove(first.id)
    expect((await defaults()).map((address) => address.id)).toEqual([second.id])
    await remove(second.id)
    expect(await list()).toEqual([])
  })

  it('answers for the id of another as for one that is not there (Z5)', async () => {
    const { id } = await create()
    const stranger = bearer(await newAccount(app))
    const seen = async (answer: Response) => [answer.status, await answer.text()]
    for (const call of [
      (other: string) => change(other, { recipient: 'Thief' }, stranger),
      (other: string) => change(other, { isDefault: true }, stranger),
      (other: string) => remove(other, stranger),
    ]) {
      const foreign = await seen(await call(id))
      expect(foreign[0]).toBe(404)
      expect(await seen(await call('adr_00000000000000000000000000'))).toEqual(foreign)
    }
    expect(await list(stranger)).toEqual([])
    expect(await list()).toMatchObject([{ id, recipient: 'สมชาย ใจดี', isDefault: true }])
  })

  it('gives an order the address of its own account only', async () => {
    const { id } = await create()
    const me = await app.send('GET', '/me', undefined, token)
    const { user } = await me.json<{ user: { id: string } }>()
    const { addresses } = app.module()
    expect(await addresses.find(user.id, id)).toEqual({
      recipient: 'สมชาย ใจดี',
      phone: '+66812345678',
      line1: '99/1 ซอยสีลม 4',
      line2: null,
      subdistrict: 'สีลม',
      district: 'บางรัก',
      province: 'กรุงเทพมหานคร',
      postcode: '10500',
    })
    expect(await addresses.find('usr_other', id)).toBeUndefined()
  })

  it('checks the address of a guest without keeping it', async () => {
    const { addresses } = app.module()
    const guest = { ...HOME, phone: '+66812345678' }
    expect(await addresses.normalise(guest)).toMatchObject({ district: 'บางรัก', line2: null })
    const wrong = await addresses
      .normalise({ ...guest, postcode: '99999' })
      .catch((error: unknown) => error)
    expect(isProblem(wrong, 'address_unknown')).toBe(true)
  })

  it('is nobody else’s business: a guest is refused', async () => {
    expect((await app.send('GET', '/me/addresses')).status).toBe(401)
    expect((await app.send('POST', '/me/addresses', HOME)).status).toBe(401)
  })
})
