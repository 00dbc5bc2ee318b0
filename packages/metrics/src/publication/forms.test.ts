import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { tableFromIPC } from 'apache-arrow'
import { TABLES, columnsOf } from '@utfall/contracts'
import type { Column, TableName } from '@utfall/contracts'
import { literal } from '@utfall/warehouse'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cellsOf } from './cells.ts'
import type { Cell } from './cells.ts'
import { csvFile } from './csv.ts'
import type { CsvProfile } from './csv.ts'
import { openExample } from './example.ts'
import type { Example } from './example.ts'
import { TABLE_NAMES } from './published-table.ts'
import { writePublication } from './write.ts'

type Row = Readonly<Record<string, Cell>>

let example: Example
let folder: string

beforeAll(async () => {
  example = await openExample()
  folder = (await writePublication(example.writing)).folder
})
afterAll(() => example.warehouse.close())

const SQL_TYPES = { text: 'varchar', date: 'date', boolean: 'boolean', integer: 'integer', decimal: 'double' }

async function rowsOf(query: string): Promise<unknown[]> {
  return (await example.connection.runAndReadAll(query)).getRowObjectsJson()
}

function readCsv(file: string, columns: readonly Column[], options: string): Promise<unknown[]> {
  const types = columns.map(({ name, type }) => `${literal(name)}: ${literal(SQL_TYPES[type])}`).join(', ')
  const texts = columns.filter(({ mayBeEmpty }) => mayBeEmpty)
  const neverNull = texts.map(({ name }) => literal(name)).join(', ')
  return rowsOf(
    `from read_csv(${literal(file)}, auto_detect = false, columns = {${types}}, header = true, quote = '"', escape = '"',
       force_not_null = [${neverNull}], ${options})`,
  )
}

function arrowRows(name: TableName): Row[] {
  const dates = columnsOf(TABLES[name]).filter(({ type }) => type === 'date')
  return tableFromIPC(readFileSync(join(folder, `${name}.arrow`)))
    .toArray()
    .map((row) => {
      const cells = row?.toJSON() ?? {}
      for (const { name: date } of dates) {
        const value: unknown = cells[date]
        if (typeof value === 'number') cells[date] = new Date(value).toISOString().slice(0, 10)
      }
      return cells
    })
}

/** What a reader of the CSV files gets: a text that could be taken for a formula stands behind an apostrophe. */
const withHarmlessTexts = (rows: readonly Row[]) =>
  rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, harmless(cell)])))
const harmless = (cell: Cell) => (typeof cell === 'string' && isRun(cell) ? `'${cell}` : cell)
const isRun = (text: string) => /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+([.,]\d+)?$/.test(text)

describe.each(TABLE_NAMES)('%s', (name) => {
  const columns = columnsOf(TABLES[name])

  test('reads back to the same rows from all four forms', async () => {
    const rows = arrowRows(name)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.map((row) => TABLES[name].safeParse(row).success)).not.toContain(false)
    const file = (ending: string) => join(folder, `${name}.${ending}`)
    expect(await rowsOf(`from read_parquet(${literal(file('parquet'))})`)).toEqual(rows)
    const csv = withHarmlessTexts(rows)
    expect(await readCsv(file('csv'), columns, "delim = ','")).toEqual(csv)
    expect(await readCsv(file('excel.csv'), columns, "delim = ';', decimal_separator = ','")).toEqual(csv)
  })

  test('has the columns of the contract in both binary forms', async () => {
    const { schema } = tableFromIPC(readFileSync(join(folder, `${name}.arrow`)))
    expect(schema.fields.map((field) => [field.name, field.nullable])).toEqual(
      columns.map((column) => [column.name, column.nullable]),
    )
    const parquet = literal(join(folder, `${name}.parquet`))
    expect(
      await rowsOf(`select column_name, lower(column_type) as type from (describe from ${parquet})`),
    ).toEqual(columns.map((column) => ({ column_name: column.name, type: SQL_TYPES[column.type] })))
  })
})

const figure = (indicator: string) =>
  arrowRows('results').find((row) => row['indicator'] === indicator && row['period'] === '2025')

const csvText = (columns: readonly { name: string }[], rows: readonly Row[], profile: CsvProfile) =>
  [...csvFile(columns, cellsOf(columns, rows), profile)].join('')

const bytes = (name: string) => readFileSync(join(folder, name))

describe('figures', () => {
  test('have no tails and no noise: money in whole öre, shares in full', () => {
    expect(figure('share_association_active')).toMatchObject({
      value: 0.333333333333,
      ci_low: 0,
      ci_high: 0.3,
    })
    expect(figure('cost_per_participant')).toMatchObject({ value: 42647.06, basis: 'cost' })
  })

  test('come in an order that is said: periods as the contract lists them, totals first', () => {
    const order = arrowRows('results')
      .filter((row) => row['indicator'] === 'unique_participants')
      .map((row) => `${row['period_type']} ${row['period']} ${row['breakdown']}`)
    expect([...new Set(order)].slice(0, 6)).toEqual([
      'year 2024 total',
      'year 2024 district',
      'year 2025 total',
      'year 2025 district',
      'tertial 2025-T1 total',
      'tertial 2025-T1 district',
    ])
  })
})

describe('CSV files', () => {
  test('are RFC 4180 in UTF-8, with CRLF after every row', () => {
    const lines = bytes('costs.csv').toString('utf8').split('\r\n')
    expect(lines[0]).toBe(
      'agreement,period_type,period,period_start,period_end,item,activity,amount,unit,status',
    )
    expect(lines[1]).toBe('example,year,2024,2024-01-01,2024-12-31,cost,,483333.33,kronor,ok')
    expect(lines.at(-1)).toBe('')
  })

  test('open right in a Swedish spreadsheet', () => {
    expect(bytes('costs.excel.csv').subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]))
    const lines = bytes('costs.excel.csv').toString('utf8').slice(1).split('\r\n')
    expect(lines[1]).toBe('example;year;2024;2024-01-01;2024-12-31;cost;;483333,33;kronor;ok')
  })

  test('leave a number alone that begins with a sign', () => {
    expect(bytes('results.csv').toString('utf8')).toContain('"-12,5"')
    expect(bytes('results.excel.csv').toString('utf8')).toContain(';-12,5;')
  })

  test('hold any number in its shortest digits and never an exponent', () => {
    const columns = [{ name: 'n' }]
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
        const rounded = Math.abs(number) < 1e-12 ? 0 : Number(number.toPrecision(15))
        const cell = csvText(columns, [{ n: rounded }], 'open').split('\r\n')[1] ?? ''
        expect(cell).not.toMatch(/e/i)
        expect(cell.replace(/^-|\./g, '').replace(/^0+|0+$/g, '').length).toBeLessThanOrEqual(15)
        expect(Number(cell)).toBe(rounded)
      }),
    )
  })

  test('give back any text through any delimiter, and never one that is run', async () => {
    const columns: Column[] = [
      { name: 'a', type: 'text', nullable: false, mayBeEmpty: true, description: { sv: 'a', en: 'a' } },
      { name: 'b', type: 'text', nullable: false, mayBeEmpty: true, description: { sv: 'b', en: 'b' } },
    ]
    const text = fc.string({
      unit: fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ';', ',', "'", 'å', '7'),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.record({ a: text, b: text }), { minLength: 1 }), async (rows) => {
        const file = join(example.home.folder, 'texts.csv')
        writeFileSync(file, csvText(columns, rows, 'excel'))
        const cells = await readCsv(file, columns, "delim = ';'")
        expect(cells).toEqual(withHarmlessTexts(rows))
      }),
      { numRuns: 60 },
    )
  })
})
