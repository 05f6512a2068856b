import { describe, expect, it } from 'vitest'
import { createRefresher } from '../../app/session/refresh.ts'

const tab = async <Value>(work: () => Promise<Value>) => await work()

describe('renewing the session in the browser', () => {
  it('asks once for everyone who waits', async () => {
    let calls = 0
    const refreshed = createRefresher({
      refresh: async () => {
        calls += 1
        await Promise.resolve()
        return { accessToken: `token-${calls}`, expiresIn: 600 }
      },
      alone: tab,
    })
    expect(await Promise.all([refreshed(), refreshed(), refreshed()])).toEqual([
      'token-1',
      'token-1',
      'token-1',
    ])
    expect(calls).toBe(1)
    expect(await refreshed()).toBe('token-2')
  })

  it('is nobody when nobody is signed in', async () => {
    const refreshed = createRefresher({ refresh: async () => null, alone: tab })
    expect(await refreshed()).toBeNull()
  })

  it('tells everyone of a failure, and tries anew for the next', async () => {
    let broken = true
    const refreshed = createRefresher({
      refresh: async () => {
        if (broken) throw new Error('offline')
        return { accessToken: 'token', expiresIn: 600 }
      },
      alone: tab,
    })
    const waiting = await Promise.allSettled([refreshed(), refreshed()])
    expect(waiting.map((one) => one.status)).toEqual(['rejected', 'rejected'])
    broken = false
    expect(await refreshed()).toBe('token')
  })

  it('waits its turn among the tabs of one browser', async () => {
    const order: string[] = []
    let line: Promise<unknown> = Promise.resolve()
    const alone = <Value>(work: () => Promise<Value>): Promise<Value> => {
      const turn = line.then(work)
      line = turn
      return turn
    }
    const open = (name: string) =>
      createRefresher({
        refresh: async () => {
          order.push(`${name} asks`)
          await new Promise((resolve) => setTimeout(resolve, 5))
          order.push(`${name} done`)
          return { accessToken: name, expiresIn: 600 }
        },
        alone,
      })
    await Promise.all([open('first')(), open('second')()])
    expect(order).toEqual(['first asks', 'first done', 'second asks', 'second done'])
  })
})
