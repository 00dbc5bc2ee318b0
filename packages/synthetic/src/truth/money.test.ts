import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { allocated } from './money.ts'

describe('allocated', () => {
  it('gives parts that sum to the whole, none more than an öre from its share', () => {
    const weights = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 8 })
    fc.assert(
      fc.property(fc.nat(10_000_000), weights, (amount, list) => {
        const whole = list.reduce((a, b) => a + b, 0)
        const parts = allocated(amount, new Map(list.map((weight, index) => [`a${index}`, weight])))
        expect([...parts.values()].reduce((a, b) => a + b, 0)).toBe(amount)
        list.forEach((weight, index) => {
          expect(Math.abs((parts.get(`a${index}`) ?? 0) - (amount * weight) / whole)).toBeLessThanOrEqual(1)
        })
      }),
    )
  })

  it('gives what is left over to the largest part', () => {
    const parts = allocated(
      100,
      new Map([
        ['small', 1],
        ['large', 2],
      ]),
    )
    expect(Object.fromEntries(parts)).toEqual({ large: 67, small: 33 })
  })
})
