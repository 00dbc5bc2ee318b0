import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomStream } from './random.ts'

const draws = (seed: string) => {
  const random = randomStream(seed)
  return Array.from({ length: 20 }, () => random.next())
}

describe('randomStream', () => {
  it('gives the same draws for the same seed, and others for another', () => {
    expect(draws('a')).toEqual(draws('a'))
    expect(draws('a')).not.toEqual(draws('b'))
  })

  it('keeps whole numbers inside their bounds', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: -50, max: 50 }), fc.nat(40), (seed, low, width) => {
        const drawn = randomStream(seed).int(low, low + width)
        expect(Number.isInteger(drawn) && drawn >= low && drawn <= low + width).toBe(true)
      }),
    )
  })

  it('picks by weight', () => {
    const random = randomStream('weights')
    const picked = Array.from({ length: 4000 }, () =>
      random.weighted([
        ['often', 3],
        ['seldom', 1],
        ['never', 0],
      ]),
    )
    const often = picked.filter((each) => each === 'often').length / picked.length
    expect(often).toBeGreaterThan(0.71)
    expect(often).toBeLessThan(0.79)
    expect(picked).not.toContain('never')
  })

  it('shuffles without loss', () => {
    fc.assert(
      fc.property(fc.string(), fc.array(fc.integer()), (seed, list) => {
        expect(randomStream(seed).shuffled(list).toSorted()).toEqual(list.toSorted())
      }),
    )
  })
})
