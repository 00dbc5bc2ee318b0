import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { kronorOf, oreOf } from './amount.ts'

describe('an amount in a SIE file', () => {
  it.each([
    ['-133', -13_300n],
    ['20.88', 2_088n],
    ['20.8', 2_080n],
    ['+.50', 50n],
    ['12.', 1_200n],
    ['7,75', 775n],
    ['100.0000', 10_000n],
    ['90071992547409.93', 9_007_199_254_740_993n],
  ])('%s is %s öre', (text, ore) => {
    expect(oreOf(text)).toBe(ore)
  })

  it.each(['', '-', '.', '1 000', '1.005', '1e3', 'tolv'])('cannot be read: "%s"', (text) => {
    expect(oreOf(text)).toBeUndefined()
  })

  it('survives being written, exactly', () => {
    const amounts = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
    fc.assert(
      fc.property(amounts, (ore) => {
        expect(oreOf(kronorOf(ore))).toBe(ore)
      }),
    )
  })
})
