import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'
import type { CellValue } from './text.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const agreement = trialAgreement({ attendance: { codes: { attendance: { F: 'absent' } } } })

/** A sheet of what stands in its cells: `K10 3` a number, `K10 '03` a text of digits, as they are typed into Excel. */
async function cardOf(...written: string[]) {
  const rows: CellValue[][] = Array.from({ length: 80 }, () => Array.from({ length: 50 }, () => null))
  for (const cell of written.flatMap((text) => text.split('|'))) {
    const [, letters = '', digits = '', value = ''] = /^\s*([A-Z]+)(\d+) ?(.*?)\s*$/.exec(cell) ?? []
    const column = [...letters].reduce((sum, letter) => sum * 26 + (letter.codePointAt(0) ?? 0) - 64, 0) - 1
    const row = rows[Number(digits) - 1]
    if (row === undefined) throw new Error(`No such cell: ${cell}`)
    row[column] = /^[\d.]+$/.test(value) ? Number(value) : value.replace(/^'/, '') || null
  }
  return writeXlsx({ sheets: [{ name: 'Närvarokort', rows }] })
}

const GOTEBORG = [
  "A1 Närvarokort nr:|E1 '117|G1 År:|I1 2025|A3 Verksamhet|D3 Kurs|J2 Aktivitet",
  'J7 började:|J9 slutade:|J10 månad:|J11 dag:|AU10 Deltagartillfällen|AU11 pojkar 7-25|AV11 flickor 7-25',
  'A12 Namn på deltagare|H12 kön|I12 Postnr|J12 Födelsedata',
  "K2 Vecka 10|K7 '18|K9 '20|K10 '03|K11 '04",
  'L2 Mötesplats|L7 17.5|L9 19|L10 3|L11 11',
  "A13 1|B13 Elsa Testsson|H13 K|I13 411 01|J13 '20120517|K13 1|AU13 1",
  'A14 2|B14 Nils Testsson|H14 M|I14 41102|J14 18900102-9819|K14 x|L14 F',
  "A15 3|B15 Ledare:|C15 Lo Testsson|H15 m|J15 '900101|K15 X",
  'A77 Antal sammankomster:|J77 Summa|K77 3|L77 1',
].join('|')

test('a number that stands for two names on a card is pointed out, wherever they have their marks', async () => {
  const card = await cardOf(
    GOTEBORG,
    "E1 '118|B15 Ledare: |C15 Nils Testsson|J15 18900102-9819|B16 Alva Annan|J16 900102+9819|M2 Kurs|M10 3|M11 18|M16 1",
  )
  const receipt = await trial.deliver(agreement, 'attendance/namn.xlsx', card, { dryRun: true })
  expect(receipt.faults.find(({ rule }) => rule === 'number_under_several_names')).toMatchObject({
    count: 1,
    examples: [{ line: 16 }],
  })
  expect(JSON.stringify(receipt)).not.toMatch(/Testsson|Annan|0102.?9819/)
})

test('the card of Göteborg', async () => {
  const receipt = await trial.deliver(agreement, 'attendance/goteborg.xlsx', await cardOf(GOTEBORG))
  expect(receipt).toMatchObject({
    format: 'xlsx Göteborg',
    rows: { read: 4, new: 3, quarantined: 1 },
    faults: [
      {
        rule: 'not_a_time',
        examples: [{ line: 14, column: 'började', cells: { kolumn: '117 VT2025 L', började: '17.5' } }],
      },
      { rule: 'card_rows_as_persons', sentence: { sv: expect.stringContaining(': 2.') } },
    ],
  })
  expect(
    await trial.rows(`select date, activity, session, start_time, minutes, attendance, role, birth_year, gender, district
      from attendance order by role::varchar, district desc`),
  ).toEqual([
    seen({ role: 'leader', birth_year: 1990, gender: 'man', district: null }),
    seen({ birth_year: null, gender: 'man', district: '41102' }),
    seen({ birth_year: 2012, gender: 'woman', district: '41101' }),
  ])
  // a pseudonym may have any four digits in it
  const told = await trial.rows('select * exclude (person) from attendance')
  expect(JSON.stringify(told)).not.toMatch(/Testsson|9819/)
  expect(await trial.rows('select line from attendance order by line')).toEqual(
    ['13', '14', '15'].map((line) => ({ line })),
  )
  expect(await trial.rows('select line from quarantine')).toEqual([{ line: '14' }])
})

const seen = (more: object) => ({
  date: '2025-03-04',
  activity: 'kurs',
  session: '117 VT2025 K',
  start_time: '18:00:00',
  minutes: 120,
  attendance: 'present',
  role: 'participant',
  ...more,
})

const STOCKHOLM = [
  'A1 Närvarokort Nr|D1 HT-25|A5 Okänd|C5 Avdelning X|F4 Aktivitet|F10 Starttid|F11 Sluttid|F12 Månad|F13 Dag',
  'B14 Förnamn|C14 Efternamn|D14 Kön|E14 Postnr|F14 Född år',
  'AE12 Kommunala medlemsaktiviteter|AE14 7-9|AE15 1|AH14 17-20|AH15 s',
  "G4 Kurs|G10 '18|G11 '19|G12 '09|G13 '31|H4 Kurs|H10 18|H11 19|H12 10|H13 7",
  "A15 1|B15 Elsa|C15 Testsson|D15 k|E15 '11122|F15 2012|G15 x|H15 x",
  'A16 2|B16 Nils|C16 Testsson|D16 ?|F16 ?|H16 X',
  'A50 Statligt aktivitetsstöd:|F50 Summa|G50 1|H50 2',
].join('|')

test('the card of Stockholm', async () => {
  const receipt = await trial.deliver(agreement, 'attendance/stockholm.xlsx', await cardOf(STOCKHOLM))
  expect(receipt).toMatchObject({
    format: 'xlsx Stockholm',
    rows: { read: 3, new: 2, quarantined: 1 },
    faults: [
      {
        rule: 'not_a_date',
        examples: [{ line: 15, column: 'månad och dag', cells: { 'månad och dag': '2025-09-31' } }],
      },
      { rule: 'card_rows_as_persons' },
    ],
  })
  const persons = `select count(distinct person)::integer as persons, min(birth_year) as birth_year from attendance
    where date = '2025-10-07'`
  expect(await trial.rows(persons)).toEqual([{ persons: 2, birth_year: 2012 }])
})

test('the same card again changes nothing, and a mark more is one row more', async () => {
  const source = { attendance: { replaces: 'period' as const } }
  const replacing = trialAgreement(source)
  await trial.deliver(replacing, 'attendance/kort.xlsx', await cardOf(GOTEBORG, 'L7 17|L14'))
  const more = await cardOf(GOTEBORG, 'L7 17|L14 1|L13 1')
  const receipt = await trial.deliver(replacing, 'attendance/kort-ny.xlsx', more)
  expect(receipt.rows).toMatchObject({ read: 5, new: 2, unchanged: 3, removed: 0 })
})

test('the year of a card is in the name of its file, or nowhere', async () => {
  const without = await cardOf(GOTEBORG, 'I1|L14')
  const told = await trial.deliver(agreement, 'attendance/kort 2026.xlsx', without)
  expect(told.rows.new).toBe(3)
  const untold = await trial.deliver(agreement, 'attendance/kort.xlsx', without)
  expect(untold.faults).toMatchObject([{ rule: 'card_without_year' }, { rule: 'file_delivered_before' }])
})

test('a card without marks is turned away', async () => {
  const empty = await cardOf(GOTEBORG, 'K13|K14|K15|L14')
  const receipt = await trial.deliver(agreement, 'attendance/tomt.xlsx', empty)
  expect(receipt).toMatchObject({ verdict: 'rejected', faults: [{ rule: 'card_without_marks' }] })
})
