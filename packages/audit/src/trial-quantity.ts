import type { Quantity } from './puzzle.ts'

/** A withheld count of people of 2025, for tests of the solver that need no publication. */
export const trialQuantity = (breakdown: string, category: string): Quantity => ({
  place: {
    agreement: 'a',
    indicator: 'leavers',
    periodType: 'year',
    period: '2025',
    breakdown,
    category,
  },
  part: 'value',
  counts: 'people',
  known: null,
  shownIn: [],
  atLeast: 0,
  threshold: 5,
  usual: 5,
  plain: false,
  noneOf: null,
  hunted: true,
  series: new Set(),
  publications: new Set(),
})
