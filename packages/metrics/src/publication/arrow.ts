import {
  Bool,
  DateDay,
  Field,
  Float64,
  Int32,
  Schema,
  Table,
  Utf8,
  Vector,
  makeData,
  tableToIPC,
} from 'apache-arrow'
import type { Data, DataType } from 'apache-arrow'
import type { Column, ColumnType } from '@utfall/contracts'
import { rowCount } from './cells.ts'
import type { Cell } from './cells.ts'
import type { PublishedTable } from './published-table.ts'

const TYPES: Readonly<Record<ColumnType, () => DataType>> = {
  text: () => new Utf8(),
  date: () => new DateDay(),
  boolean: () => new Bool(),
  integer: () => new Int32(),
  decimal: () => new Float64(),
}

/** The table as an Arrow IPC file. Its buffers are filled here: the library's builders take ten times as long. */
export function arrowFile({ columns, cells }: PublishedTable): Uint8Array {
  const schema = new Schema(
    columns.map(({ name, type, nullable }) => new Field(name, TYPES[type](), nullable)),
  )
  // A vector without values has no chunk that a table could be built of.
  if (rowCount(cells) === 0) return tableToIPC(new Table(schema), 'file')
  const vectors = columns.map((column, at) => [column.name, new Vector([dataOf(column, cells[at] ?? [])])])
  return tableToIPC(new Table(schema, Object.fromEntries(vectors)), 'file')
}

function dataOf({ type }: Column, cells: readonly Cell[]): Data {
  const validity = { length: cells.length, ...nulls(cells) }
  switch (type) {
    case 'text':
      return makeData({ type: new Utf8(), ...validity, ...texts(cells) })
    case 'boolean':
      return makeData({ type: new Bool(), ...validity, data: bits(cells, (cell) => cell === true) })
    case 'date':
      return makeData({
        type: new DateDay(),
        ...validity,
        data: filled(new Int32Array(cells.length), cells, dayNumbers()),
      })
    case 'integer':
      return makeData({
        type: new Int32(),
        ...validity,
        data: filled(new Int32Array(cells.length), cells, Number),
      })
    case 'decimal':
      return makeData({
        type: new Float64(),
        ...validity,
        data: filled(new Float64Array(cells.length), cells, Number),
      })
  }
}

/** A typed array's own `from` takes many times as long. */
function filled<Numbers extends Int32Array | Float64Array>(
  numbers: Numbers,
  cells: readonly Cell[],
  numberOf: (cell: Cell) => number,
): Numbers {
  for (let at = 0; at < cells.length; at += 1) numbers[at] = numberOf(cells[at] ?? null)
  return numbers
}

/** Which cells have a value, as Arrow keeps it: nothing where all have. */
function nulls(cells: readonly Cell[]) {
  let nullCount = 0
  for (const cell of cells) if (cell === null) nullCount += 1
  return nullCount === 0 ? { nullCount } : { nullCount, nullBitmap: bits(cells, (cell) => cell !== null) }
}

function bits(cells: readonly Cell[], isSet: (cell: Cell) => boolean): Uint8Array {
  const bytes = new Uint8Array(Math.ceil(cells.length / 64) * 8)
  for (let at = 0; at < cells.length; at += 1) {
    if (isSet(cells[at] ?? null)) bytes[at >> 3] = (bytes[at >> 3] ?? 0) | (1 << (at & 7))
  }
  return bytes
}

/** All texts after one another, and where each begins. The same few come again and again. */
function texts(cells: readonly Cell[]) {
  const encoded = new Map<Cell, Buffer>([[null, Buffer.alloc(0)]])
  const parts = cells.map((cell) => {
    const known = encoded.get(cell)
    if (known !== undefined) return known
    const bytes = Buffer.from(String(cell))
    encoded.set(cell, bytes)
    return bytes
  })
  const valueOffsets = new Int32Array(cells.length + 1)
  for (const [at, { length }] of parts.entries()) valueOffsets[at + 1] = (valueOffsets[at] ?? 0) + length
  return { valueOffsets, data: new Uint8Array(Buffer.concat(parts)) }
}

const DAY = 86_400_000
/** Days since 1970. The same few come again and again. */
function dayNumbers(): (cell: Cell) => number {
  const known = new Map<Cell, number>([[null, 0]])
  return (cell) => {
    const number = known.get(cell) ?? Date.parse(String(cell)) / DAY
    known.set(cell, number)
    return number
  }
}
