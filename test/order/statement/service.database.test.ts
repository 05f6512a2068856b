import { beforeAll, expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { newId } from '#src/common/id.ts'
import { makeProduct, makeShop, makeVoucher } from '#test/support/make.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { bring, someNumber } from '#test/support/parcels.ts'
import { intentOf, makeOperator, makeSeller, orderAsGuest, tokenOf } from '#test/support/shopper.ts'
import { expectSound, type Facts } from '#test/support/soundness.ts'

type Accounts = Record<string, number>

describeEachMarket('A whole life', (theMarket, open) => {
  let operator: Awaited<ReturnType<typeof makeOperator>>
  beforeAll(async () => {
    operator = await makeOperator(theMarket(), open())
  })
  const asOperator = async () => ({ token: await tokenOf(theMarket(), operator.email) })
  const statement = async (orderId: string) => {
    const path = `/admin/orders/${orderId}/statement`
    const answer = await theMarket().call('GET', path, await asOperator())
    expect(answer.status, JSON.stringify(answer.body)).toBe(200)
    return answer.body
  }

  /**
   * Cloth, two pieces at 300.00, from one shop, whose voucher takes 10 % off; tea, three at 150.00, from
   * another, of which the market takes 8 % and 1.00 for each piece instead of 5 %. 57.00 off all of it,
   * of which the shops pay 30 %; sending costs 40.00 each and is free, which the market pays.
   */
  const placed = async () => {
    const [db, market] = [open(), theMarket()]
    const [cloth, tea] = [await makeShop(db), await makeShop(db)]
    const wants = [
      { shop: cloth, product: await makeProduct(db, cloth, { priceSatang: 30_000 }), quantity: 2 },
      { shop: tea, product: await makeProduct(db, tea, { priceSatang: 15_000 }), quantity: 3 },
    ]
    const vouchers = [
      await makeVoucher(db, {
        ...{ kind: 'shop', shopId: cloth.id, benefit: 'percent', rateBp: 1000 },
      }),
      await makeVoucher(db, { amountSatang: 5700, shopPaysBp: 3000 }),
      await makeVoucher(db, { kind: 'shipping', benefit: 'free_shipping' }),
    ].map(({ code }) => code)
    const rule = { shopId: tea.id, rateBp: 800, fixedSatang: 100 }
    await market.call('POST', '/admin/commission-rules', { ...(await asOperator()), body: rule })
    market.pass(MINUTE_MS)
    const answer = await orderAsGuest(market, wants, { vouchers })
    expect(answer.status, JSON.stringify(answer.body)).toBe(201)
    const { orderGroup, orderToken } = answer.body
    const [first, second] = orderGroup.orders
    const packer = await makeSeller(market, db, cloth.id, 'staff')
    const names = new Map([
      [`shop_available:${cloth.id}`, 'shop of cloth'],
      [`shop_available:${tea.id}`, 'shop of tea'],
    ])
    const standing = ({ entries }: Facts): Accounts => {
      const accounts: Accounts = {}
      for (const { account, amountSatang } of entries) {
        const name = names.get(account) ?? account
        accounts[name] = (accounts[name] ?? 0) + amountSatang
      }
      return Object.fromEntries(Object.entries(accounts).filter(([, amount]) => amount !== 0))
    }
    return { groupId: orderGroup.id as string, orderToken, first, second, packer, standing }
  }

  it('of two shops’ orders, a voucher of each kind, PromptPay and a piece that goes back, every account to the satang (L2, PO6, PO10)', async () => {
    const market = theMarket()
    market.provider.simulation.settings.refundDelayMs = HOUR_MS
    const { groupId, orderToken, first, second, packer, standing } = await placed()
    const accounts = async () => {
      await market.rest()
      await market.deliver()
      return standing(await expectSound(open(), market, groupId))
    }
    const receive = async (orderId: string) => {
      const key = newId('req')
      const done = await market.call('POST', `/orders/${orderId}/received`, { orderToken, key })
      expect(done.status, JSON.stringify(done.body)).toBe(200)
    }

    // Placed: nothing has moved. 600.00 − 60.00 − 31.09, and 450.00 − 25.91; sending 40.00 − 40.00 each.
    expect([first.totalSatang, second.totalSatang]).toEqual([50_891, 42_409])
    expect(await accounts()).toEqual({})

    // Paid by PromptPay: 933.00 with the provider, all of it owed to the buyer.
    await market.control(`/payment_intents/${intentOf(market, groupId)}/approve`)
    expect(await accounts()).toEqual({
      psp_clearing: 93_300,
      buyer_escrow: -93_300,
    })

    // The cloth goes out in two parcels, a piece in each; both arrive, and no account knows.
    const paid = await accounts()
    const stall = `/seller/shops/${first.shop.id}/orders/${first.id}`
    const pack = async (step: string, body?: object) => {
      const answer = await market.call('POST', `${stall}/${step}`, {
        token: packer.token,
        key: newId('req'),
        ...(body === undefined ? {} : { body }),
      })
      expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300)
      return answer.body
    }
    await pack('accept')
    const piece = { lines: [{ lineId: first.lines[0].id, quantity: 1 }] }
    const half = await pack('parcels', { trackingNumber: 'EF582568151TH', ...piece })
    expect([half.status, half.parcels.length]).toEqual(['processed', 1])
    const whole = await pack('parcels', { trackingNumber: someNumber() })
    expect([whole.status, whole.parcels.length]).toEqual(['shipped', 2])
    const states: string[] = []
    for (const { id } of whole.parcels) {
      await market.call('POST', `/admin/parcels/${id}/delivered`, {
        ...(await asOperator()),
        key: newId('req'),
      })
      const seen = await market.call('GET', `/orders/${first.id}`, { orderToken })
      states.push(seen.body.status)
    }
    expect(states).toEqual(['shipped', 'delivered'])
    expect(await accounts()).toEqual(paid)

    // The cloth is received. Its shop gets 508.91 from the buyer and 61.76 from the market (21.76 of the
    // 31.09, and 40.00 for sending), less 5 % of 495.95, which is 530.67 without its VAT, and 7 % on that.
    await receive(first.id)
    expect(await accounts()).toEqual({
      psp_clearing: 93_300,
      buyer_escrow: -42_409,
      'shop of cloth': -54_413,
      commission: -2480,
      vat_payable: -174,
      voucher_expense: 6176,
    })

    // The tea is received: 424.09 and 58.14, less 8 % of 413.30 and three baht, and 7 % on that.
    await bring(market, { groupId, orderId: second.id }, 'delivered')
    await receive(second.id)
    expect(await accounts()).toEqual({
      psp_clearing: 93_300,
      'shop of cloth': -54_413,
      'shop of tea': -44_365,
      commission: -2480 - 3606,
      vat_payable: -174 - 252,
      voucher_expense: 6176 + 5814,
    })

    // A third of the tea goes back after its release: the shop gives up 134.54, the market 12.02 of its
    // commission, the tax office 0.84, and the market has 6.04 of its voucher again; 141.36 is owed.
    const body = { lines: [{ lineId: second.lines[0].id, quantity: 1 }], reason: 'กล่องบุบ' }
    const key = newId('req')
    const path = `/admin/orders/${second.id}/refunds`
    const given = await market.call('POST', path, { ...(await asOperator()), key, body })
    expect(given.status, JSON.stringify(given.body)).toBe(201)
    expect(await accounts()).toEqual({
      psp_clearing: 93_300,
      buyer_escrow: -14_136,
      'shop of cloth': -54_413,
      'shop of tea': -44_365 + 13_454,
      commission: -2480 - 3606 + 1202,
      vat_payable: -174 - 252 + 84,
      voucher_expense: 6176 + 5814 - 604,
    })

    // The buyer's bank has it.
    market.pass(2 * HOUR_MS)
    await market.deliver()
    await market.jobs()
    expect(await accounts()).toEqual({
      psp_clearing: 79_164,
      'shop of cloth': -54_413,
      'shop of tea': -30_911,
      commission: -4884,
      vat_payable: -342,
      voucher_expense: 11_386,
    })

    const cloth = await statement(first.id)
    expect(cloth).toMatchObject({
      ...{ release: 'released', goodsSatang: 60_000, shippingSatang: 4000 },
      discounts: [
        { kind: 'shop', amountSatang: 6000, shopSatang: 6000, platformSatang: 0 },
        { kind: 'platform', amountSatang: 3109, shopSatang: 933, platformSatang: 2176 },
        { kind: 'shipping', amountSatang: 4000, shopSatang: 0, platformSatang: 4000 },
      ],
      ...{ paidSatang: 50_891, platformSatang: 6176, refundedSatang: 0 },
      ...{ commissionSatang: 2480, commissionVatSatang: 174, netSatang: 54_413 },
    })
    const tea = await statement(second.id)
    expect(tea).toMatchObject({
      ...{ release: 'released', commissionSatang: 3606, commissionVatSatang: 252 },
      refunds: [
        {
          ...{ status: 'succeeded', reason: 'กล่องบุบ', amountSatang: 14_136, platformSatang: 604 },
          ...{ commissionSatang: 1202, commissionVatSatang: 84 },
        },
      ],
      netSatang: 30_911,
    })
    for (const { netSatang, accounts: books } of [cloth, tea]) {
      const shop = books.find(({ account }: { account: string }) => /^shop_/.test(account))
      expect(-shop.amountSatang).toBe(netSatang)
    }
  })

  it('of a statement begins before any money has come, and ends with a cancelled order', async () => {
    const market = theMarket()
    const { groupId, orderToken, first } = await placed()
    expect(await statement(first.id)).toMatchObject({ release: 'none', netSatang: 0, accounts: [] })
    await market.control(`/payment_intents/${intentOf(market, groupId)}/approve`)
    await market.deliver()
    expect(await statement(first.id)).toMatchObject({ release: 'to_release', netSatang: 54_413 })
    const key = newId('req')
    await market.call('POST', `/orders/${first.id}/cancel`, { orderToken, key })
    expect(await statement(first.id)).toMatchObject({ release: 'none', netSatang: 0 })
    const absent = await market.call(
      'GET',
      `/admin/orders/${newId('ord')}/statement`,
      await asOperator(),
    )
    expect(absent.status).toBe(404)
  })
})
