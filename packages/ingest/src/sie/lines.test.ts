import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitLines } from './lines.ts'

describe('the lines of a text', () => {
  it.each([
    ['a\nb\n', ['a', 'b'], ''],
    ['a\r\nb', ['a'], 'b'],
    ['a\rb\r', ['a'], 'b\r'],
    ['', [], ''],
  ])('%j', (text, lines, rest) => {
    expect(splitLines(text)).toEqual({ lines, rest })
  })

  it('are the same wherever the text is cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '\r', '\n', '\r\n') })
    fc.assert(
      fc.property(text, fc.nat(20), (whole, at) => {
        const before = splitLines(whole.slice(0, at))
        const after = splitLines(before.rest + whole.slice(at))
        expect([...before.lines, ...after.lines, after.rest]).toEqual([
          ...splitLines(whole).lines,
          splitLines(whole).rest,
        ])
      }),
    )
  })
})
