import { env } from 'cloudflare:workers'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { HOUR_MS, MINUTE_MS } from '#src/common/clock.ts'
import { SETTINGS } from '#src/config/settings.ts'
import { describeEachMarket } from '#test/support/market.ts'
import { makeShopper } from '#test/support/shopper.ts'
import { JPEG, PNG } from './samples.ts'
import { uploader } from './uploading.ts'

describeEachMarket('A file that was promised', (theMarket, open) => {
  const { promise, put, picture } = uploader(theMarket)
  const stored = async (key: string) =>
    (await env.FILES.list({ prefix: `private/${key}/` })).objects.map((object) => object.key)

  it('is taken once, of its type and its length, and not a second time (U3)', async () => {
    const shopper = await makeShopper(theMarket())
    const { status, body } = await promise(shopper, JPEG)
    expect([status, body.uploadUrl]).toEqual([201, expect.stringMatching(/^\/api\/uploads\/upl_/)])
    const longer = new Uint8Array([...JPEG, 0])
    expect((await put(body.uploadUrl, longer)).body).toMatchObject({
      ...{ code: 'picture_invalid', reason: 'length' },
    })
    expect((await put(body.uploadUrl, JPEG, 'image/png')).body.reason).toBe('type')
    expect((await put(body.uploadUrl, JPEG)).body).toEqual({ key: body.key, width: 6, height: 4 })
    expect((await put(body.uploadUrl, JPEG)).status).toBe(409)
    expect(await stored(body.key)).toHaveLength(1)
  })

  it('is one file, of several that come at the same moment (U3)', async () => {
    const { body } = await promise(await makeShopper(theMarket()), JPEG)
    const answers = await Promise.all([1, 2, 3, 4].map(async () => await put(body.uploadUrl, JPEG)))
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
    expect(await stored(body.key)).toHaveLength(1)
  })

  it('is taken under no other promise’s address, no made up one, and not when it is late (U3)', async () => {
    const shopper = await makeShopper(theMarket())
    const [one, other] = [await promise(shopper, JPEG), await promise(shopper, JPEG)]
    const token = new URL(one.body.uploadUrl, 'http://a').search
    expect((await put(`/api/uploads/${other.body.key}${token}`, JPEG)).status).toBe(404)
    expect((await put(`/api/uploads/${one.body.key}?token=abc`, JPEG)).status).toBe(404)
    expect((await put(`/api/uploads/upl_none${token}`, JPEG)).status).toBe(404)
    expect((await put(`/api/uploads/${one.body.key}`, JPEG)).status).toBe(400)
    theMarket().pass(5 * MINUTE_MS + 1)
    expect((await put(one.body.uploadUrl, JPEG)).status).toBe(404)
    expect(await stored(one.body.key)).toEqual([])
  })

  it('is judged by what it is: a page that says it is a picture is none (U1)', async () => {
    const shopper = await makeShopper(theMarket())
    const page = new TextEncoder().encode('<!doctype html><script>alert(1)</script>')
    const asPicture = await promise(shopper, page)
    expect((await put(asPicture.body.uploadUrl, page)).body).toMatchObject({
      ...{ status: 422, code: 'picture_invalid', reason: 'type' },
    })
    const asJpeg = await promise(shopper, PNG)
    expect((await put(asJpeg.body.uploadUrl, PNG)).body.reason).toBe('type')
    const { token } = shopper
    for (const contentType of ['image/svg+xml', 'text/html', 'image/gif']) {
      const body = { kind: 'chat-picture', contentType, bytes: 10 }
      expect((await theMarket().call('POST', '/uploads', { token, body })).status).toBe(400)
    }
  })

  it('is not larger than a picture may be, whatever was said of it', async () => {
    const shopper = await makeShopper(theMarket())
    const { token } = shopper
    const body = { kind: 'chat-picture', contentType: 'image/jpeg', bytes: 5 * 1024 * 1024 + 1 }
    expect((await theMarket().call('POST', '/uploads', { token, body })).status).toBe(400)
    const small = await promise(shopper, JPEG)
    const huge = new Uint8Array(5 * 1024 * 1024 + 1)
    huge.set(JPEG)
    expect((await put(small.body.uploadUrl, huge)).status).toBe(413)
  })

  it('is kept without what its camera wrote, and no public address leads to it', async () => {
    const key = await picture(await makeShopper(theMarket()), JPEG)
    const [object = ''] = await stored(key)
    const file = await env.FILES.get(object)
    expect(await file?.text()).not.toContain('canary-exif')
    expect(file?.httpMetadata?.contentType).toBe('image/jpeg')
    const answer = await theMarket().request(`/media/${object}`)
    expect([answer.status, await answer.text()]).toEqual([
      404,
      expect.stringContaining('not_found'),
    ])
  })

  it('goes when nobody uses it, file and row', async () => {
    const key = await picture(await makeShopper(theMarket()), JPEG)
    await theMarket().jobs()
    const { uploads: t } = open().tables
    const rows = async () => await open().select().from(t).where(eq(t.id, key))
    expect([await stored(key), await rows()].map(({ length }) => length)).toEqual([1, 1])
    theMarket().pass(HOUR_MS + 1)
    await theMarket().jobs()
    expect([await stored(key), await rows()]).toEqual([[], []])
  })

  it('is promised so often to one account in ten minutes, and no oftener', async () => {
    const shopper = await makeShopper(theMarket())
    for (let n = 0; n < SETTINGS.upload.perWindow; n += 1) {
      expect((await promise(shopper, JPEG)).status).toBe(201)
    }
    const late = await promise(shopper, JPEG)
    expect([late.status, late.body.code]).toEqual([429, 'rate_limited'])
    expect(Number(late.headers.get('retry-after'))).toBeGreaterThan(500)
    expect((await promise(await makeShopper(theMarket()), JPEG)).status).toBe(201)
  })
})
