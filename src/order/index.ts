import type { HttpEnv } from '#src/config/http-env.ts'
import { type BuyerDeps, createBuyerService } from './buyer/service.ts'
import { createCancellationService } from './cancellation/service.ts'
import { type CartDeps, createCartService } from './cart/service.ts'
import { type CheckoutDeps, createCheckoutService } from './checkout/service.ts'
import { createCompletionService } from './completion/service.ts'
import { createGroupService, type GroupDeps } from './group/service.ts'
import { createLedgerService } from './ledger/service.ts'
import { createPaymentService, type PaymentDeps } from './payment/service.ts'
import { createReconciliationService } from './reconciliation/service.ts'
import { createRefundService } from './refund/service.ts'
import { createOrderService, type OrderReaderDeps } from './service.ts'
import { createSettlementService } from './settlement/service.ts'
import { createShippingService, type ShippingDeps } from './shipping/service.ts'
import { createWebhookService } from './webhook/service.ts'

export type OrderDeps = CartDeps &
  GroupDeps &
  PaymentDeps &
  Pick<OrderReaderDeps, 'orderTokens' | 'withEnglish'> &
  Pick<ShippingDeps, 'optionsOf' | 'savedAddress' | 'parcelOf'> &
  BuyerDeps &
  Pick<CheckoutDeps, 'sleep' | 'product' | 'shopsAndOptions' | 'delivery' | 'caps'>

/** From a basket to money that arrived. Built for one request, message batch or job. */
export function createOrderModule(deps: OrderDeps) {
  const cart = createCartService(deps)
  const buyers = createBuyerService(deps)
  const groups = createGroupService(deps)
  const payments = createPaymentService(deps)
  const ledger = createLedgerService(deps)
  const refunds = createRefundService({ ...deps, payments, ledger })
  const settlement = createSettlementService({ ...deps, groups, payments, ledger, refunds })
  const reader = createOrderService({ ...deps, groups, payments })
  const reconciliation = createReconciliationService({
    ...deps,
    cart,
    groups,
    payments,
    settlement,
  })
  return {
    cart,
    shipping: createShippingService({ ...deps, cart }),
    checkout: createCheckoutService({
      ...deps,
      buyers,
      cart,
      groups,
      payments,
      reader,
      reconciliation,
    }),
    cancellation: createCancellationService({
      ...deps,
      groups,
      payments,
      reader,
      reconciliation,
      refunds,
    }),
    completion: createCompletionService({ ...deps, groups, ledger, reader }),
    reader,
    webhooks: createWebhookService({ ...deps, payments, refunds, settlement }),
    reconciliation,
    refunds,
    forgetBuyers: buyers.forget,
  }
}

export type OrderModule = ReturnType<typeof createOrderModule>
export { GROUP_CHANGED } from './group/service.ts'
export type OrderEnv = HttpEnv<{ order: OrderModule }>
