import { describe, expect, it, vi } from 'vitest'
import { createPasswords, parsePhc } from '#src/auth/password.ts'

/** What each scrypt was asked to do: its work, and so its time, depends on nothing else. */
const stretched = vi.hoisted(() => [] as Record<string, number>[])

vi.mock('node:crypto', async (importReal) => {
  const real = await importReal<typeof import('node:crypto')>()
  const scrypt = (...asked: Required<Parameters<typeof real.scrypt>>) => {
    const [, salt, hashBytes, { N = 0, r = 0, p = 0 }] = asked
    stretched.push({ saltBytes: (salt as Uint8Array).length, hashBytes, N, r, p })
    real.scrypt(...asked)
  }
  return { ...real, scrypt }
})

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

  it('costs the same for an account that is there and one that is not (A5)', async () => {
    const hash = await cheap.hash('correct horse')
    stretched.length = 0
    await cheap.verify('wrong', hash)
    await cheap.verify('wrong', null)
    const [known, unknown, ...more] = stretched
    expect(known).toEqual({ saltBytes: 16, hashBytes: 32, N: 1024, r: 8, p: 5 })
    expect(unknown).toEqual(known)
    expect(more).toEqual([])
  })

  it('is hashed for many at once without any of them being lost', async () => {
    const hash = await cheap.hash('correct horse')
    const tries = Array.from({ length: 40 }, () => cheap.verify('correct horse', hash))
    expect((await Promise.all(tries)).every(({ matches }) => matches)).toBe(true)
  })
})
