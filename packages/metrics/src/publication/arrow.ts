import {
  Bool,
  DateDay,
  Field,
  Float64,
  Int32,
  Schema,
  Table,
  Utf8,
  tableToIPC,
  vectorFromArray,
} from 'apache-arrow'
import type { DataType } from 'apache-arrow'
import type { Column, ColumnType } from '@utfall/contracts'
import type { Cell, PublishedTable } from './published-table.ts'

const TYPES: Readonly<Record<ColumnType, () => DataType>> = {
  text: () => new Utf8(),
  date: () => new DateDay(),
  boolean: () => new Bool(),
  integer: () => new Int32(),
  decimal: () => new Float64(),
}

/** The table as an Arrow IPC file. */
export function arrowFile({ columns, rows }: PublishedTable): Uint8Array {
  const schema = new Schema(
    columns.map(({ name, type, nullable }) => new Field(name, TYPES[type](), nullable)),
  )
  // A vector without values has no chunk that a table could be built of.
  if (rows.length === 0) return tableToIPC(new Table(schema), 'file')
  const vectors = columns.map((column) => [
    column.name,
    vectorFromArray(
      rows.map((row) => arrowValue(column, row[column.name] ?? null)),
      TYPES[column.type](),
    ),
  ])
  return tableToIPC(new Table(schema, Object.fromEntries(vectors)), 'file')
}

function arrowValue({ type }: Column, cell: Cell): Cell | Date {
  return type === 'date' && typeof cell === 'string' ? new Date(cell) : cell
}
