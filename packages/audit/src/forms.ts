import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import { DuckDBDataChunk, DuckDBInstance, VARCHAR } from '@duckdb/node-api'
import type { DuckDBConnection } from '@duckdb/node-api'
import { tableFromIPC } from 'apache-arrow'
import { z } from 'zod'
import type { Leak } from './report.ts'

/**
 * Whether CSV, Arrow and Parquet say the same, cell by cell and in the same order. A number that is hidden
 * in one and shown in another is shown.
 */
export async function formLeaks(folder: string, publication: string): Promise<Leak[]> {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  try {
    await connection.run(SAME)
    const leaks: Leak[] = []
    for (const table of tablesIn(folder)) {
      const others = FORMS.map(([form, load]) => ({ form, load, file: join(folder, `${table}.${form}`) }))
      for (const { form, load, file } of others.filter((other) => existsSync(other.file))) {
        await connection.run(CSV, { file: join(folder, `${table}.csv`) })
        const isRead = await load(connection, file).then(
          () => true,
          () => false,
        )
        const what = isRead ? await difference(connection) : 'unreadable'
        if (what !== null)
          leaks.push({ kind: 'forms_disagree', publication, where: `${table}.${form}`, what })
      }
    }
    return leaks
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

/** Each lays what a file says into the table `other`, in its order. */
const FORMS = [
  ['arrow', loadArrow],
  ['parquet', loadParquet],
] as const

/**
 * Nothing is empty, and 5011.90 is 5011.9: of numbers twelve figures are compared. A text that a spreadsheet would run has
 * an apostrophe before it in CSV.
 */
const SAME = `create macro is_same(one, other) as case
  when coalesce(one, '') = coalesce(other, '') then true
  when regexp_matches(other, '^[=+@\\t\\r-]') and one = '''' || other then true
  else coalesce(
    abs(try_cast(one as double) - try_cast(other as double)) <= 1e-12 * abs(try_cast(one as double)),
    false
  )
end`

const CSV = `create or replace temp table csv as
  from read_csv($file, header := true, all_varchar := true, delim := ',', quote := '"', escape := '"')`

function tablesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.csv') && !name.endsWith('.excel.csv'))
    .map((name) => name.slice(0, -'.csv'.length))
}

async function loadParquet(connection: DuckDBConnection, file: string): Promise<void> {
  const texts = 'select columns(*)::varchar from read_parquet($file)'
  await connection.run(`create or replace temp table other as ${texts}`, { file })
}

/** As many rows as the database takes at once. */
const CHUNK = 2048

async function loadArrow(connection: DuckDBConnection, file: string): Promise<void> {
  const arrow = tableFromIPC(readFileSync(file))
  const columns = arrow.schema.fields.map(({ name, type }) => ({
    name: String(name),
    cells: arrow.getChild(name),
    asText: String(type).startsWith('Date') ? dayOf : String,
  }))
  const names = columns.map(({ name }) => `${quoted(name)} varchar`)
  await connection.run(`create or replace temp table other (${names.join(', ')})`)
  const appender = await connection.createAppender('other')
  for (let from = 0; from < arrow.numRows; from += CHUNK) {
    const rows = Array.from({ length: Math.min(CHUNK, arrow.numRows - from) }, (_, row) => from + row)
    const chunk = DuckDBDataChunk.create(
      columns.map(() => VARCHAR),
      rows.length,
    )
    chunk.setColumns(
      columns.map(({ cells, asText }) =>
        rows.map((row) => {
          const cell: unknown = cells?.get(row)
          return cell === null || cell === undefined ? null : asText(cell)
        }),
      ),
    )
    appender.appendDataChunk(chunk)
    // threads that attack meanwhile may wait for an answer
    await setImmediate()
  }
  appender.closeSync()
}

const dayOf = (value: unknown): string => new Date(Number(value)).toISOString().slice(0, 10)

const Column = z.object({ name: z.string() })
const Row = z.object({ row: z.coerce.number().nullable() })

/** The columns, or the first row, in which `csv` and `other` differ; null where they say the same. */
async function difference(connection: DuckDBConnection): Promise<string | null> {
  const [names, others] = [await namesOf(connection, 'csv'), await namesOf(connection, 'other')]
  if (names.join() !== others.join()) return 'columns'
  const isSame = ['csv.rowid is not null', 'other.rowid is not null']
  for (const name of names.map(quoted)) isSame.push(`is_same(csv.${name}, other.${name})`)
  const found = await connection.runAndReadAll(
    `select min(row) as row
    from (
      select row_number() over () as row, ${isSame.join(' and ')} as same
      from csv positional join other
    )
    where not same`,
  )
  const [{ row } = { row: null }] = z.array(Row).parse(found.getRowObjectsJS())
  return row === null ? null : `row ${row}`
}

async function namesOf(connection: DuckDBConnection, table: string): Promise<string[]> {
  const columns =
    'select column_name as name from duckdb_columns() where table_name = $table order by column_index'
  const found = await connection.runAndReadAll(columns, { table })
  const rows = z.array(Column).parse(found.getRowObjectsJS())
  return rows.map(({ name }) => name)
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`
