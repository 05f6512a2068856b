import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '#src/common/clock.ts'

/** Numbers an operator may want to change, in one place. */
export const SETTINGS = {
  page: { defaultLimit: 24, maxLimit: 100 },
  body: { maxBytes: 64 * 1024, webhookMaxBytes: 256 * 1024 },
  upload: {
    maxBytes: 5 * 1024 * 1024,
    /** How long a promise to take a file holds (U3), and a file that nobody uses is kept. */
    openMs: 5 * MINUTE_MS,
    unusedMs: HOUR_MS,
    /** Promises to one account in a window. */
    perWindow: 40,
    windowMs: 10 * MINUTE_MS,
    /** Files that one run of the job deletes. */
    filesARun: 200,
  },
  session: {
    accessTokenMs: 10 * MINUTE_MS,
    /** A device stays signed in this long at most. */
    sessionMs: 60 * DAY_MS,
    /** The previous refresh token still gets the same successor this long after its use. */
    refreshGraceMs: 30 * SECOND_MS,
  },
  limits: {
    loginTriesPerAccount: 10,
    loginWindowMs: 15 * MINUTE_MS,
    authWindowMs: MINUTE_MS,
    addressesPerUser: 20,
    devicesPerUser: 10,
    cartLines: 100,
    quantityPerLine: 99,
    /** Of one variant in one order of a guest, of whom nothing is known. */
    guestQuantityPerLine: 10,
    /** Mobile carriers put thousands of people behind one address: their guests share this. */
    guestOrderWindowMs: 10 * MINUTE_MS,
  },
  /** Counts of orders; `orderCaps` makes them roomier outside production. */
  orderCaps: {
    /** Unpaid groups that hold stock at once. */
    openPerAccount: 20,
    openPerGuest: 3,
    /** Cash groups that are not delivered yet: they sell the goods at once, for a promise. */
    cashPerAccount: 10,
    cashPerGuest: 2,
    /** Orders of all guests behind one address, in `limits.guestOrderWindowMs`. */
    guestOrdersPerNetwork: 60,
    paymentTriesPerGroup: 20,
  },
  order: {
    /** How long an unpaid group waits and holds its stock, by kind of buyer. */
    paymentWindowMs: { account: 30 * MINUTE_MS, guest: 15 * MINUTE_MS },
    /** Of 1 baht and above; the provider's floor for PromptPay and cards is 10 baht. */
    minimumChargeSatang: 1000,
    codMaximumSatang: 2_000_000,
    /** A guest's cash order sells the goods at once, to a contact that nobody has checked. */
    guestCodMaximumSatang: 500_000,
  },
  shop: {
    /** Who works for a shop and who is asked to, together. */
    people: 50,
    invitationMs: 7 * DAY_MS,
  },
  flash: {
    /** Below the list price, in basis points: less is no sale, more is a mistake. */
    minDiscountBp: 500,
    maxDiscountBp: 9000,
    /** A slot lasts that long at most, and holds that many items. */
    maxSlotMs: DAY_MS,
    itemsPerSale: 100,
    quantityPerItem: 10_000,
    /** Longer than any write of an order can take: after it a take without an order is given back. */
    takeLeaseMs: 3 * MINUTE_MS,
    /** Its object forgets an item this long after its slot: no hold lasts longer. */
    forgetMs: 30 * DAY_MS,
    /** What one run of the job tells of, moves to objects, and opens or closes. */
    takesARun: 1000,
    itemsARun: 100,
    salesARun: 20,
  },
  fulfilment: {
    /** Days on which shops pack and carriers collect, as `getUTCDay` counts them: all but Sunday. */
    workingDays: [1, 2, 3, 4, 5, 6],
    /** Public holidays with a date of their own (MM-DD); days that a cabinet moves are added by date. */
    holidays: [
      ...['01-01', '04-06', '04-13', '04-14', '04-15', '05-01', '05-04', '06-03', '07-28'],
      ...['08-12', '10-13', '10-23', '12-05', '12-10', '12-31'],
    ],
    /** Working days that a shop has to send what is paid: until the end of the last one. */
    shipWithinDays: 2,
    /** After its ship-by date, before an order that was not sent is cancelled (commerce.md §2.7). */
    shipGraceMs: 3 * DAY_MS,
    /** A shop that says nothing to a buyer who would like to cancel agrees after this. */
    cancelAnswerMs: 2 * DAY_MS,
    /** After the last day that its delivery promised, a parcel nobody complained of has arrived. */
    arrivesWithinMs: 7 * DAY_MS,
    /** After its delivery, before an order completes by itself. */
    completeAfterMs: 3 * DAY_MS,
    /** How much longer a buyer may ask for, once. */
    extensionMs: 3 * DAY_MS,
    /**
     * After its first failure a deadline is tried again with the next run of the job, a minute after the
     * last: a little sooner than that, so that it is due by then. Each failure doubles it.
     */
    tryAgainMs: 50 * SECOND_MS,
    /**
     * A deadline that cannot be acted on is looked at again after this, then after twice as long, up to
     * the most; one that fails is tried again after this at the latest.
     */
    lookAgainMs: 6 * HOUR_MS,
    lookAgainAtMostMs: DAY_MS,
  },
  idempotency: { leaseMs: 15 * SECOND_MS, waitMs: 5 * SECOND_MS, keepMs: DAY_MS },
  payment: {
    providerTimeoutMs: 8 * SECOND_MS,
    /** A job asks about that many charges at once: a Worker may hold six connections open. */
    asksAtOnce: 6,
    /** Silences in a row after which a job stops asking until the next minute. */
    maxSilences: 5,
    /** When an open attempt is first asked after, and how often then. */
    firstCheckMs: 2 * MINUTE_MS,
    nextCheckMs: 5 * MINUTE_MS,
    /** How long a PromptPay QR can be scanned; its provider says no end, so this is ours to keep. */
    promptPayQrMs: 15 * MINUTE_MS,
    signatureToleranceMs: 300 * SECOND_MS,
    inboxGiveUpMs: 72 * HOUR_MS,
  },
  notification: {
    keepNotificationMs: 180 * DAY_MS,
    keepDeliveryMs: 90 * DAY_MS,
    providerTimeoutMs: 8 * SECOND_MS,
    /** Longer than a provider and its fail-over take: after it a try counts as lost. */
    leaseMs: MINUTE_MS,
    /** What one run of the job sends, and how much at once: a Worker may hold six connections open. */
    sendsARun: 200,
    sendsAtOnce: 6,
    /** Silences in a row after which a way is left alone until the next minute. */
    maxSilences: 5,
  },
  /** Letters of the day: that many people are written to in one go, and so often in one run. */
  digest: { peopleAPage: 50, pagesARun: 100 },
  /** What a shopper waits for, and how much of it one message tells of before it sends another. */
  watch: { perUser: 200, watchersAPage: 100 },
  /** A product with more left than this shows no number, and open pages are told of none. */
  left: { shownLeft: 10 },
  /** Longer than a queue can take to answer: after it a dead letter may be sent again by another. */
  deadLetters: { replayMs: 30 * SECOND_MS },
  /** One run of the minute's jobs at a time; one that dies keeps the next waiting this long. */
  jobs: { turnMs: 5 * MINUTE_MS },
  /** How long what is over is kept, and how many rows of a table one run of the jobs forgets. */
  retention: {
    rowsARun: 500,
    /** After its session's last day: until then a stolen token must be known to be one. */
    sessionMs: 7 * DAY_MS,
    guestCartMs: 30 * DAY_MS,
    sentMessageMs: 7 * DAY_MS,
    /** Longer than a queue and its dead letters keep a message, which is two weeks each. */
    consumedMessageMs: 30 * DAY_MS,
    /** Longer than a provider repeats a webhook; what was put aside stays for its operator. */
    inboxMs: 30 * DAY_MS,
    operatorEventMs: 90 * DAY_MS,
  },
  /** How old the public face of the market may be, in the memory of one isolate. */
  cache: {
    // With the second that an answer is kept: prices and stock are two seconds old at most.
    listMs: SECOND_MS,
    detailMs: SECOND_MS,
    treeMs: 10 * SECOND_MS,
    shopMs: 10 * SECOND_MS,
    flashMs: SECOND_MS,
    maxEntries: 1000,
    /** Whole answers, in bytes. */
    answerBytes: 16 * 1024 * 1024,
  },
  live: {
    ticketMs: 30 * SECOND_MS,
    /** A socket that was open for so long is closed: a new ticket asks anew who may listen. */
    socketMs: 12 * HOUR_MS,
    /** Of one user, over all channels and devices; one more closes the oldest. */
    socketsPerUser: 50,
    /** A channel that nobody listens to forgets all it knows this long after its last event. */
    forgetMs: 30 * DAY_MS,
  },
  chat: {
    /** A ticket's holder may stay that long, unless sent away before; then a new ticket is asked for. */
    memberMs: 12 * HOUR_MS,
    /** A talk is forgotten this long after its last message. */
    keepMs: 730 * DAY_MS,
    /** So long after it was said a message can be taken back by whoever wrote it. */
    takeBackMs: 15 * MINUTE_MS,
    /** Talks with further shops that one account may begin. */
    newRoomsAnHour: 20,
    newRoomsADay: 60,
    /** A picture that was claimed for a talk waits so long for the talk's copy to hold it. */
    claimMs: 7 * DAY_MS,
    /** Rooms that one message of the queue erases. */
    roomsAMessage: 20,
    /** What is told of how a shop answers: of so long, at most so many first words, none of too few. */
    pace: { windowMs: 30 * DAY_MS, inTimeMs: 12 * HOUR_MS, mostWaits: 200, fewestWaits: 5 },
  },
  /** Effective-dated, newest first. Source: Revenue Code s.80 and the decrees that lower it to 7 %. */
  vatRates: [{ from: '1999-04-01', rateBp: 700 }],
  /**
   * A rule takes effect `leadMs` after it is written at the earliest, so that a list of them which is
   * `keptMs` old is still the one in force.
   */
  commission: { leadMs: MINUTE_MS, keptMs: 10 * SECOND_MS, mostRules: 1000 },
  /** How often books are checked, and how much of them a run; the newest writes wait for the next. */
  breaks: { everyMs: 5 * MINUTE_MS, groupsARun: 20, accountsARun: 10, lagMs: MINUTE_MS },
  /** Where no rule of an operator fits. */
  commissionRates: [{ from: '2026-01-01', rateBp: 500 }],
} as const

export type OrderCaps = Record<keyof typeof SETTINGS.orderCaps, number>

/** The caps that count orders, `times` as roomy: tests and demos order hundreds of times as one guest. */
export function orderCaps(times: number): OrderCaps {
  const roomy = Object.entries(SETTINGS.orderCaps).map(([name, most]) => [name, most * times])
  return Object.fromEntries(roomy) as OrderCaps
}
/** What anyone may read, and how long an answer to nobody in particular is kept, in milliseconds. */
export const PUBLIC_READS = [
  ['/api/products', SECOND_MS],
  ['/api/products/:slug', SECOND_MS],
  ['/api/products/:slug/reviews', 10 * SECOND_MS],
  ['/api/categories', 10 * SECOND_MS],
  ['/api/brands', 10 * SECOND_MS],
  ['/api/provinces', 10 * SECOND_MS],
  ['/api/shops', 10 * SECOND_MS],
  ['/api/shops/:slug', 10 * SECOND_MS],
  ['/api/products/:slug/shipping-options', 10 * SECOND_MS],
  ['/api/flash-sales', SECOND_MS],
] as const

/** The basis points in force on a day, of rates listed newest first. @throws RangeError before the first. */
export function rateOn(rates: readonly { from: string; rateBp: number }[], at: Date): number {
  const day = new Date(at.getTime() + 7 * HOUR_MS).toISOString().slice(0, 10)
  const rate = rates.find((candidate) => candidate.from <= day)
  if (rate === undefined) throw new RangeError(`no rate in force on ${day}`)
  return rate.rateBp
}
