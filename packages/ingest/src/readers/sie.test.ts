import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { queryRows } from '@utfall/warehouse'
import iconv from 'iconv-lite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { ruleOf } from '../rules/catalogue.ts'
import type { Reading } from './reader.ts'
import { contentOf } from '../fingerprint.ts'
import { trialAgreement } from '../trial.ts'
import { sieReader } from './sie.ts'

const HEAD = `#FLAGGA 0
#PROGRAM "Bokföring" 1.0
#FORMAT PC8
#GEN 20260110
#SIETYP 4
#FNAMN "Möjligheternas Plats"
#RAR 0 20250301 20251231
#RAR -1 20240101 20250228
#DIM 6 "Projekt"
#OBJEKT 6 "100" "Mötesplats"
`
const BALANCES = `#IB 0 1930 1000.00
#UB 0 1930 -250.50
#RES 0 5010 1250.50
#RES -1 5010 99.00
#PSALDO 0 202503 5010 {} 1250.50
#PSALDO 0 202503 5010 {6 "100"} 1250.50
`
const RENT = `#VER A 1 20250315 "Hyra för mars" 20250316
{
   #TRANS 5010 {6 "100"} 1250.50
   #TRANS 1930 {} -1250.50 20250317 "Bankgiro Örebro"
}
`
const Row = z.object({
  line: z.string(),
  date: z.string().nullable(),
  amount: z.string().nullable(),
  account: z.string().nullable(),
  text: z.string().nullable(),
  voucher: z.string().nullable(),
  objects: z.array(z.object({ dimension: z.int(), object: z.string() })),
})

let folder: string
let instance: DuckDBInstance
let connection: DuckDBConnection

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'utfall-sie-'))
  instance = await DuckDBInstance.create(':memory:')
  connection = await instance.connect()
})
afterAll(() => {
  connection.closeSync()
  instance.closeSync()
  rmSync(folder, { recursive: true })
})

async function readBytes(bytes: Uint8Array): Promise<Reading> {
  const file = join(folder, 'bok.se')
  writeFileSync(file, bytes)
  const content = await contentOf(file, null)
  if ('rule' in content) throw new Error(content.rule)
  return sieReader.read({
    connection,
    file,
    content,
    table: 'staged',
    agreement: trialAgreement({}),
    source: SOURCE,
    hide: (text) => text,
  })
}

const SOURCE = {
  id: 'bokforing',
  sender: 'Möjligheternas Plats',
  dataset: 'costs',
  files: 'bokforing/*',
  replaces: 'period',
  columns: {},
  codes: {},
  assumed: false,
} as const

const readText = (text: string, encoding = 'cp437') => readBytes(iconv.encode(text, encoding))
const staged = () =>
  queryRows(
    connection,
    Row,
    'select * replace (objects::struct(dimension integer, object varchar)[] as objects) from staged order by line',
  )
const note = (reading: Reading, id: string) => reading.notes.find((each) => each.id === id)
const rules = (reading: Reading) => reading.faults.map(({ rule }) => rule)

describe('a SIE file', () => {
  it.each([
    ['cp437', 'cp437', true],
    ['utf-8', 'utf-8', null],
    ['windows-1252', 'windows-1252', null],
  ])('in %s gives every row with its voucher, objects and place', async (encoding, variant, asDeclared) => {
    const reading = await readText(HEAD + BALANCES + RENT, encoding)
    expect(reading).toMatchObject({ dataset: 'costs', format: `sie 4E ${variant}`, rows: 2, faults: [] })
    expect(await staged()).toEqual([
      {
        line: '19',
        date: '2025-03-15',
        amount: '1250.50',
        account: '5010',
        text: 'Hyra för mars',
        voucher: '2025-03-01 A 1',
        objects: [{ dimension: 6, object: '100' }],
      },
      {
        line: '20',
        date: '2025-03-17',
        amount: '-1250.50',
        account: '1930',
        text: 'Bankgiro Örebro',
        voucher: '2025-03-01 A 1',
        objects: [],
      },
    ])
    expect(note(reading, 'sie_encoding')?.ok).toBe(asDeclared)
    expect(note(reading, 'sie_result')?.ok).toBe(true)
    expect(note(reading, 'sie_balance')?.ok).toBe(true)
    expect(note(reading, 'sie_coverage')?.sentence.sv).toBe(
      'Verifikationerna går från 2025-03-15 till 2025-03-15, räkenskapsåret från 2025-03-01 till 2025-12-31.',
    )
  })

  it('is read by the Swedish letters of most of its text, though a path in it is written otherwise', async () => {
    const path = iconv.encode('#FNR "C:\\Bokföring"\n', 'windows-1252')
    const reading = await readBytes(Buffer.concat([path, iconv.encode(HEAD + RENT, 'cp437')]))
    expect(reading).toMatchObject({ format: 'sie 4I cp437', rows: 2 })
    expect((await staged())[1]?.text).toBe('Bankgiro Örebro')
  })

  it.each(['\r\n', '\r'])('reads the same with line ends %j and a byte order mark', async (end) => {
    const reading = await readText(`\ufeff${HEAD + RENT}`.replaceAll('\n', end), 'utf-8')
    expect(reading).toMatchObject({ format: 'sie 4I utf-8', rows: 2, faults: [] })
    expect((await staged()).map(({ line }) => line)).toEqual(['13', '14'])
  })

  it('leaves out #RTRANS and #BTRANS, and keeps the #TRANS that follows', async () => {
    const corrected = `#VER A 2 20250401 "Rättad"
{
#BTRANS 5010 {} 800 20250402 "" "" "Sign"
#RTRANS 5010 {6 "100"} 500 20250403 "" "" "Sign"
#TRANS 5010 {6 "100"} 500 20250401 ""
#TRANS 1930 {} -500
#OKÄND 1 2 3
}
`
    const reading = await readText(HEAD + corrected)
    expect(reading).toMatchObject({ rows: 2, faults: [] })
    expect((await staged()).map(({ amount }) => amount)).toEqual(['500.00', '-500.00'])
  })

  it('may have a voucher of more rows than a call takes arguments', async () => {
    const rows = '#TRANS 5010 {} 1\n'.repeat(150_000)
    const reading = await readText(`${HEAD}#VER A 1 20250315\n{\n${rows}}\n`)
    expect(reading).toMatchObject({ rows: 150_000 })
    expect(reading.faults).toHaveLength(150_000)
  })

  it('quarantines every row of a voucher that does not sum to zero, and no other', async () => {
    const reading = await readText(
      `${HEAD + RENT}#VER A 2 20250401 Fel\n{\n#TRANS 5010 {} 10.10\n#TRANS 1930 {} -10.00\n}\n`,
    )
    expect(reading.faults).toEqual([
      { rule: 'sie_unbalanced_voucher', line: 18, detail: 'A 2: 0.10' },
      { rule: 'sie_unbalanced_voucher', line: 19, detail: 'A 2: 0.10' },
    ])
    expect(note(reading, 'sie_vouchers')).toMatchObject({ ok: false })
    expect((await staged()).length).toBe(reading.rows)
  })

  it('says which accounts do not lead to what the file states, and stops nothing', async () => {
    const reading = await readText(
      HEAD + BALANCES.replace('#RES 0 5010 1250.50', '#RES 0 5010 1250.51') + RENT,
    )
    expect(reading.faults).toEqual([])
    expect(note(reading, 'sie_result')).toMatchObject({ ok: false })
    expect(note(reading, 'sie_result')?.sentence.en).toContain('5010: 1,250.50 kr against 1,250.51 kr')
  })

  it('knows a voucher by the fiscal year that its day is in', async () => {
    await readText(HEAD + RENT.replace('20250315', '20250115'))
    expect((await staged())[0]?.voucher).toBe('2024-01-01 A 1')
  })

  it('points out a voucher outside the fiscal years', async () => {
    const reading = await readText(HEAD + RENT.replace('20250315', '20520315'))
    expect(rules(reading)).toEqual(['sie_outside_fiscal_year', 'sie_outside_fiscal_year'])
    expect(note(reading, 'sie_coverage')?.ok).toBe(false)
  })

  it('leaves a voucher unnamed that the program has yet to number', async () => {
    await readText(HEAD + RENT.replace('#VER A 1', '#VER "" ""'))
    expect((await staged()).map(({ voucher }) => voucher)).toEqual([null, null])
  })

  it.each([
    ['inside a voucher', HEAD + RENT.slice(0, -2), 'sie_cut_off'],
    ['before its closing check sum', `#KSUMMA\n${HEAD}${RENT}`, 'sie_cut_off'],
    ['before any voucher', HEAD + BALANCES, 'sie_without_vouchers'],
  ])('is stopped when it ends %s', async (_, text, rule) => {
    const reading = await readText(text)
    expect(rules(reading)).toEqual([rule])
    expect(ruleOf(rule).severity).toBe('stop')
  })

  it('is stopped when the books are not in kronor, or a row has no voucher', async () => {
    const reading = await readText(`${HEAD}#VALUTA EUR\n${RENT}#TRANS 1930 {} 5\n`)
    expect(reading.faults).toEqual([
      { rule: 'sie_currency', line: null, detail: 'EUR' },
      { rule: 'sie_row_outside_voucher', line: 17 },
    ])
  })

  it('quarantines a row whose amount or objects cannot be read', async () => {
    const reading = await readText(`${HEAD}#VER A 1 20250401 x\n{\n#TRANS 5010 {6} 10.005\n}\n`)
    expect(rules(reading)).toEqual(['sie_amount', 'sie_objects'])
  })

  it.each(['cp437', 'utf-8'])('has its check sum checked, in %s', async (encoding) => {
    const summed = RENT.replace('   #TRANS 5010 {6 "100"} 1250.50', '#TRANS\t5010 { 6 "100" } 1250.50')
    const sum = crc32(
      iconv.encode(
        '#VERA120250315Hyra för mars20250316#TRANS501061001250.50#TRANS1930-1250.5020250317Bankgiro Örebro',
        'cp437',
      ),
    )
    const whole = await readText(`#FLAGGA 0\n#KSUMMA\n${summed}#KSUMMA ${sum}\n`, encoding)
    expect(note(whole, 'sie_checksum')?.ok).toBe(true)
    const changed = await readText(
      `#KSUMMA\n${summed.replaceAll('1250.50', '1250.51')}#KSUMMA ${sum}\n`,
      encoding,
    )
    expect(rules(changed)).toEqual(['sie_checksum'])
  })
})

describe('a SIE file that says little of itself', () => {
  it('is of type 4 where it has vouchers', async () => {
    const reading = await readText(HEAD.replace('#SIETYP 4\n', '') + RENT)
    expect(reading).toMatchObject({ format: 'sie 4I cp437', rows: 2, faults: [] })
  })
  it('is cut off where it ends with the head of a voucher', async () => {
    expect(rules(await readText(`${HEAD}${RENT}#VER A 2 20250316 "Hyra"\n`))).toEqual(['sie_cut_off'])
  })
  it('is read in UTF-16', async () => {
    expect(sieReader.recognises(Buffer.from(`\ufeff${HEAD}`, 'utf16le'))).toBe(true)
    expect(await readText(HEAD + RENT, 'utf16')).toMatchObject({
      format: 'sie 4I utf-16le',
      rows: 2,
      faults: [],
    })
  })
})

describe('what is recognised as SIE', () => {
  it.each([
    [HEAD, true],
    [`\ufeff\r\n  #ksumma\r\n`, true],
    ['#ADRESS "Åsa" "Gatan 1"\n#NYTT\n#FLAGGA 0\n', true],
    ['#kommentar\ndatum;belopp\n2025-03-01;#VER\n', false],
    ['<!DOCTYPE HTML><html><title>404 Not Found</title>', false],
    ['datum;belopp\n2025-03-01;100\n', false],
    ['#kommentar i en CSV\n', false],
  ])('%j: %s', (text, expected) => {
    expect(sieReader.recognises(Buffer.from(text))).toBe(expected)
  })
})

describe('the rules of SIE', () => {
  it('are in the catalogue by the ids that the reader uses', async () => {
    const reading = await readText('#SIETYP 4\n#TRANS 1 {} 1\n')
    expect(rules(reading).map((rule) => ruleOf(rule).severity)).toEqual(['stop', 'stop'])
  })
})
