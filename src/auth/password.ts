import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { Problem } from '#src/common/problem.ts'

/**
 * Passwords as scrypt hashes in PHC form: `$scrypt$ln=14,r=8,p=5$salt$hash`. Source: OWASP Password
 * Storage Cheat Sheet (N=2^14, r=8, p=5 is one of its settings; it fits an isolate's memory).
 */
export type Passwords = {
  /** @throws Problem `overloaded` when too many hashes are waiting already */
  hash(password: string): Promise<string>
  /**
   * Compares a password with a stored hash. With null, for an account that is unknown or has no
   * password, the same work is done and the answer is no. `rehash` says that the stored hash was
   * made at another cost than today's. @throws Problem `overloaded`
   */
  verify(password: string, stored: string | null): Promise<{ matches: boolean; rehash: boolean }>
}

const BLOCK = 8
const PARALLEL = 5
const SALT_BYTES = 16
const HASH_BYTES = 32
const MAX_COST = 16

type Parameters = { cost: number; block: number; parallel: number }

/** `cost` is log2 of scrypt's N. */
export function createPasswords(cost: number): Passwords {
  const today: Parameters = { cost, block: BLOCK, parallel: PARALLEL }
  return {
    async hash(password) {
      const salt = randomBytes(SALT_BYTES)
      const hash = await inTurn(() => stretch(password, salt, HASH_BYTES, today))
      return `$scrypt$ln=${cost},r=${BLOCK},p=${PARALLEL}$${b64(salt)}$${b64(hash)}`
    },

    async verify(password, stored) {
      const known = stored === null ? undefined : parsePhc(stored)
      // Nobody's hash: the same work as anyone's, so that time does not tell who has an account.
      const { salt, hash, ...parameters } = known ?? {
        ...today,
        salt: new Uint8Array(SALT_BYTES),
        hash: new Uint8Array(HASH_BYTES),
      }
      const candidate = await inTurn(() => stretch(password, salt, hash.length, parameters))
      const matches = timingSafeEqual(candidate, hash) && known !== undefined
      const rehash =
        parameters.cost !== cost ||
        parameters.block !== BLOCK ||
        parameters.parallel !== PARALLEL ||
        hash.length !== HASH_BYTES
      return { matches, rehash: matches && rehash }
    },
  }
}

type Phc = Parameters & { salt: Uint8Array; hash: Uint8Array }

/** Reads a stored hash; undefined for anything we would not have written. */
export function parsePhc(stored: string): Phc | undefined {
  const match =
    /^\$scrypt\$ln=(\d{1,2}),r=(\d{1,2}),p=(\d{1,2})\$([\w+/]{16,88})\$([\w+/]{22,88})$/.exec(
      stored,
    )
  if (match === null) return undefined
  const [cost = 0, block = 0, parallel = 0] = match.slice(1, 4).map(Number)
  if (cost < 1 || cost > MAX_COST || block < 1 || block > 16 || parallel < 1 || parallel > 16) {
    return undefined
  }
  const [salt, hash] = match.slice(4).map((text) => new Uint8Array(Buffer.from(text, 'base64')))
  return salt && hash ? { cost, block, parallel, salt, hash } : undefined
}

function stretch(
  password: string,
  salt: Uint8Array,
  bytes: number,
  { cost, block, parallel }: Parameters,
): Promise<Uint8Array> {
  const N = 2 ** cost
  // One password typed on two keyboards must be one password: NFKC, as RFC 8265 asks of compositions.
  const normal = password.normalize('NFKC')
  const options = { N, r: block, p: parallel, maxmem: 256 * N * block + 2 ** 20 }
  return new Promise((resolve, reject) => {
    scrypt(normal, salt, bytes, options, (error, key) => {
      if (error === null) resolve(new Uint8Array(key))
      else reject(error)
    })
  })
}

// Each hash takes 16 MiB: four at once are as much as an isolate of 128 MB should give.
const MAX_AT_ONCE = 4
const GIVE_UP_MS = 5000
const LOOK_AGAIN_MS = 15
const running = new Map<symbol, number>()

/**
 * Runs when fewer than four are running. A waiter looks again by its own timer and a slot is free
 * again after five seconds, since a request that is cut off never gives its slot back.
 */
async function inTurn<Value>(work: () => Promise<Value>): Promise<Value> {
  const since = Date.now()
  while (busy() >= MAX_AT_ONCE) {
    if (Date.now() - since > GIVE_UP_MS) throw new Problem('overloaded', { retryAfterSeconds: 2 })
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS * (0.5 + Math.random())))
  }
  const slot = Symbol('slot')
  running.set(slot, Date.now())
  try {
    return await work()
  } finally {
    running.delete(slot)
  }
}

function busy(): number {
  for (const [slot, since] of running) {
    if (Date.now() - since > GIVE_UP_MS) running.delete(slot)
  }
  return running.size
}

const b64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64').replaceAll('=', '')
