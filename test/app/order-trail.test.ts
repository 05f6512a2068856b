import { describe, expect, it } from 'vitest'
import { orderTrail } from '../../app/account/order-trail.ts'
import { messagesIn } from '../../app/messages/index.ts'

const texts = messagesIn('en').order
const leadsTo = (...given: [guest: boolean, groupId?: string]) =>
  orderTrail(texts, ...given).map(({ to }) => to)

describe('The way back from an order', () => {
  it('is its buyer’s list', () => {
    expect(leadsTo(false)).toEqual(['/orders'])
    expect(leadsTo(false, 'grp_1')).toEqual(['/orders'])
  })

  it('never leads a guest, who has no list, to a page that asks for an account', () => {
    expect(leadsTo(true)).toEqual([])
    expect(leadsTo(true, 'grp_1')).toEqual(['/order-groups/grp_1'])
  })
})
