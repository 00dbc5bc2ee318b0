import { homeAt, identifier, openWarehouse, queryRow, queryRows } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { z } from 'zod'

/**
 * What the warehouse holds, as one line of text per table: the number of rows and the sum of their hashes.
 * Two warehouses that hold the same rows have the same fingerprint, whatever numbers their deliveries
 * were given and whenever they were received.
 */
export async function fingerprint(home: string): Promise<Record<string, string>> {
  const warehouse = await openWarehouse(homeAt(home))
  try {
    return await fingerprintOf(warehouse)
  } finally {
    warehouse.close()
  }
}

const Table = z.object({ name: z.string(), columns: z.string() })
const TABLES = `
  select table_name as name, string_agg(column_name, ',') as columns
  from information_schema.columns
  where table_schema = 'main' and table_catalog = current_database() and table_name not in ('migration', 'setting')
  group by all
  order by all`

/** Differ from run to run. */
const OF_THE_RUN: ReadonlySet<string> = new Set(['received', 'created', 'publication', 'basis'])

/** What a running number stands for, which is the same in every run. */
const STANDS_FOR: Readonly<Record<string, string>> = {
  delivery: 'sha256',
  people_set: 'fingerprint',
  membership: 'fingerprint',
}

async function fingerprintOf({ connection }: Warehouse): Promise<Record<string, string>> {
  const tables = await queryRows(connection, Table, TABLES)
  const lines: Record<string, string> = {}
  for (const { name, columns } of tables) {
    const list = columns.split(',').map((column) => expression(name, column))
    const { line } = await queryRow(
      connection,
      z.object({ line: z.string() }),
      `select concat(count(*), ' rows, ', coalesce(sum(hash(row(${list.join(', ')}))::hugeint), 0)) as line
       from ${identifier(name)} t`,
    )
    lines[name] = line
  }
  return lines
}

function expression(table: string, column: string): string {
  if (OF_THE_RUN.has(column)) return 'true'
  const meaning = STANDS_FOR[column]
  if (meaning === undefined) return `t.${identifier(column)}`
  if (table === column) return 'true'
  return `(select ${meaning} from ${column} d where d.${column} = t.${column})`
}
