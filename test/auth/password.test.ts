import { describe, expect, it } from 'vitest'
import { createPasswords, parsePhc } from '#src/auth/password.ts'

const cheap = createPasswords(10)

describe('a stored password', () => {
  it('is a PHC string that names its own cost', async () => {
    expect(await cheap.hash('ตลาดน้ำวัดไทร')).toMatch(
      /^\$scrypt\$ln=10,r=8,p=5\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    )
  })

  it('matches itself and nothing else', async () => {
    const hash = await cheap.hash('correct horse')
    expect(await cheap.verify('correct horse', hash)).toEqual({ matches: true, rehash: false })
    for (const wrong of ['', 'correct hors', 'correct horse ', 'Correct horse']) {
      expect((await cheap.verify(wrong, hash)).matches).toBe(false)
    }
  })

  it('is salted: the same password twice is two hashes', async () => {
    expect(await cheap.hash('same')).not.toBe(await cheap.hash('same'))
  })

  it('is the same in either spelling of ำ, and from any keyboard', async () => {
    const hash = await cheap.hash('น้ำตก caf\u00e9')
    expect((await cheap.verify('น\u0e49\u0e4d\u0e32ตก cafe\u0301', hash)).matches).toBe(true)
  })

  it('asks to be made anew when it was made at another cost, once it matched (A6)', async () => {
    const hash = await createPasswords(11).hash('correct horse')
    expect(await cheap.verify('correct horse', hash)).toEqual({ matches: true, rehash: true })
    expect(await cheap.verify('wrong', hash)).toEqual({ matches: false, rehash: false })
  })

  it('of an account that is unknown never matches, whatever is tried (A5)', async () => {
    for (const tried of ['', 'x', '\0'.repeat(32)]) {
      expect(await cheap.verify(tried, null)).toEqual({ matches: false, rehash: false })
    }
  })

  it.each([
    '',
    'plain',
    '$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHRzYWx0c2FsdA$aGFzaA',
    '$scrypt$ln=40,r=8,p=5$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo',
    '$scrypt$ln=10,r=99,p=99$c2FsdHNhbHRzYWx0c2FsdA$aGFzaGhhc2hoYXNoaGFzaGhhc2hoYXNo',
    '$scrypt$ln=10,r=8,p=5$$',
  ])('that we did not write, %j, matches nothing', async (stored) => {
    expect(parsePhc(stored)).toBeUndefined()
    expect((await cheap.verify('x', stored)).matches).toBe(false)
  })

  it('takes the same time for an account that is there and one that is not (A5)', {
    timeout: 60_000,
  }, async () => {
    const passwords = createPasswords(12)
    const hash = await passwords.hash('correct horse')
    const times: { known: number[]; unknown: number[] } = { known: [], unknown: [] }
    for (let round = 0; round < 25; round += 1) {
      for (const [who, stored] of [
        ['known', hash],
        ['unknown', null],
      ] as const) {
        const start = performance.now()
        await passwords.verify('wrong', stored)
        times[who].push(performance.now() - start)
      }
    }
    // The quickest of each is what the work costs; whatever else runs here only adds to it.
    const [known, unknown] = [Math.min(...times.known), Math.min(...times.unknown)]
    expect(Math.abs(known - unknown) / known).toBeLessThan(0.5)
  })

  it('is hashed for many at once without any of them being lost', async () => {
    const hash = await cheap.hash('correct horse')
    const tries = Array.from({ length: 40 }, () => cheap.verify('correct horse', hash))
    expect((await Promise.all(tries)).every(({ matches }) => matches)).toBe(true)
  })
})
