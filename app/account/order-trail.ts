import type { Crumb } from '../components/breadcrumb.tsx'
import type { Messages } from '../messages/index.ts'

/**
 * The pages above an order, or above its group where none is named. A guest has no list of orders,
 * and would be asked to sign in for it: theirs lies below its group, and that below home.
 */
export function orderTrail(texts: Messages['order'], guest: boolean, groupId?: string): Crumb[] {
  if (!guest) return [{ to: '/orders', name: texts.listTitle }]
  return groupId === undefined ? [] : [{ to: `/order-groups/${groupId}`, name: texts.wholeOrder }]
}
