import { strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'
import type { CellValue } from '../xlsx/text.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

const agreement = trialAgreement({ attendance: {}, funding: {} })

const workbook = (sheets: Record<string, CellValue[][]>) =>
  writeXlsx({ sheets: Object.entries(sheets).map(([name, rows]) => ({ name, rows })) })

/** The workbook with another text in its sheet, in an archive that is whole. */
const withSheet = async (change: (xml: string) => string) => {
  const parts = unzipSync(await sound())
  const xml = Buffer.from(parts[SHEET] ?? []).toString()
  return zipSync({ ...parts, [SHEET]: strToU8(change(xml)) })
}
const SHEET = 'xl/worksheets/sheet1.xml'

const HEADERS = ['Datum', 'Aktivitet', 'Deltagare', 'Starttid', 'Minuter']
const sound = () => workbook({ Blad1: [HEADERS, ['2025-03-01', 'kurs', 'a', null, 60]] })
const rulesOf = async (path: string, content: Uint8Array) =>
  (await trial.deliver(agreement, path, content)).faults.map(({ rule }) => rule)

/** The same workbook, whose list of contents says another size of its shared texts. */
const claiming = async (bytes: number) => {
  const parts = unzipSync(await sound())
  const content = Buffer.from(zipSync({ ...parts, 'xl/sharedStrings.xml': new Uint8Array(1 << 20) }))
  content.writeUInt32LE(bytes, content.lastIndexOf('xl/sharedStrings.xml') - 46 + 24)
  return content
}

describe('a dataset in a workbook', () => {
  test('is read as the same text in a delimited file would be', async () => {
    const content = await workbook({
      Blad1: [
        HEADERS,
        [new Date(Date.UTC(2025, 2, 1)), 'Kurs', 'a', 0.75, 90],
        ['1/3 2025', 'kurs', 'b', '18.30', '90'],
        [45717, 'kurs', 'c', null, null],
        [null, null, null, null, null],
        [new Date(Date.UTC(2025, 2, 1, 18, 30)), 'kurs', 'd', new Date(Date.UTC(2025, 2, 1, 18, 30)), 1.5],
      ],
    })
    const receipt = await trial.deliver(agreement, 'attendance/text.xlsx', content)
    expect(receipt).toMatchObject({ format: 'xlsx', verdict: 'approved_with_remarks' })
    expect(receipt.rows).toMatchObject({ read: 4, new: 3, quarantined: 1 })
    expect(receipt.faults).toMatchObject([
      { rule: 'not_a_whole_number', examples: [{ line: 6, column: 'Minuter' }] },
    ])
    expect(
      await trial.rows('select date, start_time, minutes from attendance order by start_time nulls last'),
    ).toEqual([
      { date: '2025-03-01', start_time: '18:00:00', minutes: 90 },
      { date: '2025-03-01', start_time: '18:30:00', minutes: 90 },
      { date: '2025-03-01', start_time: null, minutes: null },
    ])
  })

  test('has its headers below a title, on the sheet that is named as it', async () => {
    const content = await workbook({
      Läsmig: [['Så här fyller du i']],
      Närvaro: [
        ['Möjligheternas Plats'],
        [],
        ['Rapport', 2025],
        HEADERS,
        ['2025-04-02', 'kors', 'a', null, 60],
      ],
    })
    const receipt = await trial.deliver(agreement, 'attendance/sheet.xlsx', content)
    expect(receipt.rows).toMatchObject({ read: 1, quarantined: 1 })
    expect(receipt.faults).toMatchObject([
      { rule: 'unknown_activity', examples: [{ line: 5, column: 'Aktivitet' }] },
      { rule: 'sheets_not_read', sentence: { sv: expect.stringContaining('Läsmig') } },
    ])
  })

  test('is on the sheet that has its headers, where the first has instructions', async () => {
    const content = await workbook({
      'Läs mig': [['Fyll i'], ['Datum', 'när det var']],
      VT25: [HEADERS, ['2025-03-02', 'kurs', 'i', null, 60]],
    })
    const receipt = await trial.deliver(agreement, 'attendance/anvisning.xlsx', content)
    expect(receipt).toMatchObject({ rows: { new: 1 }, faults: [{ rule: 'sheets_not_read' }] })
  })

  test('has cells whose formulas have failed', async () => {
    const rows = [
      [...HEADERS, 'Område'],
      ['2025-03-02', 'kurs', 'j', null, 60, '#SAKNAS!'],
      ['2025-03-02', 'kurs', 'k', null, 60, '# 7'],
    ]
    const receipt = await trial.deliver(agreement, 'attendance/formel.xlsx', await workbook({ Blad1: rows }))
    expect(receipt).toMatchObject({
      rows: { new: 1, quarantined: 1 },
      faults: [{ rule: 'spreadsheet_error', examples: [{ line: 2, column: 'Område' }] }],
    })
  })

  test('finds its source by its headers', async () => {
    const content = await workbook({
      Blad1: [
        ['Belopp', 'Datum', 'Typ'],
        [500.5, '2025-05-01', 'payment'],
      ],
    })
    const receipt = await trial.deliver(agreement, 'elsewhere.xlsx', content)
    expect(receipt).toMatchObject({ source: 'funding', verdict: 'approved' })
    expect(await trial.rows('select amount from funding')).toEqual([{ amount: '500.50' }])
  })

  test('lacks a column', async () => {
    const content = await workbook({ Blad1: [['Titel'], ['Datum', 'Deltagare'], ['2025-03-01', 'a']] })
    const receipt = await trial.deliver(agreement, 'attendance/lacks.xlsx', content)
    expect(receipt).toMatchObject({
      verdict: 'rejected',
      faults: [{ rule: 'column_missing', examples: [{ line: 2 }] }],
    })
  })

  test('has no rows, or nothing at all', async () => {
    expect(await rulesOf('attendance/none.xlsx', await workbook({ Blad1: [HEADERS] }))).toEqual([
      'file_without_rows',
    ])
    expect(await rulesOf('attendance/empty.xlsx', await workbook({ Blad1: [] }))).toEqual(['file_empty'])
  })
})

describe('what is not a workbook, or not one to read', () => {
  test('is protected by a password', async () => {
    const content = await writeXlsx({
      sheets: [{ name: 'Blad1', rows: [HEADERS] }],
      encryption: { password: 'hemligt', spinCount: 1000 },
    })
    expect(await rulesOf('attendance/locked.xlsx', content)).toEqual(['workbook_encrypted'])
  })

  test('is packed with a password', async () => {
    const content = Buffer.from(await sound())
    const listed = content.indexOf('PK\u0001\u0002')
    content.writeUInt16LE(content.readUInt16LE(listed + 8) | 1, listed + 8)
    expect(await rulesOf('attendance/losen.xlsx', content)).toEqual(['workbook_encrypted'])
  })

  test('is from the time before XLSX', async () => {
    const content = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(1024)])
    expect(await rulesOf('attendance/old.xls', content)).toEqual(['workbook_old'])
  })

  test.each([
    ['word/document.xml', 'Word (.docx)'],
    ['META-INF/manifest.xml', 'OpenDocument (.ods)'],
    ['närvaro.csv', 'ZIP'],
  ])('holds %s', async (part, kind) => {
    const { faults } = await trial.deliver(
      agreement,
      `attendance/${kind}.xlsx`,
      zipSync({ [part]: strToU8('<?xml version="1.0"?>') }),
    )
    expect(faults).toMatchObject([
      {
        rule: 'workbook_other',
        sentence: { sv: expect.stringContaining(kind) },
        mend: { sv: expect.stringContaining('packa upp dem'), en: expect.stringContaining('unpack it') },
      },
    ])
  })

  test('is cut off, wherever that is', async () => {
    const content = await sound()
    for (let part = 1; part < 8; part += 1) {
      const cut = content.subarray(0, Math.floor((content.length * part) / 8))
      expect(await rulesOf(`attendance/cut${part}.xlsx`, cut)).toEqual(['workbook_damaged'])
    }
  })

  test.each([
    ['more than there is room for', 65 << 20, 'workbook_too_large'],
    ['less than it does', 1000, 'workbook_damaged'],
  ])('says that it unpacks into %s', async (_, bytes, rule) => {
    expect(await rulesOf(`attendance/${bytes}.xlsx`, await claiming(bytes))).toEqual([rule])
  })

  const ENTITY = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]><worksheet'
  test.each([
    ['is cut off', (xml: string) => xml.slice(0, -20)],
    ['is cut off after a row', (xml: string) => xml.slice(0, xml.lastIndexOf('</sheetData>'))],
    ['declares entities', (xml: string) => xml.replace('<worksheet', ENTITY)],
    ['uses an entity', (xml: string) => xml.replace('<v>', '<v>&a;')],
    ['has a row twice', (xml: string) => xml.replace('<row r="2"', '<row r="1"')],
    ['has a column beyond the last', (xml: string) => xml.replace('r="A2"', 'r="XFE2"')],
    ['has a row beyond the last', (xml: string) => xml.replace('<row r="2"', '<row r="1048577"')],
    ['has a cell too long for any program', (xml: string) => xml.replace('<v>', `<v>${'x'.repeat(1 << 21)}`)],
    ['goes deeper than any sheet', (xml: string) => xml.replace('<v>', `${'<x>'.repeat(99)}<v>`)],
  ])('has a sheet that %s', async (_, change) => {
    const before = await trial.rows('from attendance')
    expect(await rulesOf('attendance/sheet-fault.xlsx', await withSheet(change))).toEqual([
      'workbook_damaged',
    ])
    expect(await trial.rows('from attendance')).toEqual(before)
  })

  test('has another checksum than its list of contents says', async () => {
    const content = Buffer.from(zipSync(unzipSync(await sound()), { level: 0 }))
    const at = content.indexOf('<v>60</v>')
    content.write('<v>61</v>', at)
    expect(at).toBeGreaterThan(0)
    expect(await rulesOf('attendance/checksum.xlsx', content)).toEqual(['workbook_damaged'])
  })

  test('unpacks into many times its bytes', async () => {
    const bomb = await withSheet((xml) => xml.replace('<sheetData>', `${' '.repeat(20 << 20)}<sheetData>`))
    expect(await rulesOf('attendance/bomb.xlsx', bomb)).toEqual(['workbook_too_large'])
  })
})
