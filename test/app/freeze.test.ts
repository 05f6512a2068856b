import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { freeze, inlineScripts, unpack } from '../../app/edge/freeze.ts'
import { newNonce } from '../../app/edge/nonce.ts'

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`

async function frozen(text: string, nonce: string) {
  const policy = `default-src 'self'; script-src 'self' 'nonce-${nonce}'; object-src 'none'`
  const kept = await freeze(
    new Response(text, { headers: { 'content-security-policy': policy } }),
    nonce,
  )
  const body = new Uint8Array(await kept.arrayBuffer())
  return {
    body,
    text: await new Response(unpack(body)).text(),
    policy: kept.headers.get('content-security-policy'),
  }
}

describe('A page that is kept for many', () => {
  it('lets each of our inline scripts run by its hash, and nothing by a nonce', async () => {
    const nonce = newNonce()
    const page = await frozen(
      `<p>ปลาทู</p><script nonce="${nonce}">"ร้าน"\n1</script><script type="module" nonce="${nonce}" async="">import "/a.js"</script><script nonce="${nonce}" src="/b.js"></script>`,
      nonce,
    )
    const hashes = `${sha256('"ร้าน"\n1')} ${sha256('import "/a.js"')}`
    expect(page.policy).toBe(`default-src 'self'; script-src 'self' ${hashes}; object-src 'none'`)
    expect(page.text).toBe(
      '<p>ปลาทู</p><script>"ร้าน"\n1</script><script type="module" async="">import "/a.js"</script><script src="/b.js"></script>',
    )
  })

  it('lets no script run that a stranger wrote into it', async () => {
    const nonce = newNonce()
    const strange = `<script>alert(1)</script><script nonce="${newNonce()}">alert(2)</script>`
    const { policy, text } = await frozen(`${strange}<script nonce="${nonce}">3</script>`, nonce)
    expect(policy).toContain(`script-src 'self' ${sha256('3')};`)
    expect(text).toContain(strange)
  })

  it('is read once from end to end, whatever a stranger wrote into it', () => {
    const mark = ' nonce="n"'
    const ours = `<script${mark}>1</script>`
    expect(
      inlineScripts(`<scripts><script>0</script>${ours}<script${mark}></script>`, mark),
    ).toEqual(['1'])
    const started = performance.now()
    for (const strange of ['<script', '<script>', '<script a', '<scripts']) {
      const many = strange.repeat(200_000)
      expect(inlineScripts(`${ours}${many}`, mark), strange).toEqual(['1'])
    }
    // A look at the rest of the page for each of them would take minutes.
    expect(performance.now() - started).toBeLessThan(2000)
  })

  it('is packed, the same for everybody', async () => {
    const nonce = newNonce()
    const text = '<li>ทองม้วนโบราณ</li>'.repeat(1000)
    const page = await frozen(text, nonce)
    expect(page.text).toBe(text)
    expect(page.body.byteLength).toBeLessThan(text.length / 10)
    expect((await frozen(text, newNonce())).body).toEqual(page.body)
  })

  it('may be data without scripts or a policy', async () => {
    const kept = await freeze(
      new Response('[1]', { headers: { 'content-type': 'text/x-script' } }),
      'n',
    )
    expect(kept.headers.get('content-type')).toBe('text/x-script')
    expect(await new Response(unpack(new Uint8Array(await kept.arrayBuffer()))).text()).toBe('[1]')
  })
})
