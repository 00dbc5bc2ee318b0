import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fewLost } from './curves.ts'
import { trialPublications } from './trial-publications.ts'
import type { WrittenRow } from './written-publication.ts'

const trial = trialPublications()

type Way = 'work' | 'studies' | 'lost'
const INDICATOR = 'time_to_work_or_studies'

/** The curve of so many, of whom some are gone by the sixth month, in this order. */
function curve(followed: number, gone: readonly Way[]): WrittenRow[] {
  const incidence = { work: 0, studies: 0, lost: 0 }
  let without = 1
  for (const [at, way] of gone.entries()) {
    const step = without / (followed - at)
    incidence[way] += way === 'lost' ? 0 : step
    without -= way === 'lost' ? 0 : step
  }
  return (['work', 'studies'] as const).map((cause) => ({
    indicator: INDICATOR,
    cause,
    month: 6,
    value: incidence[cause].toFixed(12),
    at_risk: followed - gone.length,
  }))
}

function lost(followed: number, gone: readonly Way[]): string[] {
  const rows = [{ indicator: INDICATOR, value: 5, denominator: followed }]
  const publication = trial.read({
    rows,
    curves: curve(followed, gone),
  })
  return fewLost(publication).map(({ what }) => what)
}

const times = (way: Way, number: number): Way[] => Array.from({ length: number }, () => way)

test('a curve tells how few were lost from sight, though it has no marks for them', () => {
  const events = [...times('work', 6), ...times('studies', 9)]
  expect(lost(31, [...events, ...times('lost', 1)])).toEqual(['1–1'])
  expect(lost(31, [...events, ...times('lost', 6)])).toEqual([])
  expect(lost(31, events)).toEqual([])
})

test('what is told of the lost is true, in whatever order they went', () => {
  const ways = fc.array(fc.constantFrom<Way>('work', 'studies', 'lost'), { minLength: 1, maxLength: 25 })
  fc.assert(
    fc.property(ways, (gone) => {
      const [told] = lost(40, gone)
      const [least = 0, most = Infinity] = told?.split('–').map(Number) ?? []
      const truth = gone.filter((way) => way === 'lost').length
      expect(truth).toBeGreaterThanOrEqual(least)
      expect(truth).toBeLessThanOrEqual(most)
    }),
    { numRuns: 60 },
  )
})
