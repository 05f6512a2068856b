import type { ShopScope } from '#src/common/shop-scope.ts'
import type { HttpEnv } from '#src/config/http-env.ts'
import { ofShop } from '#src/database/of-shop.ts'
import type { OperatorFeed } from '#src/services/operator-feed/index.ts'
import { type AnnouncementDeps, createAnnouncementService } from './announcement/service.ts'
import { createBreakService } from './break/service.ts'
import { readBought } from './buyer/repository.ts'
import { type BuyerDeps, createBuyerService } from './buyer/service.ts'
import { createCancellationService } from './cancellation/service.ts'
import { type CartDeps, createCartService } from './cart/service.ts'
import { type CashDeps, createCashService } from './cash/service.ts'
import { createChargebackService } from './chargeback/service.ts'
import { type CheckoutDeps, createCheckoutService } from './checkout/service.ts'
import { type CommissionDeps, createCommissionService } from './commission/service.ts'
import { createCompletionService } from './completion/service.ts'
import { createDeadlineService } from './deadline/service.ts'
import { createFulfilmentService } from './fulfilment/service.ts'
import { createGrantService } from './grant/service.ts'
import { createGroupService, type GroupDeps } from './group/service.ts'
import { createIssuingService, type IssuingDeps } from './issuing/service.ts'
import { createLedgerService } from './ledger/service.ts'
import { createParcelService } from './parcel/service.ts'
import { createPayAgainService, type PayAgainDeps } from './pay-again/service.ts'
import { createPaymentService, type PaymentDeps } from './payment/service.ts'
import { createQuoteService, type QuoteDeps } from './quote/service.ts'
import { createReconciliationService } from './reconciliation/service.ts'
import { createRefundService } from './refund/service.ts'
import { createOrderService, type OrderReaderDeps } from './service.ts'
import { createSettlementService } from './settlement/service.ts'
import { createShippingService, type ShippingDeps } from './shipping/service.ts'
import { createStatementService } from './statement/service.ts'
import { createVoucherService } from './voucher/service.ts'
import { createWebhookService } from './webhook/service.ts'

export type OrderDeps = CartDeps &
  Omit<GroupDeps, 'vouchers'> &
  PaymentDeps &
  Pick<OrderReaderDeps, 'orderTokens' | 'withEnglish'> &
  Pick<ShippingDeps, 'optionsOf' | 'savedAddress' | 'parcelOf'> &
  BuyerDeps &
  Pick<IssuingDeps, 'productsOf'> &
  CashDeps &
  CommissionDeps &
  Pick<CheckoutDeps, 'product' | 'delivery'> &
  Pick<PayAgainDeps, 'sleep' | 'caps'> &
  Pick<QuoteDeps, 'shopsAndOptions'> &
  Pick<AnnouncementDeps, 'notify' | 'consumer' | 'showTo'> & { operatorFeed: OperatorFeed }

/** From a basket to money that arrived. Built for one request, message batch or job. */
export function createOrderModule(deps: OrderDeps) {
  const rowsOf = (scope: ShopScope) => ofShop(deps.database, scope)
  const cart = createCartService(deps)
  const buyers = createBuyerService(deps)
  const vouchers = createVoucherService({
    ...deps,
    readBought: (payer) => readBought(deps.database, payer),
  })
  const groups = createGroupService({ ...deps, vouchers })
  const parcels = createParcelService({ ...deps, groups })
  const payments = createPaymentService(deps)
  const ledger = createLedgerService(deps)
  const refunds = createRefundService({ ...deps, payments, ledger })
  const grants = createGrantService({ ...deps, groups, payments, ledger, refunds, parcels })
  const settlement = createSettlementService({ ...deps, groups, payments, ledger, refunds })
  const reader = createOrderService({ ...deps, groups, payments, parcels })
  const chargebacks = createChargebackService({
    ...deps,
    groups,
    payments,
    ledger,
    refunds,
    settlement,
  })
  const reconciliation = createReconciliationService({
    ...deps,
    cart,
    groups,
    payments,
    settlement,
  })
  const commission = createCommissionService(deps)
  const cash = createCashService(deps)
  const checkout = createCheckoutService({
    ...deps,
    commission,
    buyers,
    vouchers,
    cart,
    cash,
    groups,
    payments,
    reader,
  })
  const cancellation = createCancellationService({
    ...deps,
    groups,
    payments,
    reader,
    reconciliation,
    refunds,
  })
  const completion = createCompletionService({ ...deps, groups, grants, ledger, parcels, reader })
  return {
    cart,
    shipping: createShippingService({ ...deps, cart }),
    checkout,
    payAgain: createPayAgainService({
      ...deps,
      buyers,
      cash,
      groups,
      payments,
      reader,
      reconciliation,
      checkout,
    }),
    cancellation,
    completion,
    parcels,
    fulfilment: createFulfilmentService({
      ...deps,
      rowsOf,
      groups,
      parcels,
      cancellation,
      reader,
    }),
    grants,
    deadlines: createDeadlineService({ ...deps, groups, parcels, cancellation, completion }),
    reader,
    settlement,
    chargebacks,
    breaks: createBreakService({ ...deps, payments }),
    statements: createStatementService({ ...deps, groups, ledger }),
    webhooks: createWebhookService({ ...deps, payments, refunds, settlement, chargebacks }),
    reconciliation,
    refunds,
    vouchers,
    issuing: createIssuingService({ ...deps, rowsOf }),
    cash,
    commission,
    quotes: createQuoteService({ ...deps, cart, cash, vouchers }),
    announcements: createAnnouncementService({ ...deps, groups, parcels }),
    forgetBuyers: buyers.forget,
  }
}

export type OrderModule = ReturnType<typeof createOrderModule>
export { GROUP_CHANGED, GROUP_NEWS } from './group/rules.ts'
export type OrderEnv = HttpEnv<{ order: OrderModule }>
