import fc from 'fast-check'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

/** One that has had no file yet. */
const freshAgreement = () => trialAgreement({ costs: {} }, { id: `forms-${(count += 1)}` })
let count = 0

/** Days as senders write them, of `2025-03-01`. */
const DAYS: readonly ((iso: string) => string)[] = [
  (iso) => iso,
  (iso) => iso.replaceAll('-', ''),
  (iso) => `${Number(iso.slice(8))}/${Number(iso.slice(5, 7))} ${iso.slice(0, 4)}`,
  (iso) => `${iso} 18:30`,
  (iso) => String(Math.round(Date.parse(iso) / 86_400_000) + 25_569),
  (iso) => `${Math.round(Date.parse(iso) / 86_400_000) + 25_569},75`,
]
/** Whole öre as senders write kronor. */
const NUMBERS: readonly ((ore: number) => string)[] = [
  (ore) => kronor(ore, '', '.'),
  (ore) => kronor(ore, '', ','),
  (ore) => kronor(ore, ' ', ','),
  (ore) => kronor(ore, '\u00a0', ','),
  (ore) => kronor(ore, ' ', '.'),
]
const ENCODINGS: readonly ((text: string) => Buffer)[] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le'),
  (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16(),
  (text) => Buffer.from(text, 'utf16le'),
  (text) => Buffer.from(text, 'utf16le').swap16(),
  (text) => iconv.encode(text, 'windows-1252'),
  (text) => iconv.encode(text, 'cp437'),
]

function kronor(ore: number, thousands: string, point: string): string {
  const [whole = '', part = ''] = (Math.abs(ore) / 100).toFixed(2).split('.')
  return `${ore < 0 ? '-' : ''}${whole.replace(/\B(?=(?:\d{3})+$)/g, thousands)}${point}${part}`
}

const row = fc.record({
  day: fc
    .integer({ min: 0, max: 364 })
    .map((day) => new Date(Date.UTC(2025, 0, 1 + day)).toISOString().slice(0, 10)),
  ore: fc.integer({ min: -999_999_999, max: 999_999_999 }),
  account: fc.integer({ min: 1000, max: 8999 }).map(String),
  // Signs that all five encodings have, and those that cells are told apart by.
  text: fc
    .string({ unit: fc.constantFrom(...'abcÅÄÖåäöé ;,|\t"x-\'='), maxLength: 12 })
    .map((text) => text.trim()),
})
type Row = typeof row extends fc.Arbitrary<infer Value> ? Value : never

const form = fc.record({
  encode: fc.constantFrom(...ENCODINGS),
  separator: fc.constantFrom(';', ',', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  day: fc.constantFrom(...DAYS),
  number: fc.constantFrom(...NUMBERS),
  always: fc.boolean(),
  blankLine: fc.boolean(),
  lastEnd: fc.boolean(),
})
type Form = typeof form extends fc.Arbitrary<infer Value> ? Value : never

function fileOf(
  rows: readonly Row[],
  { encode, separator, end, day, number, always, blankLine, lastEnd }: Form,
): Buffer {
  const quoted = (cell: string) =>
    always || cell.includes(separator) || cell.includes('"') ? `"${cell.replaceAll('"', '""')}"` : cell
  const lines = rows.map((each) =>
    [day(each.day), number(each.ore), each.account, each.text].map(quoted).join(separator),
  )
  const text = [
    ['Datum', 'Belopp', 'Konto', 'Text'].join(separator),
    ...(blankLine ? [''] : []),
    ...lines,
  ].join(end)
  return encode(lastEnd ? text + end : text)
}

/** A first text with Swedish letters: without any, the single-byte encodings are the same bytes. */
const FIRST: Row = { day: '2025-03-01', ore: 145_000_050, account: '5010', text: 'Örebro Åkeri, é' }

test('the same rows in any form load to the same rows of the warehouse', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 6 }), form, async (more, chosen) => {
      const rows = [FIRST, ...more]
      const agreement = freshAgreement()
      const receipt = await trial.deliver(agreement, 'costs/form.csv', fileOf(rows, chosen))
      expect(receipt.faults).toEqual([])
      const kept = await trial.rows(
        `select date::varchar as day, (amount * 100)::integer as ore, account, text, line::integer as line
         from costs where agreement = '${agreement.id}' order by line`,
      )
      const first = chosen.blankLine ? 3 : 2
      expect(kept).toEqual(
        rows.map((each, index) => ({ ...each, text: each.text || null, line: index + first })),
      )
    }),
    { numRuns: 60 },
  )
})

test.each([
  ['a byte that is no character', Buffer.from([0xc3, 0x28])],
  ['a character that is cut', Buffer.from([0xe2, 0x82])],
])('UTF-8 with %s is still UTF-8, and that is pointed out', async (_, bytes) => {
  const text = Buffer.from('datum;belopp;konto;text\n2025-03-01;5;5010;Örebro\n2025-03-02;5;5010;')
  const agreement = freshAgreement()
  const receipt = await trial.deliver(agreement, 'costs/broken.csv', Buffer.concat([text, bytes]))
  expect(receipt).toMatchObject({ format: 'csv utf-8 ;', faults: [{ rule: 'characters_broken' }] })
  expect(await trial.rows(`select text from costs where line = 2 and agreement = '${agreement.id}'`)).toEqual(
    [{ text: 'Örebro' }],
  )
})

test.each([
  ['a row that never ends', 'row_too_long', `datum;belopp\n2025-03-01;${'9'.repeat(1 << 21)}`],
  ['a header that never ends', 'row_too_long', `${'datum;'.repeat(1 << 18)}\n2025-03-01;5`],
  [
    'a cell in quotes that is too long',
    'row_too_long',
    `datum;belopp\n2025-03-01;"${'9'.repeat(1 << 21)}"\n`,
  ],
  ['more columns than any sheet', 'too_many_columns', `datum;belopp${';x'.repeat(20_000)}\n2025-03-01;5\n`],
])('%s is stopped', async (_, rule, text) => {
  expect(await trial.deliver(freshAgreement(), 'costs/endless.csv', text)).toMatchObject({
    verdict: 'rejected',
    faults: [{ rule }],
  })
})
