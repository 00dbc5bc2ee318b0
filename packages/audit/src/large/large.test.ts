import { expect, test } from 'vitest'
import type { Component } from '../components.ts'
import type { Puzzle, Quantity, Relation } from '../puzzle.ts'
import { atMost, sumIs } from '../puzzle.ts'
import { trialPublications } from '../trial-publications.ts'
import { trialQuantity } from '../trial-quantity.ts'
import { count, hidden, part } from '../written-publication.ts'
import type { WrittenRow } from '../written-publication.ts'
import { narrowBounds } from './bounds.ts'
import { programOf } from './program.ts'

const trial = trialPublications()

const DISTRICTS = Array.from({ length: 60 }, (_, number) => `${number + 10}`)
const SHARES = ['share_to_work', 'share_to_studies', 'share_to_work_or_studies']

/** Outcomes of thousands who left, by district, in a part of a year: the totals are shown and no district. */
function outcomes(at: WrittenRow, ofDistrict: (category: string) => WrittenRow[]): WrittenRow[] {
  const share = (indicator: string, numerator: number) => ({
    ...count(indicator, numerator / 4000, at),
    numerator,
    denominator: 4000,
    unknown: 300,
  })
  return [
    count('enrolled_participants', 9000, at),
    count('stayers', 5000, at),
    count('leavers', 4000, at),
    share('share_to_work', 1200),
    share('share_to_studies', 900),
    share('share_to_work_or_studies', 2100),
    ...DISTRICTS.flatMap((category) => [
      ...SHARES.map((indicator) => hidden(indicator, { ...at, breakdown: 'district', category })),
      ...ofDistrict(category).map((row) => ({ ...row, ...at, breakdown: 'district', category })),
    ]),
  ]
}

const withheld = () => ['enrolled_participants', 'stayers', 'leavers'].map((indicator) => hidden(indicator))

/** The leavers of one district follow from those who were enrolled and those who stayed. */
const told = (category: string): WrittenRow[] =>
  category === '17'
    ? [count('enrolled_participants', 45), count('stayers', 42), hidden('leavers')]
    : withheld()

test('a large agreement of which whole tables are withheld is attacked to the end, and holds', async () => {
  const report = await trial.attack({ rows: outcomes(part(1), withheld) })
  expect(report).toMatchObject({ broken: [], leaks: [], contradictions: [] })
  expect(report.hunted).toBeGreaterThan(1000)
  expect(report.narrowest).toBeGreaterThanOrEqual(4)
})

test('and what is told in it is found, with the relation that tells', async () => {
  const report = await trial.attack({ rows: outcomes(part(1), told) })
  expect(new Set(report.broken.map(({ category }) => category))).toEqual(new Set(['17']))
  const cell = report.broken.find(({ indicator }) => indicator === 'leavers')
  expect(cell).toMatchObject({ part: 'value', least: 3, most: 3 })
  expect(cell?.pinnedBy.map(({ kind }) => kind)).toContain('left_and_stayed')
})

const quantity = (name: string): Quantity => ({ ...trialQuantity('total', ''), part: name })

function laidOut(...relations: Relation[]): { puzzle: Puzzle; component: Component } {
  const quantities = [...new Set(relations.flatMap(({ terms }) => terms.map((term) => term.quantity)))]
  return {
    puzzle: { quantities: new Map(quantities.map((key) => [key, quantity(key)])), relations },
    component: {
      quantities,
      relations: relations.map((relation) => ({ ...relation, relation })),
    },
  }
}

const limit = (key: string, lower: number, upper: number): Relation => ({
  kind: 'unit_cost',
  terms: [{ quantity: key, coefficient: 2 }],
  lower,
  upper,
})

test('what is no more and no less than something else is the same, and bounds follow from bounds', () => {
  const { puzzle, component } = laidOut(
    atMost('some_of_them', ['a'], ['b']),
    atMost('some_of_them', ['b'], ['a']),
    sumIs('parts_of_share', ['b', 'c'], 'd'),
    sumIs('parts_of_share', ['a', 'c'], 'd'),
    limit('d', 0, 20),
    limit('c', 6, Infinity),
  )
  const program = programOf(puzzle, component)
  expect(program?.rows).toHaveLength(1)
  expect(program?.columnOf.get('a')).toBe(program?.columnOf.get('b'))
  expect(program && narrowBounds(program)).toBe(true)
  expect(program?.upper[program.columnOf.get('a') ?? -1]).toBe(7)
  expect(program?.lower[program.columnOf.get('d') ?? -1]).toBe(3)
})

test('and what contradicts itself is no program, or has no bounds', () => {
  const differ: Relation = { ...sumIs('same_people', ['a'], 'b'), lower: 1, upper: 1 }
  const same = laidOut(sumIs('same_people', ['a'], 'b'), differ)
  expect(programOf(same.puzzle, same.component)).toBeNull()
  const apart = laidOut(atMost('some_of_them', ['a'], ['b']), limit('b', 0, 4), limit('a', 6, 8))
  const program = programOf(apart.puzzle, apart.component)
  expect(program && narrowBounds(program)).toBe(false)
})
