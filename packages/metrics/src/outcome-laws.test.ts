import { queryRows } from '@utfall/warehouse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { protect } from './disclosure/protect.ts'
import { countRandomWorlds } from './random-worlds.ts'
import type { RandomWorlds } from './random-worlds.ts'

let random: RandomWorlds
beforeAll(async () => {
  random = await countRandomWorlds()
})
afterAll(() => random.warehouse.close())

const Sums = z.object({
  indicator: z.string(),
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  unknown: z.number(),
  excluded: z.number(),
  universe: z.number(),
  left_out: z.number(),
  without_outcome: z.number(),
  step_denominator: z.number().nullable(),
  step_unknown: z.number(),
  step_numerator: z.number().nullable(),
  step_complement: z.number().nullable(),
})

const SUMS = `
  with step as (
    select
      agreement, indicator, definition_version, period_type, period,
      sum(count) filter (role = 'universe')::integer as universe,
      coalesce(sum(count) filter (role = 'excluded'), 0)::integer as left_out,
      coalesce(sum(count) filter (reason = 'outcome_unknown'), 0)::integer as without_outcome,
      sum(count) filter (role = 'denominator')::integer as step_denominator,
      coalesce(sum(count) filter (role = 'unknown'), 0)::integer as step_unknown,
      sum(count) filter (role = 'numerator')::integer as step_numerator,
      sum(count) filter (role = 'complement')::integer as step_complement,
    from waterfall
    where status = 'ok'
    group by all
  )
  select
    indicator, value, numerator, denominator, unknown, excluded, universe, left_out, without_outcome,
    step_denominator, step_unknown, step_numerator, step_complement
  from result join step using (agreement, indicator, definition_version, period_type, period)
  where breakdown = 'total'`

describe('a waterfall', () => {
  let all: z.infer<typeof Sums>[]
  beforeAll(async () => {
    all = await queryRows(random.warehouse.connection, Sums, SUMS)
  })

  test('stands beside every figure of people, and says why where there is none', async () => {
    const without = await queryRows(
      random.warehouse.connection,
      z.object({ indicator: z.string() }),
      `select indicator
      from result join indicator_header as header on header.id = indicator
      left join waterfall using (agreement, indicator, definition_version, period_type, period)
      where breakdown = 'total' and counts = 'people' and waterfall.status is distinct from result.status`,
    )
    expect(without).toEqual([])
    expect(new Set(all.map(({ indicator }) => indicator)).size).toBeGreaterThan(20)
  })

  test('leads from the universe, less those left out, to what the figure stands on', () => {
    for (const each of all) {
      expect([each.indicator, each.universe - each.left_out]).toEqual([
        each.indicator,
        each.step_denominator ?? each.step_numerator,
      ])
    }
    expect(
      all.some(({ left_out, without_outcome }) => left_out > without_outcome && without_outcome === 0),
    ).toBe(true)
    expect(all.some(({ without_outcome }) => without_outcome > 0)).toBe(true)
  })

  test('has the numbers of the figure', () => {
    for (const each of all) {
      expect([each.step_numerator, each.step_denominator]).toEqual([each.numerator, each.denominator])
      expect(each.left_out - each.without_outcome).toBe(each.excluded)
      expect(each.step_unknown + each.without_outcome).toBe(each.unknown)
    }
  })

  test('of a share has numerator, complement and unknown that are the denominator', () => {
    const shares = all.filter(({ step_complement }) => step_complement !== null)
    expect(shares.some(({ step_unknown }) => step_unknown > 0)).toBe(true)
    for (const { step_numerator, step_complement, step_unknown, step_denominator } of shares) {
      expect((step_numerator ?? 0) + (step_complement ?? 0) + step_unknown).toBe(step_denominator)
    }
  })

  test('counts its steps from one', async () => {
    const broken = await queryRows(
      random.warehouse.connection,
      z.object({ indicator: z.string() }),
      `select indicator
      from waterfall
      group by agreement, indicator, period_type, period
      having list(step order by step) <> range(1, count(*) + 1) or first(role order by step) <> 'universe'`,
    )
    expect(broken).toEqual([])
  })
})

const distinct = (column: string) =>
  queryRows(
    random.warehouse.connection,
    z.object({ code: z.string() }),
    `select distinct ${column} as code from transition order by code`,
  )

/** What the sum of transitions differs from, told by agreement and period. */
const broken = (sum: string, stage: string, indicator: string, number: string) =>
  queryRows(
    random.warehouse.connection,
    z.object({ agreement: z.string(), period: z.string() }),
    `with summed as (
      select agreement, period_type, period, ${sum}::integer as moved
      from transition where stage = '${stage}'
      group by all
    )
    select agreement, period
    from result left join summed using (agreement, period_type, period)
    where indicator = '${indicator}' and breakdown = 'total' and coalesce(moved, 0) <> ${number}`,
  )

const IN_WORK_OR_STUDIES = "sum(count) filter (to_status in ('work', 'studies', 'work_and_studies'))"

describe('transitions', () => {
  test('at the exit are all who left', async () => {
    expect(await broken('sum(count)', 'exit', 'leavers', 'value')).toEqual([])
  })

  test.each([3, 6, 12])(
    'after %i months are those who are due, by the answers that the share counts',
    async (n) => {
      const share = `share_in_work_or_studies_${n}m`
      const stage = `followup_${n}`
      expect(await broken('sum(count)', stage, share, 'denominator')).toEqual([])
      expect(await broken(IN_WORK_OR_STUDIES, stage, share, 'numerator')).toEqual([])
      expect(await broken("sum(count) filter (to_status = 'unknown')", stage, share, 'unknown')).toEqual([])
    },
  )

  test('have every stage, and come from what was noted at the start', async () => {
    expect((await distinct('stage')).map(({ code }) => code)).toEqual([
      'exit',
      'followup_12',
      'followup_3',
      'followup_6',
    ])
    expect((await distinct('from_status')).map(({ code }) => code)).toEqual([
      'neither',
      'unemployed',
      'unknown',
      'work',
    ])
  })
})

const rows = (query: string) =>
  queryRows(random.warehouse.connection, z.object({ agreement: z.string(), period: z.string() }), query)

describe('after disclosure control', () => {
  beforeAll(() => protect(random.warehouse.connection))
  test('no step and no cell shows one to four people', async () => {
    for (const table of ['waterfall', 'transition']) {
      expect(await rows(`select agreement, period from ${table} where count between 1 and 4`)).toEqual([])
      expect(
        await rows(`select agreement, period from ${table} where count is null and status = 'ok'`),
      ).toEqual([])
      expect(
        await rows(`select agreement, period from ${table} where count is not null and status <> 'ok'`),
      ).toEqual([])
    }
  })

  test('a waterfall is withheld with its figure, and tells no reason then', async () => {
    expect(
      await rows(
        `select waterfall.agreement, waterfall.period
        from waterfall join result using (agreement, indicator, definition_version, period_type, period)
        where breakdown = 'total' and result.status <> 'ok'
          and (waterfall.status <> result.status or role <> 'universe')`,
      ),
    ).toEqual([])
  })

  test('no hidden cell stands alone in a sum that has others', async () => {
    for (const side of ['from_status', 'to_status', 'stage']) {
      expect(
        await rows(
          `select agreement, period from transition
          group by agreement, period_type, period, stage, ${side}
          having count(*) filter (status = 'suppressed') = 1 and count(*) > 1`,
        ),
      ).toEqual([])
    }
  })
})
