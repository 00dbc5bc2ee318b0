import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  DateDay,
  Decimal,
  Dictionary,
  Int16,
  Table,
  TimeSecond,
  TimestampMicrosecond,
  Utf8,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FEATHER_LZ4, FEATHER_ZSTD } from '../columnar/feather-sample.ts'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const agreement = trialAgreement({
  attendance: { replaces: 'everything' },
  funding: { replaces: 'everything' },
})

const ARROW = new Table({
  Datum: vectorFromArray([new Date('2025-03-01'), new Date('2025-03-02'), null], new DateDay()),
  aktivitet: vectorFromArray(['kurs', 'Mötesplats', 'kurs'], new Dictionary(new Utf8(), new Int16())),
  deltagare: vectorFromArray(['a', 'b', 'c'], new Utf8()),
  starttid: vectorFromArray([18 * 3600 + 1800, 61, null], new TimeSecond()),
  minuter: vectorFromArray([60, 90.5, null]),
})
const inArrow = (form: 'file' | 'stream') => tableToIPC(ARROW, form)

const deliver = (path: string, content: Uint8Array) =>
  trial.deliver(agreement, path, content, { accept: true })
const rulesOf = async (path: string, content: Uint8Array) =>
  (await deliver(path, content)).faults.map(({ rule }) => rule)

/** What DuckDB writes of a SELECT. */
async function parquet(select: string): Promise<Buffer> {
  const file = trial.write('skrivet/fil.parquet', '')
  await trial.rows(`copy (${select}) to '${file}' (format parquet)`)
  return readFileSync(file)
}

describe.each(['file', 'stream'] as const)('Arrow as a %s', (form) => {
  test('has days, times and dictionaries as what they are', async () => {
    const receipt = await deliver(`attendance/${form}.bin`, inArrow(form))
    expect(receipt).toMatchObject({ format: 'arrow', rows: { read: 3, quarantined: 2 } })
    expect(receipt.faults.map(({ rule, examples }) => [rule, examples[0]?.line])).toEqual(
      expect.arrayContaining([
        ['value_missing', 3],
        ['not_a_whole_number', 2],
      ]),
    )
    expect(await trial.rows('select date, activity, start_time, minutes from attendance')).toEqual([
      { date: '2025-03-01', activity: 'kurs', start_time: '18:30:00', minutes: 60 },
    ])
  })

  test('that is cut off is stopped', async () => {
    const whole = inArrow(form)
    expect(await rulesOf('attendance/del.arrow', whole.subarray(0, -30))).toEqual(['columnar_damaged'])
    for (const left of [400, 9])
      expect((await deliver('attendance/del.arrow', whole.subarray(0, left))).verdict).toBe('rejected')
  })
})

test('Arrow keeps the öre, and knows the time zone of a moment', async () => {
  const table = new Table({
    date: vectorFromArray([Date.parse('2025-06-30T22:30:00Z')], new TimestampMicrosecond('UTC')),
    amount: vectorFromArray(
      [new Uint32Array([0xffffffce, 0xffffffff, 0xffffffff, 0xffffffff])],
      new Decimal(2, 18),
    ),
    kind: vectorFromArray(['payment'], new Utf8()),
  })
  const zipped = tableToIPC(table, 'file')
  expect((await deliver('funding/tal.arrow', zipped)).rows).toMatchObject({ read: 1, quarantined: 0 })
  expect(await trial.rows('select date, amount from funding')).toEqual([
    { date: '2025-07-01', amount: '-0.50' },
  ])
})

// What pandas writes by default: Feather 2 with LZ4 (pyarrow 25.0.1), and the same with Zstandard.
test.each([
  ['lz4', FEATHER_LZ4],
  ['zstd', FEATHER_ZSTD],
])('Feather packed with %s is unpacked', async (packed, content) => {
  const receipt = await deliver(`attendance/${packed}.feather`, Buffer.from(content, 'base64'))
  expect(receipt.rows).toMatchObject({ read: 6, duplicate: 4, quarantined: 0 })
})

describe('Parquet', () => {
  const SESSIONS = `
    select date '2025-03-01' as Datum, 'kurs' as Aktivitet, 198001012386 as Personnummer, time '18:30' as start,
      timestamp '2025-03-01 20:00:00.123' as slut, 90::double as minuter
    union all select null, 'kurs', 199001012385, null, null, null`

  test('has its columns as the dataset, by type', async () => {
    const receipt = await deliver('attendance/[1] närvaro*.parquet', await parquet(SESSIONS))
    expect(receipt).toMatchObject({ format: 'parquet', rows: { read: 2, quarantined: 1 } })
    expect(receipt.faults.find(({ rule }) => rule === 'value_missing')?.examples).toMatchObject([{ line: 2 }])
    expect(
      await trial.rows(
        'select date, start_time, end_time, minutes, kind from attendance join person using (person)',
      ),
    ).toEqual([
      { date: '2025-03-01', start_time: '18:30:00', end_time: '20:00:00', minutes: 90, kind: 'personal' },
    ])
  })

  test('of no known path finds its source by its columns', async () => {
    const content = await parquet(
      `select '2025-07-31 23:30:00+00'::timestamptz as date, 1.25 as amount, 'payment' as kind`,
    )
    const receipt = await deliver(join('..', 'annanstans.parquet'), content)
    expect(receipt).toMatchObject({ source: 'funding', rows: { read: 1, quarantined: 0 } })
    expect(await trial.rows('select date, amount from funding')).toEqual([
      { date: '2025-08-01', amount: '1.25' },
    ])
  })

  test('that is cut off, changed, or of other columns is stopped', async () => {
    const whole = await parquet(SESSIONS)
    const changed = Buffer.from(whole).fill(0x41, whole.length - 120, whole.length - 20)
    for (const damaged of [whole.subarray(0, -40), whole.subarray(0, 4), changed])
      expect(await rulesOf('attendance/fel.parquet', damaged)).toEqual(['columnar_damaged'])
    expect(await rulesOf('attendance/annat.parquet', await parquet('select 1 as telefon'))).toContain(
      'column_missing',
    )
  })
})
