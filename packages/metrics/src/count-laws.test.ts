import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Warehouse } from '@utfall/warehouse'
import { AS_OF, WORLDS, countRandomWorlds } from './random-worlds.ts'
import type { RandomWorlds } from './random-worlds.ts'
import { figures } from './small-world.ts'
import type { Figure } from './small-world.ts'

let world: Warehouse
let worlds: RandomWorlds['worlds']
let counted: Figure[]

beforeAll(async () => {
  const random = await countRandomWorlds()
  world = random.warehouse
  worlds = random.worlds
  counted = await figures(world)
})
afterAll(() => world.close())

const of = (indicator: string) => counted.filter((figure) => figure.indicator === indicator)
const place = ({ agreement, period_type, period, breakdown, category }: Figure) =>
  [agreement, period_type, period, breakdown, category].join(' ')
const byPlace = (indicator: string) => new Map(of(indicator).map((figure) => [place(figure), figure]))

/** Events of periods that differ from the sum over the periods that are their parts. */
const unlikeParts = (whole: string, part: string) => `
  ${whole} and indicator in ('attendances', 'sessions', 'activity_hours') and breakdown in ('total', 'activity')
  and abs(value - (
    select sum(part.value)
    from result as part
    where part.agreement = result.agreement and part.indicator = result.indicator
      and part.breakdown = result.breakdown and part.category = result.category
      and ${part}
  )) > 1e-9`

describe('laws of counting', () => {
  test('leavers and stayers are all who were enrolled', () => {
    const leavers = byPlace('leavers')
    const stayers = byPlace('stayers')
    const enrolled = of('enrolled_participants')
    expect(enrolled.some(({ value }) => value !== null && value > 3)).toBe(true)
    for (const figure of enrolled) {
      const sum = (leavers.get(place(figure))?.value ?? 0) + (stayers.get(place(figure))?.value ?? 0)
      expect([place(figure), sum]).toEqual([place(figure), figure.value])
    }
  })

  test('work and studies sum to work or studies, over one denominator', () => {
    const work = byPlace('share_to_work')
    const studies = byPlace('share_to_studies')
    for (const both of of('share_to_work_or_studies')) {
      const parts = [work.get(place(both)), studies.get(place(both))]
      expect(parts.map((part) => part?.denominator)).toEqual([both.denominator, both.denominator])
      expect((parts[0]?.numerator ?? 0) + (parts[1]?.numerator ?? 0)).toBe(both.numerator)
    }
  })

  test('the leavers are the denominator and the excluded', () => {
    const leavers = byPlace('leavers')
    for (const share of of('share_to_work_or_studies')) {
      expect((share.denominator ?? 0) + (share.excluded ?? 0)).toBe(leavers.get(place(share))?.value)
    }
  })

  test('those who had neither, and the others, are the leavers', () => {
    const leavers = byPlace('leavers')
    for (const share of of('share_from_none_to_work_or_studies')) {
      expect((share.denominator ?? 0) + (share.excluded ?? 0)).toBe(leavers.get(place(share))?.value)
    }
  })

  test('who is sustained is in work or studies, among the same who are due', () => {
    const inWorkOrStudies = byPlace('share_in_work_or_studies_6m')
    const sustained = of('share_sustained_6m')
    expect(sustained.some(({ numerator }) => numerator !== null && numerator > 0)).toBe(true)
    for (const share of sustained) {
      const all = inWorkOrStudies.get(place(share))
      expect([share.denominator, share.excluded]).toEqual([all?.denominator, all?.excluded])
      expect(share.numerator).toBeLessThanOrEqual(all?.numerator ?? 0)
    }
  })

  test('who is reliably improved is improved, and who is new in associations is active in one', () => {
    for (const [part, whole] of [
      ['share_self_efficacy_reliably_improved', 'share_self_efficacy_improved'],
      ['share_newly_association_active', 'share_association_active'],
    ] as const) {
      const wholes = byPlace(whole)
      expect(of(part).some(({ numerator }) => numerator !== null && numerator > 0)).toBe(true)
      for (const share of of(part)) {
        expect(share.numerator ?? 0).toBeLessThanOrEqual(wholes.get(place(share))?.numerator ?? 0)
      }
    }
  })

  test('a median has the leavers and the stayers behind it', () => {
    for (const [median, people] of [
      ['median_days_leavers', 'leavers'],
      ['median_days_stayers', 'stayers'],
    ] as const) {
      const counts = byPlace(people)
      for (const figure of of(median)) {
        expect(figure.denominator).toBe(counts.get(place(figure))?.value)
        expect(figure.value ?? 0).toBeGreaterThanOrEqual(0)
      }
    }
  })

  test('a numerator is part of its denominator, and bounds and intervals hold the value', () => {
    const shares = counted.filter(({ indicator, value }) => indicator.includes('share') && value !== null)
    expect(shares.length).toBeGreaterThan(100)
    for (const { numerator, denominator, value, ci_low, ci_high, lower_bound, upper_bound } of shares) {
      expect(numerator).toBeLessThanOrEqual(denominator ?? 0)
      expect(ci_low).toBeLessThanOrEqual(value ?? 0)
      expect(ci_high).toBeGreaterThanOrEqual(value ?? 1)
      expect(lower_bound ?? 0).toBeLessThanOrEqual(value ?? 0)
      expect(upper_bound ?? 1).toBeGreaterThanOrEqual(value ?? 1)
    }
  })

  test('events of a year are those of its parts, and all are those of the years', async () => {
    const tertials = unlikeParts(
      "period = '2025'",
      "part.period_type = 'tertial' and part.period like '2025-%'",
    )
    const years = unlikeParts("period_type = 'agreement'", "part.period_type = 'year'")
    const agreementYears = unlikeParts("period_type = 'agreement'", "part.period_type = 'agreement_year'")
    const broken = await figures(
      world,
      [tertials, years, agreementYears].map((each) => `(${each})`).join(' or '),
    )
    expect(broken).toEqual([])
    expect(
      of('attendances').filter(({ period, value }) => period === '2025' && value !== 0).length,
    ).toBeGreaterThan(WORLDS)
    expect(
      of('attendances').some(({ period_type, value }) => period_type === 'agreement' && (value ?? 0) > 9),
    ).toBe(true)
  })

  test('people and events by gender, age and district sum to the total', async () => {
    const broken = await figures(
      world,
      `breakdown = 'total' and indicator in (
        'unique_participants', 'new_participants', 'attendances', 'leavers', 'association_participants',
        'culture_leisure_participants'
      )
      and value <> any (
        select sum(part.value)
        from result as part
        where part.agreement = result.agreement and part.indicator = result.indicator
          and part.period_type = result.period_type and part.period = result.period
          and part.breakdown not in ('total', 'activity') and part.status = 'ok'
        group by part.breakdown
      )`,
    )
    expect(broken).toEqual([])
  })

  test('participants are the distinct people who were present, counted another way', () => {
    for (const { agreement, rows } of worlds) {
      for (const figure of of('unique_participants').filter((each) => each.agreement === agreement)) {
        if (figure.breakdown !== 'total' && figure.breakdown !== 'activity') continue
        const present = rows.attendance.filter(
          (row) =>
            row.person !== null &&
            row.attendance === 'present' &&
            row.role === 'participant' &&
            row.date >= figure.period_start &&
            row.date <= figure.period_end &&
            row.date <= AS_OF &&
            (figure.breakdown === 'total' || row.activity === figure.category),
        )
        const people = new Set(present.map(({ person }) => person)).size
        expect([place(figure), figure.value]).toEqual([place(figure), people])
      }
    }
  })
})
