import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flowLayout } from './flow-layout.ts'

const CODES = ['work', 'studies', 'neither']

test('bands stand under one another at both ends, as high as they are many', () => {
  const { from, to, bands } = flowLayout(
    [
      { from: 'neither', to: 'work', count: 30, says: '' },
      { from: 'neither', to: 'studies', count: 10, says: '' },
      { from: 'studies', to: 'studies', count: null, says: '' },
    ],
    CODES,
    200,
  )
  expect(from.map(({ code, height }) => [code, height])).toEqual([
    ['studies', 4],
    ['neither', 200],
  ])
  expect(to.map(({ code, height }) => [code, height])).toEqual([
    ['work', 150],
    ['studies', 54],
  ])
  expect(bands.map(({ height }) => height)).toEqual([0, 150, 50])
  expect(bands[2]?.toY).toBe((to[1]?.y ?? 0) + 4)
})

test('no place covers another, and what is shown is as high as it should be', () => {
  const code = fc.constantFrom(...CODES)
  const flows = fc.uniqueArray(
    fc.record({
      from: code,
      to: code,
      count: fc.option(fc.integer({ min: 1, max: 500 })),
      says: fc.constant(''),
    }),
    { selector: ({ from, to }) => `${from} ${to}`, minLength: 1 },
  )
  fc.assert(
    fc.property(flows, (given) => {
      const { from, to, bands, height } = flowLayout(given, CODES, 300)
      for (const nodes of [from, to]) {
        nodes.slice(1).forEach((node, index) => {
          const above = nodes[index]
          expect(node.y).toBeGreaterThanOrEqual((above?.y ?? 0) + (above?.height ?? 0))
        })
        expect(Math.max(...nodes.map((node) => node.y + node.height))).toBeLessThanOrEqual(height + 1e-9)
      }
      const shown = bands.reduce((sum, band) => sum + band.height, 0)
      expect(shown).toBeCloseTo(given.some(({ count }) => count !== null) ? 300 : 0)
    }),
  )
})
