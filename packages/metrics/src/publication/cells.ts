import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api'
import { columnsOf } from '@utfall/contracts'
import type { Column } from '@utfall/contracts'
import { identifier, literal, queryRow } from '@utfall/warehouse'
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
  const listed = await listedTexts(connection, table, columns)
  const values = columns.map((column) => {
    const texts = listed.get(column.name)
    return texts === undefined ? readable(column) : numberInList(readable(column), texts)
  })
  const read = columns.map((): DuckDBValue[] => [])
  for await (const chunk of await connection.stream(`select ${values.join(', ')} from ${table}`)) {
    for (const [at, { name }] of columns.entries()) {
      const column = read[at] ?? []
      const texts = listed.get(name)
      chunk.visitColumnValues(at, (value) => {
        column.push(texts === undefined || typeof value !== 'number' ? value : (texts[value] ?? null))
      })
    }
  }
  return columns.map(({ name }, at) => {
    const column = read[at] ?? []
    z.object({ [name]: z.array(contract.shape[name]) }).parse({ [name]: [...new Set(column)] })
    if (!column.every(isCell)) throw new TypeError(`${table}.${name} has a value that is no cell`)
    return column
  })
}

const readable = ({ name, type }: Column) => identifier(name) + (type === 'date' ? '::varchar' : '')

/** A column of more texts than this is read as it is. */
const MOST_LISTED = 1_000

/**
 * The texts of each column that has few different ones. The same few come again and again: a row is read as the place
 * of its text in the list, so that each is taken out of the engine, and kept in memory, once.
 */
async function listedTexts(
  connection: DuckDBConnection,
  table: string,
  columns: readonly Column[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const lists = columns
    .filter(({ type }) => type === 'text' || type === 'date')
    .map((column) => {
      const value = readable(column)
      return `list(distinct ${value}) filter (${value} is not null) as ${identifier(column.name)}`
    })
  const different = await queryRow(
    connection,
    z.record(z.string(), z.array(z.string()).nullable()),
    `select ${lists.join(', ')} from ${table}`,
  )
  return new Map(
    Object.entries(different).flatMap(([name, list]) =>
      list === null || list.length > MOST_LISTED ? [] : [[name, list]],
    ),
  )
}

const numberInList = (value: string, texts: readonly string[]) =>
  `enum_code(${value}::enum(${texts.map(literal).join(', ')}))`

const isCell = (value: DuckDBValue): value is Cell =>
  value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
