import fc from 'fast-check'
import iconv from 'iconv-lite'
import { expect, test } from 'vitest'
import { startTextForm } from '../readers/encoding.ts'
import { splitLines } from './lines.ts'
import { endedVoucher, isCutOff, startSie, vouchersIn } from './parse.ts'
import { sieFaults } from './faults.ts'

interface Row {
  readonly account: string
  readonly objects: readonly (readonly [dimension: number, object: string])[]
  readonly ore: number
  readonly text: string
}

const texts = fc
  .array(fc.constantFrom('Hyra', 'mars', 'å', 'Ödman', 'för "fika"', '{a}', 'kr 10', '#TRANS', '4,5'), {
    maxLength: 3,
  })
  .map((words) => words.join(' '))
const row: fc.Arbitrary<Row> = fc.record({
  account: fc.integer({ min: 1000, max: 8999 }).map(String),
  objects: fc.uniqueArray(fc.tuple(fc.constantFrom(1, 6, 20), fc.constantFrom('100', 'P 7', 'å}2')), {
    maxLength: 2,
    selector: ([dimension]) => dimension,
  }),
  ore: fc.integer({ min: -5_000_000, max: 5_000_000 }),
  text: texts,
})
const vouchers = fc.array(
  fc.record({
    day: fc.integer({ min: 10, max: 28 }),
    text: texts,
    rows: fc.array(row, { minLength: 1, maxLength: 4 }),
  }),
  { minLength: 1, maxLength: 4 },
)

/** How a program writes: what the format leaves free, and what programs do besides. */
const habits = fc.record({
  gap: fc.constantFrom(' ', '\t', '  '),
  indent: fc.constantFrom('', '   ', '\t'),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8', 'win1252', 'cp437'),
  quotes: fc.boolean(),
  capitals: fc.boolean(),
  decimals: fc.constantFrom(2, 4),
  braces: fc.boolean(),
  corrections: fc.boolean(),
  more: fc.boolean(),
})
type Voucher =
  typeof vouchers extends fc.Arbitrary<infer V> ? (V extends readonly (infer One)[] ? One : never) : never
type Habits = typeof habits extends fc.Arbitrary<infer H> ? H : never

function written(all: readonly Voucher[], habit: Habits): string {
  const { gap, indent, end, quotes, capitals, decimals, braces, corrections, more } = habit
  const textOf = (text: string) =>
    quotes || /[\s"{}]|^$/.test(text) ? `"${text.replaceAll('"', '\\"')}"` : text
  const label = (name: string) => (capitals ? name : name.toLowerCase())
  const amount = (ore: number) => (ore / 100).toFixed(decimals)
  const trans = (name: string, { account, objects, ore, text }: Row) =>
    [
      `${indent}${label(name)}`,
      account,
      `{${objects.map(([dimension, object]) => `${textOf(String(dimension))}${gap}${textOf(object)}`).join(gap)}}`,
      amount(ore),
      ...(text === '' ? [] : ['""', textOf(text)]),
      ...(more && text !== '' ? ['1', textOf('signatur')] : []),
    ].join(gap)
  const lines = all.flatMap(({ day, text, rows }, index) => {
    const total = rows.reduce((sum, { ore }) => sum + ore, 0)
    const counter = { account: '1930', objects: [], ore: -total, text: '' }
    const body = [...rows, counter].flatMap((each) => [
      ...(corrections ? [trans('#BTRANS', { ...each, ore: 77 }), trans('#RTRANS', each)] : []),
      trans('#TRANS', each),
    ])
    const head = [label('#VER'), 'A', String(index + 1), `202503${day}`, textOf(text)].join(gap)
    return [head, ...(braces ? ['{', ...body, '}'] : body), ...(more ? ['', '#NYTT x y z'] : [])]
  })
  const first = ['#FLAGGA 0', '#FORMAT PC8', '#SIETYP 4', '#RAR 0 20250101 20251231']
  return [...first, '#FNAMN "Föreningen på Ön"', ...lines, ''].join(end)
}

test('what any program writes is read as it was booked, in three encodings', () => {
  fc.assert(
    fc.property(vouchers, habits, (all, habit) => {
      const bytes = iconv.encode(written(all, habit), habit.encoding)
      const form = startTextForm()
      form.look(bytes)
      const { lines } = splitLines(`${iconv.decode(bytes, form.form().encoding)}\n`)
      const reading = startSie()
      const read = [...vouchersIn(reading, { first: 1, lines }), ...endedVoucher(reading)]
      expect(isCutOff(reading)).toBe(false)
      expect(
        read.map(({ number, date, rows }) => ({
          number,
          date,
          rows: rows.slice(0, -1).map(({ account, objects, ore, text }) => ({ account, objects, ore, text })),
        })),
      ).toEqual(
        all.map(({ day, text, rows }, index) => ({
          number: String(index + 1),
          date: `2025-03-${day}`,
          rows: rows.map((each) => ({
            account: each.account,
            objects: each.objects.map(([dimension, object]) => ({ dimension, object })),
            ore: BigInt(each.ore),
            text: each.text || text,
          })),
        })),
      )
      expect(reading.file.vouchers).toMatchObject({ count: all.length, unbalanced: 0, outsideYear: 0 })
      expect(sieFaults(reading, false, 0)).toEqual([])
    }),
    { numRuns: 150 },
  )
})
