import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { tableFromIPC } from 'apache-arrow'
import { csvRecords } from './csv.ts'
import type { Leak } from './report.ts'

/**
 * Whether CSV, Arrow and Parquet say the same, cell by cell and in the same order. A number that is hidden
 * in one and shown in another is shown.
 */
export async function formLeaks(folder: string, publication: string): Promise<Leak[]> {
  const tables = tablesIn(folder).filter((table) =>
    ['arrow', 'parquet'].some((form) => existsSync(join(folder, `${table}.${form}`))),
  )
  if (tables.length === 0) return []
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    const leaks: Leak[] = []
    for (const table of tables) {
      const csv = csvForm(folder, table)
      const others = {
        arrow: arrowForm(folder, table),
        parquet: await parquetForm(connection, folder, table),
      }
      for (const [form, other] of Object.entries(others)) {
        const row = other === undefined ? -1 : firstDifference(csv, other)
        if (row >= 0)
          leaks.push({
            kind: 'forms_disagree',
            publication,
            where: `${table}.${form}`,
            what: `row ${row + 1}`,
          })
      }
    }
    return leaks
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** One form of a table: cells are read by column, which takes a fraction of making rows of them. */
interface Form {
  readonly rows: number
  readonly names: readonly string[]
  readonly column: (name: string) => (row: number) => unknown
}

function tablesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv') && !name.endsWith('.excel.csv'))
    .map((name) => name.slice(0, -'.csv'.length))
}

function csvForm(folder: string, table: string): Form {
  const [names = [], ...records] = csvRecords(readFileSync(join(folder, `${table}.csv`), 'utf8'))
  return {
    rows: records.length,
    names,
    column: (name) => {
      const at = names.indexOf(name)
      return (row) => records[row]?.[at]
    },
  }
}

function arrowForm(folder: string, table: string): Form | undefined {
  const file = join(folder, `${table}.arrow`)
  if (!existsSync(file)) return undefined
  const arrow = tableFromIPC(readFileSync(file))
  const days = new Set(
    arrow.schema.fields.filter(({ type }) => String(type).startsWith('Date')).map(({ name }) => name),
  )
  return {
    rows: arrow.numRows,
    names: arrow.schema.fields.map(({ name }) => String(name)),
    column: (name) => {
      const cells = arrow.getChild(name)
      const valueAt = (row: number): unknown => cells?.get(row)
      return days.has(name) ? (row) => dayOf(valueAt(row)) : valueAt
    },
  }
}

const dayOf = (value: unknown): unknown =>
  value === null || value === undefined ? value : new Date(Number(value)).toISOString().slice(0, 10)

async function parquetForm(
  connection: DuckDBConnection,
  folder: string,
  table: string,
): Promise<Form | undefined> {
  const file = join(folder, `${table}.parquet`)
  if (!existsSync(file)) return undefined
  const reader = await connection.runAndReadAll('select columns(*)::varchar from read_parquet($file)', {
    file,
  })
  const [names, columns] = [reader.columnNames(), reader.getColumns()]
  return {
    rows: reader.currentRowCount,
    names,
    column: (name) => {
      const cells = columns[names.indexOf(name)]
      return (row) => cells?.[row]
    },
  }
}

/** Number of the first row that differs, from zero; -1 where none does. */
function firstDifference(csv: Form, other: Form): number {
  let same = Math.min(csv.rows, other.rows)
  for (const name of csv.names) {
    const [one, two] = [csv.column(name), other.column(name)]
    for (let row = 0; row < same; row += 1) if (!isSame(one(row), two(row))) same = row
  }
  return same < Math.max(csv.rows, other.rows) ? same : -1
}

/** Nothing is empty, and 5011.90 is 5011.9. */
function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true
  const [a, b] = [asText(one), asText(other)]
  return a === b || asNumber(a) === asNumber(b)
}

const asText = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

const asNumber = (text: string): string =>
  /^-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?$/i.test(text) ? String(Number(Number(text).toPrecision(12))) : text
