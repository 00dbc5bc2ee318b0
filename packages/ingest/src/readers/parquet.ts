import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, literal, queryRow, queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import { mapHeaders } from '../mapping.ts'
import type { Mapping } from '../mapping.ts'
import { nothingStaged } from '../xlsx/stage.ts'
import { columnFaults, headersOf } from './header-faults.ts'
import type { Reader, Reading, ReadingRequest } from './reader.ts'

/** Parquet: a dataset with its columns. A row's line is its place in the file, from 1. */
export const parquetReader: Reader = {
  format: 'parquet',
  recognises: (head) => Buffer.from(head.subarray(0, 4)).toString('latin1') === 'PAR1',
  read,
  columnsIn: async (request) => (await columnsOf(request)).map(({ column_name: name }) => name),
  unfit: async (request) =>
    (await columnsOf(request)).length === 0 ? { rule: 'columnar_damaged', line: null } : null,
}

async function read(request: ReadingRequest): Promise<Reading> {
  const { connection, source, table } = request
  const damaged = nothingStaged(source, 'parquet', [{ rule: 'columnar_damaged', line: null }])
  const columns = await columnsOf(request)
  if (columns.length === 0) return damaged
  const mapping = mapHeaders(
    source,
    columns.map(({ column_name: name }) => name),
  )
  const faults = columnFaults(mapping)
  if (mapping.missing.length > 0 || mapping.repeated.length > 0)
    return nothingStaged(source, 'parquet', faults)
  if (!(await stage(request, columns, mapping))) return damaged
  const { rows } = await queryRow(
    connection,
    z.object({ rows: z.int() }),
    `select count(*)::integer as rows from ${identifier(table)}`,
  )
  if (rows === 0) faults.push({ rule: 'file_without_rows', line: null })
  const { dataset } = source
  return {
    dataset,
    format: 'parquet',
    line: 'rowid + 1',
    rows,
    headers: headersOf(mapping),
    notes: [],
    faults,
  }
}

const Column = z.object({ column_name: z.string(), column_type: z.string() })
type Column = z.infer<typeof Column>

/** None where the file is no sound Parquet. */
async function columnsOf({
  connection,
  file,
}: {
  connection: DuckDBConnection
  file: string
}): Promise<Column[]> {
  return (await unlessDamaged(queryRows(connection, Column, `describe from ${rowsOf(file)}`))) ?? []
}

/** Whether the file could be read to its end. */
async function stage(
  { connection, table, file, agreement }: ReadingRequest,
  columns: readonly Column[],
  mapping: Mapping,
): Promise<boolean> {
  const fields = mapping.columns.map(({ field, index }) => {
    const { column_name: name = '', column_type: type = '' } = columns[index] ?? {}
    return `${textOf(identifier(name), type, agreement.reporting.timezone)} as ${identifier(field.name)}`
  })
  const sql = `create or replace temp table ${identifier(table)} as select ${fields.join(', ')} from ${rowsOf(file)}`
  return (await unlessDamaged(connection.run(sql))) !== undefined
}

/** The name of a file may hold signs that stand for any file. */
function rowsOf(file: string): string {
  return `read_parquet(${literal(file.replaceAll(/[*?[]/g, '[$&]'))}, hive_partitioning = false)`
}

/** A value as the text that a delimited file would have; days and times are those of the agreement's time zone. */
function textOf(column: string, type: string, timezone: string): string {
  if (type === 'TIMESTAMP WITH TIME ZONE') {
    return `strftime(${column} at time zone ${literal(timezone)}, '%Y-%m-%d %H:%M:%S')`
  }
  if (type.startsWith('TIMESTAMP')) return `strftime(${column}, '%Y-%m-%d %H:%M:%S')`
  if (type === 'TIME') return `strftime(date '1970-01-01' + ${column}, '%H:%M:%S')`
  if (type === 'DOUBLE' || type === 'FLOAT')
    return `case when try_cast(${column} as decimal(18, 4)) = ${column} then ${column}::decimal(18, 4)::varchar
      else coalesce(try_cast(${column}::varchar as decimal(34, 20))::varchar, ${column}::varchar) end`
  return `${column}::varchar`
}

/** The engine names what it stumbles on in many ways; in a query of one file every one of them is the file's fault. */
async function unlessDamaged<T>(query: Promise<T>): Promise<T | undefined> {
  try {
    return await query
  } catch (error) {
    if (
      error instanceof Error &&
      /^(?:Invalid|IO|Out of Range|Not implemented|Conversion|Serialization|TProtocol)/.test(error.message)
    )
      return undefined
    throw error
  }
}
