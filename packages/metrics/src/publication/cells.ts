import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { columnsOf } from '@utfall/contracts'
import { identifier } from '@utfall/warehouse'
import { z } from 'zod'

export type Cell = string | number | boolean | null

/** What a table holds, column by column: cell n of each is of row n. */
export type Cells = readonly (readonly Cell[])[]

export const rowCount = (cells: Cells) => cells[0]?.length ?? 0

/** A table as its rows have it. */
export const cellsOf = (
  columns: readonly { readonly name: string }[],
  rows: readonly Readonly<Record<string, Cell>>[],
): Cells => columns.map(({ name }) => rows.map((row) => row[name] ?? null))

/**
 * The columns of a table, in the order of the contract of its rows, and every value checked against it. Throws
 * `ZodError` that names the column of one that breaks it.
 */
export async function readCells(
  connection: DuckDBConnection,
  table: string,
  contract: z.ZodObject,
): Promise<Cells> {
  const columns = columnsOf(contract)
  const read = columns.map((): DuckDBValue[] => [])
  const values = columns.map(({ name, type }) => identifier(name) + (type === 'date' ? '::varchar' : ''))
  const once = keepOnce()
  for await (const chunk of await connection.stream(`select ${values.join(', ')} from ${table}`)) {
    for (const [at, column] of read.entries()) {
      for (const value of chunk.getColumnValues(at)) column.push(once(value))
    }
  }
  return columns.map(({ name }, at) => {
    const column = read[at] ?? []
    z.object({ [name]: z.array(contract.shape[name]) }).parse({ [name]: [...new Set(column)] })
    return column.filter(isCell)
  })
}

/** The same few texts come again and again: all but the first of each are given back to memory. */
function keepOnce(): (value: DuckDBValue) => DuckDBValue {
  const texts = new Map<DuckDBValue, string>()
  return (value) => {
    if (typeof value !== 'string') return value
    const known = texts.get(value)
    if (known !== undefined) return known
    texts.set(value, value)
    return value
  }
}

const isCell = (value: DuckDBValue): value is Cell =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
