import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, queryRows } from '@utfall/warehouse'
import { z } from 'zod'

const Table = z.object({ name: z.string() })

/**
 * Runs `work`, which may put the working tables back as they are now, as often as it has to. They are copied in memory,
 * compressed: in a transaction that is rolled back all that changes them takes longer.
 */
export async function withTablesAsCounted<Result>(
  connection: DuckDBConnection,
  work: (putBack: () => Promise<void>) => Promise<Result>,
): Promise<Result> {
  const tables = await queryRows(
    connection,
    Table,
    'select table_name as name from duckdb_tables() where temporary order by name',
  )
  const names = tables.map(({ name }) => identifier(name))
  await connection.run("attach ':memory:' as as_counted (compress)")
  try {
    for (const name of names) await connection.run(`create table as_counted.${name} as from temp.${name}`)
    return await work(async () => {
      for (const name of names)
        await connection.run(`create or replace temp table ${name} as from as_counted.${name}`)
    })
  } finally {
    await connection.run('detach as_counted')
  }
}
