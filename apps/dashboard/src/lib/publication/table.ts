import { columnsOf } from '@utfall/contracts'
import type { Column } from '@utfall/contracts'
import { tableFromIPC } from 'apache-arrow'
import { z } from 'zod'

/**
 * The rows of one Arrow IPC file, checked against the schema of its rows.
 * Throws when columns are missing, out of order, or hold what the schema does not allow.
 */
export function readTable<Row extends z.ZodObject>(bytes: Uint8Array, schema: Row): z.infer<Row>[] {
  const table = tableFromIPC(bytes)
  const columns = columnsOf(schema)
  const expected = columns.map(({ name }) => name).join(', ')
  const found = table.schema.fields.map(({ name }) => name).join(', ')
  if (found !== expected) throw new Error(`columns are ${found}; expected ${expected}`)

  const vectors = columns.map((column) => ({ column, vector: table.getChild(column.name) }))
  const rows = Array.from({ length: table.numRows }, (_, index) =>
    Object.fromEntries(
      vectors.map(({ column, vector }) => [column.name, plainValue(column, vector?.get(index))]),
    ),
  )
  return z.array(schema).parse(rows)
}

/** A cell as the contract speaks of it: days as ISO text, whole numbers as numbers. */
function plainValue(column: Column, cell: unknown): unknown {
  if (cell === undefined || cell === null) return null
  if (typeof cell === 'bigint') return Number(cell)
  if (column.type === 'date' && (typeof cell === 'number' || cell instanceof Date)) {
    return new Date(cell).toISOString().slice(0, 10)
  }
  return cell
}
