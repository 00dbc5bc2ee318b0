import { closeSync, existsSync, openSync, readSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import type { Home } from './home.ts'
import { openWarehouse } from './open.ts'
import type { Warehouse } from './open.ts'
import { identifier, literal, queryRow, queryRows, runScript, sqlBeside, transaction } from './query.ts'

const BEFORE = sqlBeside(import.meta.url, 'sql/erase_before.sql')
const OF_AGREEMENT = sqlBeside(import.meta.url, 'sql/erase_agreement.sql')
const FORGET = sqlBeside(import.meta.url, 'sql/forget_the_gone.sql')
/** Counts before disclosure control tell of few: the next publication counts all of it again. */
const COUNTED = 'delete from published_counting; delete from published_counted_result'

export type Erasure =
  | { readonly persons: readonly string[]; readonly agreements: readonly string[] }
  | { readonly agreement: string; readonly start: string; readonly before: string }
  | { readonly agreement: string; readonly everyone: true }

/** How many rows were erased, by table; tables that lost none are left out. */
export type Erased = Readonly<Record<string, number>>

/**
 * Erases a person by pseudonym, or an agreement's rows about people before a day or for ever, and writes the warehouse
 * anew, so that its file holds no trace of them. So it does with every backup of the warehouse in the same folder. A row
 * in quarantine is tied to nobody: with a person goes all that waits there in the agreements that were searched. The
 * warehouse must not be open.
 */
export async function eraseRows(home: Home, erasure: Erasure): Promise<Erased> {
  for (const backup of backupsIn(home)) await eraseFrom({ ...home, warehouse: backup }, erasure)
  return eraseFrom(home, erasure)
}

/** Other files beside the warehouse that DuckDB wrote: its signature stands in the ninth byte and on. */
function backupsIn({ folder, warehouse }: Home): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name))
    .filter((file) => file !== warehouse && isDuckDb(file))
}

function isDuckDb(file: string): boolean {
  const handle = openSync(file, 'r')
  try {
    const signature = Buffer.alloc(4)
    readSync(handle, signature, 0, 4, 8)
    return signature.toString('latin1') === 'DUCK'
  } finally {
    closeSync(handle)
  }
}

async function eraseFrom(home: Home, erasure: Erasure): Promise<Erased> {
  const erased = await inWarehouse(home, async ({ connection }) => {
    const before = await rowCounts(connection)
    await transaction(connection, async () => {
      await connection.run(COUNTED)
      if ('persons' in erasure) return erasePersons(connection, erasure)
      await ('before' in erasure
        ? runScript(connection, BEFORE, erasure)
        : runScript(connection, OF_AGREEMENT, { agreement: erasure.agreement }))
      await runScript(connection, FORGET)
    })
    const after = await rowCounts(connection)
    return Object.fromEntries(
      [...before]
        .map(([table, rows]) => [table, rows - (after.get(table) ?? 0)] as const)
        .filter(([, rows]) => rows > 0),
    )
  })
  await rewriteWarehouse(home)
  return erased
}

/** Copies what the warehouse holds to a new file and puts that in its place: what was deleted is nowhere in it. */
export async function rewriteWarehouse(home: Home): Promise<void> {
  const anew = `${home.warehouse}.rewriting`
  for (const file of [anew, `${anew}.wal`]) rmSync(file, { force: true })
  await inWarehouse(home, async ({ connection }) => {
    const { name } = await queryRow(
      connection,
      z.object({ name: z.string() }),
      'select current_database() as name',
    )
    await connection.run(`attach ${literal(anew)} as rewritten (storage_version 'v1.5.0')`)
    await connection.run(`copy from database ${identifier(name)} to rewritten`)
    await connection.run('detach rewritten')
  })
  renameSync(anew, home.warehouse)
  if (existsSync(`${home.warehouse}.wal`)) rmSync(`${home.warehouse}.wal`)
}

/** Every table that tells of a person, whichever migration made it. */
export async function tablesOfPeople(connection: DuckDBConnection): Promise<string[]> {
  const tables = await queryRows(
    connection,
    z.object({ table_name: z.string() }),
    `select table_name from duckdb_columns()
     where column_name = 'person' and not internal and database_name = current_database()
     order by table_name`,
  )
  return tables.map(({ table_name: name }) => name)
}

async function erasePersons(
  connection: DuckDBConnection,
  { persons, agreements }: Extract<Erasure, { persons: readonly string[] }>,
): Promise<void> {
  const those = `(${persons.map((person) => `${literal(person)}::uuid`).join(', ')})`
  for (const table of await tablesOfPeople(connection)) {
    if (persons.length > 0) await connection.run(`delete from ${identifier(table)} where person in ${those}`)
  }
  if (agreements.length > 0) {
    await connection.run(`delete from quarantine where agreement in (${agreements.map(literal).join(', ')})`)
  }
}

async function rowCounts(connection: DuckDBConnection): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  for (const table of [...(await tablesOfPeople(connection)), 'quarantine']) {
    const { rows } = await queryRow(
      connection,
      z.object({ rows: z.int() }),
      `select count(*)::integer as rows from ${identifier(table)}`,
    )
    counts.set(table, rows)
  }
  return counts
}

async function inWarehouse<Result>(
  home: Home,
  work: (warehouse: Warehouse) => Promise<Result>,
): Promise<Result> {
  const warehouse = await openWarehouse(home)
  try {
    return await work(warehouse)
  } finally {
    warehouse.close()
  }
}
