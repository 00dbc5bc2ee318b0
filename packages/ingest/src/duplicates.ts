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
  await connection.run('create or replace temp table suspect (key_hash ubigint)')
  const parts = await partsOf(connection)
  for (let part = 0; part < parts; part += 1) {
    const chosen = parts === 1 ? 'true' : `hash(${key[0] ?? 'null'}) % ${parts} = ${part}`
    await connection.run(
      `insert into suspect
         select ${hash} from incoming where ${single} and ${chosen} group by 1 having count(*) > 1`,
    )
  }
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

/** All hashes at once would be the greatest thing in memory: so many rows are grouped at a time. */
const ROWS_AT_A_TIME = 2_000_000

async function partsOf(connection: DuckDBConnection): Promise<number> {
  const { rows } = await queryRow(connection, Rows, 'select count(*)::integer as rows from incoming_row')
  return Math.max(1, Math.ceil(rows / ROWS_AT_A_TIME))
}

const Rows = z.object({ rows: z.int() })
const Count = z.object({ suspects: z.int() })
const Duplicates = z.object({ duplicates: z.int() })
