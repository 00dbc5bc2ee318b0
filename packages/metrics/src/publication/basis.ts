import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement } from '@utfall/contracts'
import { identifier, queryRow, queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import type { Definition } from './definitions.ts'
import { currentId } from './folder.ts'
import { manifestIn } from './manifest-file.ts'
import type { Written } from './write.ts'
import { sha256 } from './written-file.ts'

interface Basis {
  readonly asOf: string
  readonly program: string
  readonly agreements: readonly Agreement[]
  readonly definitions: readonly Definition[]
}

/**
 * A hash of all that figures are counted from: every row of the warehouse, and what the agreements, the definitions
 * and the program say. Two publications with the same basis say the same. Costs one pass over the warehouse.
 */
export async function basisOf(connection: DuckDBConnection, basis: Basis): Promise<string> {
  const definitions = basis.definitions.map(({ header, sql }) => ({ header, sql }))
  const rows = await rowsOf(connection)
  return sha256(JSON.stringify({ ...basis, definitions, rows, code: CODE }))
}

/** The current publication, where it has the very basis and note; null where a new one is due. */
export function unchangedSince(publications: string, basis: string, note: string | null): Written | null {
  const id = currentId(publications)
  if (id === null) return null
  const folder = join(publications, id)
  const manifest = manifestIn(folder)
  if (manifest?.basis !== basis || (note !== null && note !== manifest.note)) return null
  return { id, folder, changed: false }
}

/** The tables that publishing itself writes. */
const WRITTEN = ['people_set', 'people_set_person', 'membership', 'membership_part']

async function rowsOf(connection: DuckDBConnection): Promise<unknown[]> {
  const tables = await queryRows(
    connection,
    z.object({ name: z.string() }),
    `select table_name as name from duckdb_tables()
    where not temporary and database_name = current_database() and not starts_with(table_name, 'published_')
      and not list_contains(from_json($written::json, '["VARCHAR"]'), table_name)
    order by table_name`,
    { written: JSON.stringify(WRITTEN) },
  )
  const sums: unknown[] = []
  for (const { name } of tables) {
    const sum = await queryRow(
      connection,
      z.object({ rows: z.string(), sum: z.string().nullable() }),
      `select count(*)::varchar as rows, sum(hash(*columns(*))::hugeint)::varchar as sum from ${identifier(name)}`,
    )
    sums.push({ name, ...sum })
  }
  return sums
}

/** The program as it is written, for those who run it between two versions. */
const CODE = sha256(
  ['../index.ts', import.meta.resolve('@utfall/contracts')]
    .map((module) => dirname(fileURLToPath(new URL(module, import.meta.url))))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /(?<!\.test)\.(ts|sql)$/.test(file))
        .toSorted()
        .map((file) => sha256(readFileSync(join(folder, file)))),
    )
    .join(),
)
