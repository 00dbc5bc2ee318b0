import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const agreement = trialAgreement({ funding: { replaces: 'everything' } })
const TEXT =
  'Datum;Belopp;Typ;Källa;Anmärkning\n1/3 2025;1 450 000,50;payment;Örebro Åkeri Ähl;\n20250302;-3;payment;;sent\n'
const LOADED = [
  { date: '2025-03-01', amount: '1450000.50', source: 'Örebro Åkeri Ähl', note: null, line: '2' },
  { date: '2025-03-02', amount: '-3.00', source: null, note: 'sent', line: '3' },
]

/** Each for an agreement of its own, so that no file is older than another. */
async function loadedFrom(content: string | Uint8Array) {
  const own = { ...agreement, id: `own-${(count += 1)}` }
  const receipt = await trial.deliver(own, 'funding/fil.txt', content)
  const rows = await trial.rows(
    `select date, amount, source, note, line from funding where agreement = '${own.id}' order by line`,
  )
  return { receipt, rows }
}
let count = 0

describe.each([
  ['utf-8', (text: string) => Buffer.from(text)],
  ['utf-8', (text: string) => Buffer.from(`\ufeff${text}`)],
  ['utf-16le', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')],
  ['utf-16le', (text: string) => Buffer.from(text, 'utf16le')],
  ['utf-16be', (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ['windows-1252', (text: string) => iconv.encode(text, 'windows-1252')],
  ['cp437', (text: string) => iconv.encode(text, 'cp437')],
] as const)('%s', (encoding, encode) => {
  test.each(['\n', '\r\n', '\r'])('is read with lines that end in %j', async (end) => {
    const { receipt, rows } = await loadedFrom(encode(TEXT.replaceAll('\n', end)))
    expect(receipt.format).toBe(`csv ${encoding} ;`)
    expect(rows).toEqual(LOADED)
  })
})

test.each([
  [',', 'csv utf-8 ,'],
  ['\t', 'csv utf-8 tab'],
  ['|', 'csv utf-8 |'],
])('cells are separated by %j', async (separator, format) => {
  const { receipt, rows } = await loadedFrom(TEXT.replace('000,50', '000.50').replaceAll(';', separator))
  expect(receipt.format).toBe(format)
  expect(rows).toEqual(LOADED)
})

test('quotes may hold separators, quotes and lines; a line is counted where the row begins', async () => {
  const { rows } = await loadedFrom(
    'sep=;\ndatum;belopp;typ;not\n\n2025-03-01;5;payment;"a;""b""\nc"\n2025-03-02;6;payment;d\n',
  )
  expect(rows).toMatchObject([
    { note: 'a;"b"\nc', line: '4' },
    { note: 'd', line: '6' },
  ])
})

test('rows without anything in them are no rows, and cells after the last header are a habit', async () => {
  const { receipt } = await loadedFrom(
    'datum;belopp;typ\n;;\n2025-03-01;5;payment;;\n2025-03-02;5;payment\n;;\n',
  )
  expect(receipt.rows).toMatchObject({ read: 2, quarantined: 0 })
})

test('rows keep their lines where the engine reads a large file in parts, and what is wrong with two of them is pointed at', async () => {
  const own = trialAgreement({ attendance: { replaces: 'everything' } }, { id: 'lines' })
  const rows = Array.from({ length: 250_000 }, (_, at) => {
    const line = at + 2
    return line === 200_000
      ? '2025-03-01;kurs;m1'
      : `2025-03-01;kurs;m${line % 5000};${line}${line % 9000 ? '' : ';'}`
  })
  rows[100] = ' ;;;'
  rows[400] = String(rows[300])
  const receipt = await trial.deliver(
    own,
    'attendance/lines.csv',
    `datum;aktivitet;deltagare;sammankomst\n${rows.join('\n')}\n\n`,
  )
  expect(receipt.rows).toMatchObject({ read: 249_999, new: 249_997, duplicate: 1, quarantined: 1 })
  expect(receipt.faults).toMatchObject([
    {
      rule: 'wrong_cell_count',
      count: 1,
      examples: [{ line: 200_000, cells: { deltagare: '•••', sammankomst: null } }],
    },
    { rule: 'twice_at_session', count: 1, examples: [{ line: 302, cells: { sammankomst: '302' } }] },
  ])
  expect(await trial.rows('select line from attendance where session <> line::varchar')).toEqual([
    { line: '402' },
  ])
  expect(await trial.rows('select line, key_hash is not null as keyed from quarantine')).toEqual([
    { line: '200000', keyed: true },
  ])
})

test.each(['BELOPP', 'belopp', 'Summa', 'Amount', 'a-m o_u-n t', 'Pengar'])(
  '%s is the amount',
  async (header) => {
    const named = trialAgreement({ funding: { columns: { pengar: 'amount' } } })
    const receipt = await trial.deliver(
      named,
      'funding/h.csv',
      `datum;${header};typ\n2025-03-01;5;payment\n`,
      { dryRun: true },
    )
    expect(receipt).toMatchObject({ verdict: 'approved', rows: { read: 1, quarantined: 0 } })
  },
)

test.each([
  '2025-03-01',
  '20250301',
  '1/3 2025',
  '2025-03-01 18:30',
  '45717',
  '45717,75',
  '2025-03-01T18:30:00',
  '2025-03-01T18:30:00.000Z',
  '2025-03-01 18:30:00+01:00',
  '1.3.2025',
])('%s is the first of March', async (date) => {
  const { rows } = await loadedFrom(`datum;belopp;typ\n${date};5;payment\n`)
  expect(rows).toMatchObject([{ date: '2025-03-01' }])
})

test.each([
  ['a title', 'Bidrag 2025\n\nUtskrivet av Bo, 2025-04-01\n'],
  ['a title with a cell for each column', 'Bidrag 2025;;\n;;\n'],
  ['a cell that is a header too', 'Typ;Bidrag;\n'],
])('headers may stand below %s', async (_, title) => {
  const { receipt, rows } = await loadedFrom(`${title}Datum;Belopp;Typ\n2025-03-01;1 450:-;payment\n`)
  expect(receipt).toMatchObject({ verdict: 'approved', rows: { read: 1 } })
  expect(rows).toMatchObject([
    { date: '2025-03-01', amount: '1450.00', line: String(title.split('\n').length + 1) },
  ])
})

describe('a file whose place does not tell its source', () => {
  const two = trialAgreement({ funding: {}, headcount: {} })
  const headcount = 'datum;aktivitet;antal\n2025-03-01;kurs;3\n'

  test('is told by its headers', async () => {
    expect(await trial.deliver(two, 'losa/besok.csv', headcount, { dryRun: true })).toMatchObject({
      source: 'headcount',
      verdict: 'approved',
    })
  })

  test('is stopped when they fit several sources, or none', async () => {
    const twins = {
      ...two,
      sources: two.sources.flatMap((source) => [source, { ...source, id: `${source.id}-2` }]),
    }
    const several = await trial.deliver(twins, 'losa/besok.csv', headcount, { dryRun: true })
    expect(several).toMatchObject({
      source: null,
      verdict: 'rejected',
      faults: [{ rule: 'source_ambiguous' }],
    })
    const none = await trial.deliver(two, 'losa/annat.csv', 'a;b\n1;2\n', { dryRun: true })
    expect(none).toMatchObject({ verdict: 'rejected', faults: [{ rule: 'source_unknown' }] })
  })

  test('is stopped when it is not there', async () => {
    const [receipt] = await trial.run(two, { files: ['/nowhere/fil.csv'] })
    expect(receipt).toMatchObject({ verdict: 'rejected', faults: [{ rule: 'file_missing' }] })
  })
})

test('each dataset has its way into the warehouse', async () => {
  const files = {
    participants: 'deltagare;födelsedatum;kön;område\na;2001-02-03;woman;Edsberg\n',
    attendance: 'datum;aktivitet;deltagare;start;slut\n2025-03-01;Mötesplats;a;23:00;01:30\n',
    headcount: 'datum;aktivitet;antal;åldersgrupp\n2025-03-01;kurs;0;13-15\n',
    engagements: 'deltagare;startdatum;slutdatum;orsak\na;2025-03-01;;\n',
    statuses: 'deltagare;datum;domän;värde;skede\na;2025-03-01;occupation;neither;start\n',
    memberships: 'deltagare;förening;medlem från\na;IK Ett;2025-03-01\n',
    surveys: `deltagare;datum;skede;${Array.from({ length: 10 }, (_, index) => `Fråga ${index + 1}`).join(';')}\na;2025-03-01;start;1;2;3;4;1;2;3;4;1;2\n`,
    funding: 'datum;belopp;typ;källa\n2025-03-01;12;volunteer_hours;föreningen\n',
    costs: 'datum;belopp;konto;text\n2025-03-01;1 000,50;4010;Hyra\n',
    reference: 'serie;kommun;år;värde\nN02797;0163;2023;7,5\n',
  }
  const all = trialAgreement(Object.fromEntries(Object.keys(files).map((dataset) => [dataset, {}])))
  for (const [dataset, content] of Object.entries(files)) trial.write(`${dataset}/alla.csv`, content)
  const receipts = await trial.run(all, {
    agreements: [{ agreement: { ...all, id: 'alla' }, deliveries: trial.deliveries }],
  })
  const these = receipts.filter(({ file }) => file.endsWith('alla.csv'))
  expect(these.map(({ verdict, rows }) => [verdict, rows.new])).toEqual(
    Object.keys(files).map(() => ['approved', 1]),
  )
  const row = async (table: string, columns: string) =>
    (
      await trial.rows(
        `select ${columns} from ${table} where agreement = 'alla' and line = 2 and delivery in (select delivery from delivery where file like '%alla.csv')`,
      )
    )[0]
  expect(await row('participants', 'known_from, birth_year, gender, district')).toEqual({
    known_from: '2026-11-21',
    birth_year: 2001,
    gender: 'woman',
    district: 'Edsberg',
  })
  expect(await row('attendance', 'activity, minutes, attendance, role')).toEqual({
    activity: 'motesplats',
    minutes: 150,
    attendance: 'present',
    role: 'participant',
  })
  expect(await row('headcount', '"count", age_group')).toEqual({ count: 0, age_group: '13-15' })
  expect(await row('surveys', 'instrument, total')).toEqual({ instrument: 's-gse', total: 23 })
  expect(await row('costs', 'amount, account, voucher')).toEqual({
    amount: '1000.50',
    account: '4010',
    voucher: null,
  })
  expect(await row('reference', 'series, municipality, period, value')).toEqual({
    series: 'N02797',
    municipality: '0163',
    period: '2023',
    value: 7.5,
  })
})
