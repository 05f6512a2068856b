import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { jsonInMarkup } from '../../app/seo/markup.ts'

describe('JSON inside markup', () => {
  it.each([
    ['the end of its script', '</script><script>alert(1)</script>'],
    ['a comment', '<!--<script>'],
    ['an entity', '&lt;b&gt; & co'],
    ['line ends that only JavaScript knows', 'a\u2028b\u2029c'],
  ])('holds %s as text that reads back the same', (_, text) => {
    const written = jsonInMarkup({ name: text })
    expect(written).not.toMatch(/[<>&\u2028\u2029]/)
    expect(JSON.parse(written)).toEqual({ name: text })
  })

  it('reads back any value, and never holds a sign of markup', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const written = jsonInMarkup(value)
        expect(written).not.toMatch(/[<>&\u2028\u2029]/)
        expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})
