import { describe, expect, it } from 'vitest'
import { allowedHtml, allowedScriptUrl } from '../../app/trusted-types.ts'

describe('what the document takes as markup', () => {
  it('is text without a tag, and the empty script that React begins with', () => {
    expect(allowedHtml('{"@type":"Product"}')).toBe('{"@type":"Product"}')
    expect(allowedHtml('<script></script>')).toBe('<script></script>')
    for (const text of ['<b>', '<script>alert(1)</script>', '<script></script><img>', 'a<!--']) {
      expect(allowedHtml(text)).toBeNull()
    }
  })

  it('are scripts of its own origin', () => {
    const page = 'https://talat.example/en/cart'
    expect(allowedScriptUrl('/sw.js', page)).toBe('/sw.js')
    expect(allowedScriptUrl('https://talat.example/a.js', page)).not.toBeNull()
    for (const url of ['//evil.example/a.js', 'data:text/javascript,1', 'blob:x', 'javascript:1']) {
      expect(allowedScriptUrl(url, page)).toBeNull()
    }
  })
})
