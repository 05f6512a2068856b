import { describe, expect, it } from 'vitest'
import { readWanted } from '../../src/cli/looks.ts'

describe('Which looks are wanted', () => {
  it('all of them, unless something is said', () => {
    expect(readWanted([])).toEqual({
      only: [],
      widths: [390, 1280],
      languages: ['th', 'en'],
      themes: ['light', 'dark'],
    })
  })

  it('some stops, one width, one language, one theme', () => {
    const said = ['--only', 'cart, pay-paid', '--width', '360', '--language', 'en']
    expect(readWanted([...said, '--theme', 'dark'])).toEqual({
      only: ['cart', 'pay-paid'],
      widths: [360],
      languages: ['en'],
      themes: ['dark'],
    })
  })

  it.each([
    [['--width', 'wide'], '--width is "wide"; it must be pixels, such as 390.'],
    [['--language', 'de'], '--language is "de"; there are: th, en.'],
    [['--theme', 'dim'], '--theme is "dim"; there are: light, dark.'],
  ])('what is not understood is named: %s', (args, message) => {
    expect(() => readWanted(args)).toThrow(message)
  })
})
