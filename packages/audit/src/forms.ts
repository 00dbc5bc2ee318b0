import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { tableFromIPC } from 'apache-arrow'
import { readCsv } from './csv.ts'
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
      const csv = readCsv(readFileSync(join(folder, `${table}.csv`), 'utf8')).map(normal)
      const others = {
        arrow: arrowRows(folder, table),
        parquet: await parquetRows(connection, folder, table),
      }
      for (const [form, rows] of Object.entries(others)) {
        const row = rows === undefined ? -1 : firstDifference(csv, rows)
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

type NormalRow = Readonly<Record<string, string>>

function tablesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv') && !name.endsWith('.excel.csv'))
    .map((name) => name.slice(0, -'.csv'.length))
}

function arrowRows(folder: string, table: string): NormalRow[] | undefined {
  const file = join(folder, `${table}.arrow`)
  if (!existsSync(file)) return undefined
  const arrow = tableFromIPC(readFileSync(file))
  const days = new Set(
    arrow.schema.fields.filter(({ type }) => String(type).startsWith('Date')).map(({ name }) => name),
  )
  return arrow
    .toArray()
    .map((row) =>
      normal(
        Object.fromEntries(
          Object.entries(row.toJSON()).map(([name, value]) => [
            name,
            days.has(name) && value !== null ? new Date(Number(value)).toISOString().slice(0, 10) : value,
          ]),
        ),
      ),
    )
}

async function parquetRows(
  connection: DuckDBConnection,
  folder: string,
  table: string,
): Promise<NormalRow[] | undefined> {
  const file = join(folder, `${table}.parquet`)
  if (!existsSync(file)) return undefined
  const reader = await connection.runAndReadAll('select * from read_parquet($file)', { file })
  return reader.getRowObjectsJson().map((row) => normal(row))
}

/** Cells as comparable text: nothing is empty, and 5011.90 is 5011.9. */
function normal(row: Readonly<Record<string, unknown>>): NormalRow {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, normalCell(value)]))
}

function normalCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : String(value)
  return /^-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?$/i.test(text) ? String(Number(Number(text).toPrecision(12))) : text
}

/** Number of the first row that differs, from zero; -1 where none does. */
function firstDifference(csv: readonly NormalRow[], other: readonly NormalRow[]): number {
  if (csv.length !== other.length) return Math.min(csv.length, other.length)
  return csv.findIndex((row, at) => Object.keys(row).some((name) => row[name] !== other[at]?.[name]))
}
