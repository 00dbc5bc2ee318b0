import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Warehouse } from '@utfall/warehouse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { INDICATORS_FOLDER } from '../index.ts'
import { agreementOf, deliver, openWorld, someone } from '../small-world.ts'
import { checkIndicators } from './check.ts'
import type { IndicatorCheck } from './check.ts'
import { soundRegistry } from './sound.ts'

const header = (id: string) => `/*
id: ${id}
version: 1
kind: count
unit: people
counts: people
title: { sv: Egen, en: Own }
definition: { sv: En egen indikator., en: An indicator of our own. }
numerator: { sv: De som räknas., en: Those who count. }
placed_by: { sv: Dagen., en: The day. }
better: higher
breakdowns: [total]
*/
`

/** By file name: the SELECT, or the whole text; and the line and words that the check must answer with. */
const WRONG: Record<string, { text: string; line: number; words: RegExp }> = {
  'no_title.sql': {
    text: `${header('no_title').replace(/^title.*\n/m, '')}select 1`,
    line: 1,
    words: /title/,
  },
  'no_column.sql': {
    text: `${header('no_column')}select\n  period_id,\n  nmae as role\nfrom participation`,
    line: 16,
    words: /nmae/,
  },
  'no_role.sql': {
    text: `${header('no_role')}\nselect period_id, person from participation`,
    line: 15,
    words: /role/,
  },
  'twice.sql': {
    text: `${header('other')}select period_id from participation`,
    line: 1,
    words: /twice\.sql/,
  },
  'not_select.sql': { text: `${header('not_select')}\n\ndrop table attendance`, line: 16, words: /SELECT/ },
  'several.sql': {
    text: `${header('several')}select period_id, 'numerator' as role from period;\ndelete from attendance`,
    line: 14,
    words: /[Ss]everal/,
  },
  'breaks_out.sql': {
    text: `${header('breaks_out')}select 1) ; drop table attendance; select (1`,
    line: 14,
    words: /cannot be run/,
  },
  'writes.sql': {
    text: `${header('writes')}with one as (select 1) delete from attendance`,
    line: 14,
    words: /only read/,
  },
  'reads_file.sql': {
    text: `${header('reads_file')}select period_id, person, 'numerator' as role\nfrom participation, read_text('/etc/hostname')`,
    line: 15,
    words: /read_text/,
  },
  'names_file.sql': {
    text: `${header('names_file')}select period_id, person, 'numerator' as role from participation\njoin '/etc/åäö.csv' on true`,
    line: 15,
    words: /\.csv/,
  },
  'quotes_file.sql': {
    text: `${header('quotes_file')}select period_id, 'numerator' as role from period, "/etc/a"."csv"`,
    line: 14,
    words: /etc\/a\.csv/,
  },
  'hides_query.sql': {
    text: `${header('hides_query')}select period_id, person, 'numerator' as role from query('from participation')`,
    line: 14,
    words: /"query"/,
  },
  'no_cast.sql': {
    text: `${header('no_cast')}select period_id, person, person::varchar::date::varchar as role from participation`,
    line: 14,
    words: /cannot be run/,
  },
  'no_period.sql': {
    text: `${header('no_period')}select 99999 as period_id, person, 'numerator' as role from first_visit`,
    line: 14,
    words: /"99999" in the column period_id/,
  },
  'no_activity.sql': {
    text: `${header('no_activity')}select period_id, 'zzz' as activity, person, 'numerator' as role from participation where activity is null`,
    line: 14,
    words: /"zzz" in the column activity/,
  },
  'half.sql': {
    text: `${header('half')}select period_id, activity, person, 'numerator' as role, 0.5 as amount from participation`,
    line: 14,
    words: /"0.5" in the column amount/,
  },
  'negative.sql': {
    text: `${header('negative').replace('kind: count', 'kind: sum')}select period_id, activity, person, 'numerator' as role, -3 as amount from participation`,
    line: 14,
    words: /0 or more/,
  },
  'endless.sql': {
    text: `${header('endless').replace('kind: count', 'kind: mean')}select period_id, activity, person, 'numerator' as role, 'inf'::double as amount from participation`,
    line: 14,
    words: /"inf" in the column amount. Expected: a finite number/,
  },
  'not_a_number.sql': {
    text: `${header('not_a_number').replace('kind: count', 'kind: mean')}select period_id, activity, person, 'numerator' as role, 'nan'::double as amount from participation`,
    line: 14,
    words: /"nan" in the column amount/,
  },
  'gender.sql': {
    text: `${header('gender').replaceAll('people', 'events')}select period_id, 'numerator' as role, 2 as heads, 'foo' as gender from participation`,
    line: 14,
    words: /"foo" in the column gender/,
  },
  'age.sql': {
    text: `${header('age').replaceAll('people', 'events')}select period_id, 'numerator' as role, 2 as heads, '7–9' as age_group from participation`,
    line: 14,
    words: /"7–9" in the column age_group/,
  },
  'cause.sql': {
    text: `${header('cause').replace('kind: count', 'kind: curve')}select period_id, person, 'numerator' as role, 'lunch' as reason, 30 as amount from participation where activity is null`,
    line: 14,
    words: /"lunch" in the column reason/,
  },
  'money_status.sql': {
    text: `${header('money_status').replaceAll('people', 'kronor')}select period_id, 12.345 as amount, 'odd' as status from period`,
    line: 14,
    words: /"odd" in the column status/,
  },
  'money_nan.sql': {
    text: `${header('money_nan').replaceAll('people', 'kronor')}select period_id, 'nan'::double as amount from period`,
    line: 14,
    words: /"nan" in the column amount/,
  },
  'surplus.sql': {
    text: `${header('surplus')}select period_id, activity, person, 'numerator' as role, 3 as antal from participation`,
    line: 14,
    words: /antal/,
  },
  'winner.sql': {
    text: `${header('winner')}select period_id, person, 'winner' as role from participation`,
    line: 14,
    words: /winner/,
  },
}

let world: Warehouse
let found: IndicatorCheck
const folder = mkdtempSync(join(tmpdir(), 'utfall-own-'))

beforeAll(async () => {
  world = await openWorld()
  await deliver(world, {
    delivery: [{ source_id: 'attendance', dataset: 'attendance', scope_end: '2025-12-31' }],
    attendance: ['Eva', 'Bo', 'Eva'].map((person, at) => ({ person, date: `2025-05-0${at + 1}` })),
  })
  for (const [name, { text }] of Object.entries(WRONG)) writeFileSync(join(folder, name), text)
  writeFileSync(
    join(folder, 'regulars.sql'),
    `${header('regulars')}select period_id, person, if(visits > 1, 'numerator', 'excluded') as role, 'rare' as reason
    from participation join period using (period_id) where period.period = '2025' and activity is null`,
  )
  found = await checkIndicators(world.connection, [agreementOf()], [folder], new Date('2026-02-01T12:00:00Z'))
})
afterAll(() => world.close())

describe('indicators check', () => {
  test('shows the rows that a sound indicator counts, by role, whatever the others are', () => {
    const place = { agreement: 'park', period_type: 'year', period: '2025', activity: null, basis: null }
    expect(found.counts.filter(({ indicator }) => indicator === 'regulars')).toEqual([
      {
        indicator: 'regulars',
        role: 'excluded',
        units: 1,
        people: 1,
        most: 1,
        examples: [{ ...place, person: someone('Bo'), reason: 'rare', amount: null }],
      },
      {
        indicator: 'regulars',
        role: 'numerator',
        units: 1,
        people: 1,
        most: 1,
        examples: [{ ...place, person: someone('Eva'), reason: 'rare', amount: null }],
      },
    ])
  })

  test('shows the first rows alone where there are many, of built-in indicators and of money too', async () => {
    const tried: string[] = []
    const { counts, faults } = await checkIndicators(
      world.connection,
      [agreementOf({ funding: [{ year: 1, amount: 365, source: 'municipality' }] })],
      [INDICATORS_FOLDER],
      new Date('2026-02-01T12:00:00Z'),
      { progress: ({ what }) => tried.push(what.en) },
    )
    expect(faults).toEqual([])
    expect(tried).toEqual(['trying all'])
    const shown = (id: string, as = '') =>
      counts.find(({ indicator, role }) => indicator === id && role === as)?.examples ?? []
    expect(shown('unique_participants', 'numerator')).toHaveLength(3)
    expect(shown('sessions', 'numerator')[0]).toMatchObject({ period: '2025', person: null, amount: 1 })
    expect(shown('funding_awarded')[0]).toMatchObject({ period: '2025-T1', basis: null, amount: 61 })
  })

  test.each(Object.entries(WRONG))('names %s, its line, and what to mend', (name, { line, words }) => {
    const faults = found.faults.filter(({ path }) => basename(path) === name)
    expect(faults).toMatchObject([{ line, sentence: { en: expect.stringMatching(words) } }])
  })

  test('leaves sound files alone', () => {
    expect(new Set(found.faults.map(({ path }) => basename(path)))).toEqual(new Set(Object.keys(WRONG)))
  })

  test('breaks off the one that never ends, and names each as it is tried alone', async () => {
    const alone = mkdtempSync(join(tmpdir(), 'utfall-own-'))
    writeFileSync(
      join(alone, 'forever.sql'),
      `${header('forever')}select 1 as period_id, 'numerator' as role, sum(a.range * b.range) as amount
      from range(100000000000) a, range(100000000000) b`,
    )
    const tried: string[] = []
    const { faults } = await checkIndicators(
      world.connection,
      [agreementOf()],
      [alone],
      new Date('2026-02-01T12:00:00Z'),
      { limit: 200, progress: ({ what }) => tried.push(what.en) },
    )
    expect(tried).toEqual(['trying all', 'trying forever'])
    expect(faults).toMatchObject([{ line: 14, sentence: { en: expect.stringContaining('broken off') } }])
  })

  test.each(['breaks_out.sql', 'reads_file.sql', 'hides_query.sql'])('%s is not counted', async (name) => {
    const alone = mkdtempSync(join(tmpdir(), 'utfall-own-'))
    writeFileSync(join(alone, name), WRONG[name]?.text ?? '')
    await expect(soundRegistry(world.connection, [alone])).rejects.toMatchObject({
      code: 'indicator_file',
      exitStatus: 2,
    })
  })
})
