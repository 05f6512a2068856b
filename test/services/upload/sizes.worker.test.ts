import { env } from 'cloudflare:workers'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sizedKey } from '#src/services/upload/sizes.ts'
import { openWorld, type World } from '#test/api/world.ts'

describe('A stored picture', () => {
  let world: World
  beforeAll(async () => {
    world = await openWorld('d1')
    const httpMetadata = { contentType: 'image/webp' }
    await env.FILES.put('p/bowl.webp', 'whole', { httpMetadata })
    await env.FILES.put(sizedKey('p/bowl.webp', 320), 'small', { httpMetadata })
  }, 60_000)
  afterAll(async () => await world.close())

  const get = async (path: string) => {
    const answer = await world.market.request(path)
    const kept = answer.headers.get('cache-control')
    return {
      status: answer.status,
      text: new TextDecoder().decode(await answer.arrayBuffer()),
      kept,
    }
  }
  const FOR_EVER = 'public, max-age=31536000, immutable'

  it('is answered in the size that is asked for', async () => {
    expect(await get('/media/p/bowl.webp?w=320')).toEqual({
      status: 200,
      text: 'small',
      kept: FOR_EVER,
    })
  })

  it('is answered whole where that size is not kept, and not for ever', async () => {
    const answer = await get('/media/p/bowl.webp?w=640')
    expect(answer).toEqual({ status: 200, text: 'whole', kept: 'public, max-age=86400' })
  })

  it.each(['', '?w=321', '?w=', '?w=320px', '?w=-1', '?x=320'])(
    'is answered whole for “%s”, which asks for no size that there is',
    async (query) => {
      expect((await get(`/media/p/bowl.webp${query}`)).text).toBe('whole')
    },
  )

  it('of a name that nothing stands under is not found in any size', async () => {
    expect((await get('/media/p/none.webp?w=320')).status).toBe(404)
    expect((await get('/media/p/bowl@320.webp')).status).toBe(404)
  })
})
