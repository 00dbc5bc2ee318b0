import type { DuckDBConnection } from '@duckdb/node-api'
import type { DatasetName } from '@utfall/contracts'
import { identifier, queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import { textOf } from './fields.ts'
import { SHAPES } from './shapes.ts'
import type { Shape } from './shapes.ts'
import { takeOut } from './validate.ts'

/**
 * Takes the rows out of `incoming` (so many) that say what a later row of the file says again: the last one holds. Adds
 * their faults. Returns how many they were. Only rows whose key has the hash of another row's are compared in full.
 */
export async function takeOutDuplicates(
  connection: DuckDBConnection,
  dataset: DatasetName,
  rows: number,
): Promise<number> {
  const { key, repeatable, columns } = SHAPES[dataset]
  if (repeatable === 'true') return 0
  const alike = rows > FEW ? await alikeRows(connection, SHAPES[dataset]) : 'true'
  if (alike === null) return 0
  const single = repeatable === null ? 'true' : `not (${repeatable})`
  const hash = `hash(${key.join(', ')})`
  const suspects = await repeatedHashes(
    connection,
    'suspect',
    `select ${hash} as key_hash from incoming where ${single} and ${alike}`,
  )
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

/**
 * SQL for the rows of `incoming` that share their person and day with another row; null where there are none. Rows with
 * the same key are among them, and most large files have few. Where each person is written in one way, what is written
 * tells that without joining people to ten million rows.
 */
async function alikeRows(connection: DuckDBConnection, { key, day }: Shape): Promise<string | null> {
  if (day === null || !key.includes(day) || !key.includes('person')) return 'true'
  const { spellings, persons } = await queryRow(
    connection,
    z.object({ spellings: z.int(), persons: z.int() }),
    'select count(*)::integer as spellings, count(distinct person)::integer as persons from identity',
  )
  if (spellings > persons) return 'true'
  const hash = `hash(${day}, ${textOf('participant')})`
  const alike = await repeatedHashes(connection, 'alike', `select ${hash} as key_hash from incoming_row`)
  if (alike === 0) return null
  return `at_row in (select rowid from incoming_row where ${hash} in (select key_hash from alike))`
}

/** So many rows are compared by their whole key at once. */
const FEW = 200_000

/** Grouped all at once, the hashes of a large file would be the greatest thing in memory, and slow: so many are at a time. */
const HASHES_AT_A_TIME = 1_000_000

/** Fills a temporary table with each `key_hash` that several rows of a SELECT have. Returns how many. */
async function repeatedHashes(connection: DuckDBConnection, table: string, hashes: string): Promise<number> {
  await connection.run(`create or replace temp table hashed as ${hashes}`)
  const { rows } = await queryRow(connection, Rows, 'select count(*)::integer as rows from hashed')
  const parts = Math.max(1, Math.ceil(rows / HASHES_AT_A_TIME))
  await connection.run(`create or replace temp table ${table} (key_hash ubigint)`)
  for (let part = 0; part < parts; part += 1) {
    await connection.run(
      `insert into ${table}
         select key_hash from hashed where key_hash % ${parts} = ${part} group by all having count(*) > 1`,
    )
  }
  await connection.run('drop table hashed')
  const repeated = await queryRow(connection, Rows, `select count(*)::integer as rows from ${table}`)
  return repeated.rows
}

const Rows = z.object({ rows: z.int() })
const Duplicates = z.object({ duplicates: z.int() })
