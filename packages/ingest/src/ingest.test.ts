import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTrial, trialAgreement } from './trial.ts'
import type { Trial } from './trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const two = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((n) => String(n).padStart(2, '0'))
const identityNumber = fc
  .tuple(
    fc.constantFrom('19', '20', ''),
    two(10, 25),
    two(1, 12),
    two(1, 28),
    fc.constantFrom('', '-', ' ', '–'),
    fc.integer({ min: 1000, max: 9999 }).map(String),
  )
  .map((parts) => parts.join(''))
const dirty = fc.constantFrom('', ' ', 'x', '=1+1', '"', 'a"b', 'å', '99', '-1', '\u00a0')
const cell = {
  date: fc.oneof(
    { weight: 6, arbitrary: fc.tuple(two(2, 4), two(1, 30)).map(([month, day]) => `2025-${month}-${day}`) },
    { weight: 1, arbitrary: dirty },
  ),
  activity: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom('kurs', 'Mötesplats', 'motesplats') },
    { weight: 1, arbitrary: dirty },
  ),
  participant: fc.oneof(fc.constantFrom('m1', 'm2', '19900101', ''), identityNumber, dirty),
  session: fc.oneof(fc.constantFrom('', 'ett', 'två'), identityNumber, dirty),
  minutes: fc.oneof(fc.constantFrom('', '60', '90,0'), dirty),
  gender: fc.oneof(fc.constantFrom('', 'woman'), identityNumber, dirty),
  district: fc.oneof(fc.constantFrom('', 'Edsberg'), identityNumber),
}
const row = fc.record(cell)
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never

const HEADERS = Object.keys(cell)
const quoted = (text: string) => (/[";]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
const csvOf = (rows: readonly Row[]) =>
  `${HEADERS.join(';')}\n${rows.map((each) => Object.values(each).map(quoted).join(';')).join('\n')}\n`

const TABLES = ['attendance', 'person', 'quarantine', 'delivery', 'delivery_fault', 'setting']

test('whatever comes in: the row sum holds, a second time changes nothing, and no identity number is kept', async () => {
  const agreement = trialAgreement({ attendance: { replaces: 'period' } })
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 25 }),
      fc.constantFrom('2025-03', 'utan', '2025'),
      async (rows, name) => {
        const path = `attendance/${name}.csv`
        const first = await trial.deliver(agreement, path, csvOf(rows), { accept: true })
        const { read, new: added, changed, unchanged, duplicate, quarantined } = first.rows
        expect(read).toBe(added + changed + unchanged + duplicate + quarantined)
        const kept = await trial.rows('select * exclude (delivery, line) from attendance order by all')
        const second = await trial.deliver(agreement, path, csvOf(rows), { accept: true })
        expect(second.rows).toMatchObject({ read, new: 0, changed: 0, removed: 0, duplicate, quarantined })
        expect(await trial.rows('select * exclude (delivery, line) from attendance order by all')).toEqual(
          kept,
        )
        const everything = await everythingKept()
        for (const digits of numbersIn(rows)) expect(everything).not.toContain(digits)
      },
    ),
    { numRuns: 12 },
  )
})

/** The last ten digits of every cell that has as many. */
function numbersIn(rows: readonly Row[]): string[] {
  return rows
    .flatMap((each) => Object.values(each))
    .map((text) => text.replaceAll(/\D/g, '').slice(-10))
    .filter((digits) => digits.length === 10)
}

/** Every row of every table and every receipt, as one text without the signs that senders put into numbers. */
async function everythingKept(): Promise<string> {
  const rows = await Promise.all(
    TABLES.map((table) => trial.rows(`select * exclude (${HIDDEN[table] ?? 'delivery'}) from ${table}`)),
  )
  const receipts = readdirSync(trial.home.receipts).map((name) =>
    readFileSync(join(trial.home.receipts, name), 'utf8').replaceAll(HASH, ''),
  )
  return `${JSON.stringify(rows)}${receipts.join('')}`.replaceAll(/[-–+ ]/g, '')
}

/** Hashes are sixty-four hexadecimal digits, and a chance run of ten decimals in them says nothing. */
const HASH = /[0-9a-f]{32,}/g
const HIDDEN: Readonly<Record<string, string>> = {
  attendance: 'person',
  person: 'person',
  quarantine: 'key_hash',
  delivery: 'sha256',
  delivery_fault: 'delivery',
  setting: '"value"',
}

test('a file name that holds an identity number is masked wherever it is told', async () => {
  const agreement = trialAgreement({ attendance: {} })
  const told: string[] = []
  const receipt = await trial.deliver(
    agreement,
    'attendance/19811218-9876.csv',
    'datum;aktivitet;deltagare\n2025-03-01;kurs;a\n',
    {
      progress: ({ file }) => told.push(file),
    },
  )
  expect(receipt.file).toBe('attendance/•••.csv')
  expect(new Set(told)).toEqual(new Set(['attendance/•••.csv']))
  expect(readdirSync(trial.home.receipts).join(' ').replaceAll('-', '')).not.toContain('8112189876')
})
