import type { DuckDBConnection } from '@duckdb/node-api'
import type { DatasetName } from '@utfall/contracts'
import { identifier, queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import { SHAPES } from './shapes.ts'
import { takeOut } from './validate.ts'

/**
 * Takes the rows out of `incoming` that say what a later row of the file says again: the last one holds. Adds their
 * faults. Returns how many they were. Only rows whose key has the hash of another row's are compared in full.
 */
export async function takeOutDuplicates(connection: DuckDBConnection, dataset: DatasetName): Promise<number> {
  const { key, repeatable, columns } = SHAPES[dataset]
  if (repeatable === 'true') return 0
  const single = repeatable === null ? 'true' : `not (${repeatable})`
  const hash = `hash(${key.join(', ')})`
  await findSuspects(connection, `select ${hash} as key_hash from incoming where ${single}`)
  const { suspects } = await queryRow(connection, Count, 'select count(*)::integer as suspects from suspect')
  if (suspects === 0) return 0
  const content = `row(${columns.map(({ name }) => identifier(name)).join(', ')})`
  await connection.run(
    `create or replace temp table duplicate as
       select line, content is distinct from last_content as differs from (
         select line, ${content} as content,
           last_value(line) over same_key as last_line, last_value(${content}) over same_key as last_content
         from incoming
         where ${single} and ${hash} in (select key_hash from suspect)
         window same_key as (partition by ${key.join(', ')} order by line
           rows between unbounded preceding and unbounded following))
       where line <> last_line`,
  )
  const rule = dataset === 'attendance' ? 'twice_at_session' : 'duplicate_row'
  await connection.run(
    `insert into fault (line, rule)
       select line, '${rule}' from duplicate
       union all select line, 'repeated_with_other_content' from duplicate where differs`,
  )
  await takeOut(connection, 'select line from duplicate')
  const { duplicates } = await queryRow(
    connection,
    Duplicates,
    'select count(*)::integer as duplicates from duplicate',
  )
  return duplicates
}

/** Grouped all at once, the hashes of a large file would be the greatest thing in memory: so many are grouped at a time. */
const HASHES_AT_A_TIME = 2_000_000

/** Fills the temporary table `suspect` with each hash that several rows of a SELECT have. */
async function findSuspects(connection: DuckDBConnection, hashes: string): Promise<void> {
  await connection.run(`create or replace temp table hashed as ${hashes}`)
  const { rows } = await queryRow(connection, Rows, 'select count(*)::integer as rows from hashed')
  const parts = Math.max(1, Math.ceil(rows / HASHES_AT_A_TIME))
  await connection.run('create or replace temp table suspect (key_hash ubigint)')
  for (let part = 0; part < parts; part += 1) {
    await connection.run(
      `insert into suspect
         select key_hash from hashed where key_hash % ${parts} = ${part} group by all having count(*) > 1`,
    )
  }
  await connection.run('drop table hashed')
}

const Rows = z.object({ rows: z.int() })
const Count = z.object({ suspects: z.int() })
const Duplicates = z.object({ duplicates: z.int() })
