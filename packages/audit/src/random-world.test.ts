import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { audit } from './audit.ts'
import { writePublicationFiles } from './written-publication.ts'
import type { WrittenRow } from './written-publication.ts'

const THRESHOLD = 5
const GENDERS = ['man', 'woman']
const AGES = ['16–19', '20–24']
const REASONS = ['work', 'studies', 'other', 'unknown', null]

const Person = fc.record({
  gender: fc.constantFrom(...GENDERS),
  age: fc.constantFrom(...AGES),
  /** Parts of the year with a visit, at least one. */
  parts: fc.subarray([1, 2, 3], { minLength: 1 }),
  /** Why the person left; null: still there. */
  reason: fc.constantFrom(...REASONS),
})
type Person = typeof Person extends fc.Arbitrary<infer Each> ? Each : never

const PARTS = [
  { period_type: 'tertial', period: '2025-T1', period_start: '2025-01-01', period_end: '2025-04-30' },
  { period_type: 'tertial', period: '2025-T2', period_start: '2025-05-01', period_end: '2025-08-31' },
  { period_type: 'tertial', period: '2025-T3', period_start: '2025-09-01', period_end: '2025-12-31' },
]

const CATEGORIES: { at: WrittenRow; holds: (person: Person) => boolean }[] = [
  { at: {}, holds: () => true },
  ...GENDERS.map((category) => ({
    at: { breakdown: 'gender', category },
    holds: ({ gender }: Person) => gender === category,
  })),
  ...AGES.map((category) => ({
    at: { breakdown: 'age_group', category },
    holds: ({ age }: Person) => age === category,
  })),
  ...GENDERS.flatMap((gender) =>
    AGES.map((age) => ({
      at: { breakdown: 'gender*age_group', category: `${gender}*${age}` },
      holds: (person: Person) => person.gender === gender && person.age === age,
    })),
  ),
]

const isSmall = (count: number) => count > 0 && count < THRESHOLD
const numberOf = (people: readonly Person[], holds: (person: Person) => boolean) =>
  people.filter(holds).length

/** A count with primary suppression and nothing more: what the attacker must be able to break. */
function counted(indicator: string, value: number, at: WrittenRow): WrittenRow {
  return isSmall(value)
    ? { indicator, ...at, status: 'suppressed' }
    : { indicator, ...at, value, numerator: value, unknown: 0, excluded: 0 }
}

function share(
  indicator: string,
  leavers: readonly Person[],
  reasons: readonly string[],
  at: WrittenRow,
): WrittenRow {
  const numerator = numberOf(leavers, ({ reason }) => reasons.includes(reason ?? ''))
  const unknown = numberOf(leavers, ({ reason }) => reason === 'unknown')
  const denominator = leavers.length
  const parts = [numerator, denominator, denominator - numerator, denominator - numerator - unknown, unknown]
  return denominator === 0 || parts.some(isSmall)
    ? { indicator, ...at, status: 'suppressed' }
    : { indicator, ...at, value: numerator / denominator, numerator, denominator, unknown, excluded: 0 }
}

function publish(people: readonly Person[]): WrittenRow[] {
  return CATEGORIES.flatMap(({ at, holds }) => {
    const those = people.filter(holds)
    const leavers = those.filter(({ reason }) => reason !== null)
    return [
      counted('unique_participants', those.length, at),
      ...PARTS.map((part, index) =>
        counted(
          'unique_participants',
          numberOf(those, ({ parts }) => parts.includes(index + 1)),
          { ...part, ...at },
        ),
      ),
      counted('enrolled_participants', those.length, at),
      counted('leavers', leavers.length, at),
      counted('stayers', those.length - leavers.length, at),
      share('share_to_work_or_studies', leavers, ['work', 'studies'], at),
      share('share_to_work', leavers, ['work'], at),
      share('share_to_studies', leavers, ['studies'], at),
    ]
  })
}

/** The number that a broken cell hides, counted from the people. */
function truth(
  people: readonly Person[],
  {
    indicator,
    period,
    breakdown,
    category,
    part,
  }: Record<'indicator' | 'period' | 'breakdown' | 'category' | 'part', string>,
): number {
  const holds = CATEGORIES.find(
    ({ at }) => (at.breakdown ?? 'total') === breakdown && (at.category ?? '') === category,
  )
  const those = people.filter(holds?.holds ?? (() => false))
  const [whole = '', beyond] = part.split(' beyond ')
  if (beyond !== undefined) {
    const inPeriod = (each: string) =>
      truth(people, { indicator, period: each, breakdown, category, part: whole })
    return inPeriod(period) - inPeriod(beyond)
  }
  const leavers = those.filter(({ reason }) => reason !== null)
  if (indicator === 'unique_participants') {
    const tertial = PARTS.findIndex((each) => each.period === period) + 1
    return tertial === 0 ? those.length : numberOf(those, ({ parts }) => parts.includes(tertial))
  }
  if (part === 'excluded' || (part === 'unknown' && !indicator.startsWith('share'))) return 0
  if (indicator === 'enrolled_participants') return those.length
  if (indicator === 'leavers') return leavers.length
  if (indicator === 'stayers') return those.length - leavers.length
  const reasons = { share_to_work: ['work'], share_to_studies: ['studies'] }[indicator] ?? ['work', 'studies']
  const numerator = numberOf(leavers, ({ reason }) => reasons.includes(reason ?? ''))
  const unknown = numberOf(leavers, ({ reason }) => reason === 'unknown')
  const found = {
    numerator,
    unknown,
    denominator: leavers.length,
    complement: leavers.length - numerator,
    others: leavers.length - numerator - unknown,
  }[part]
  if (found === undefined) throw new Error(`What is ${indicator}.${part}?`)
  return found
}

test('whatever the attacker says of a hidden number is true', async () => {
  let brokenInAll = 0
  await fc.assert(
    fc.asyncProperty(fc.array(Person, { minLength: 5, maxLength: 40 }), async (people) => {
      const publications = mkdtempSync(join(tmpdir(), 'utfall-audit-'))
      try {
        const folder = writePublicationFiles(publications, { id: '2026-02-01', rows: publish(people) })
        const { broken, contradictions } = await audit({ publications, folder })
        expect(contradictions).toEqual([])
        const untrue = broken.filter((cell) => {
          const hidden = truth(people, cell)
          return hidden < cell.least || hidden > cell.most
        })
        expect(untrue).toEqual([])
        brokenInAll += broken.length
      } finally {
        rmSync(publications, { recursive: true, force: true })
      }
    }),
    { numRuns: 12 },
  )
  expect(brokenInAll).toBeGreaterThan(12)
})
