import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement } from '@utfall/contracts'
import { identifier, queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import type { Definition } from './definitions.ts'
import { currentId } from './folder.ts'
import type { Written } from './folder.ts'
import { manifestIn } from './manifest-file.ts'
import { sha256 } from './written-file.ts'

interface CountedFrom {
  readonly asOf: string
  readonly program: string
  readonly agreements: readonly Agreement[]
  readonly definitions: readonly Definition[]
}

/** Hashes of all that figures are counted from. Two publications with the same basis say the same. */
export interface Basis {
  readonly whole: string
  /** Agreement → what its figures are counted from, whatever the day: no figure rests on the rows of two. */
  readonly ofAgreements: ReadonlyMap<string, string>
}

/**
 * A hash of every row of the warehouse that an agreement owns, and of what the agreement, the definitions and the
 * program say. Costs one pass over the warehouse.
 */
export async function basisOf(connection: DuckDBConnection, from: CountedFrom): Promise<Basis> {
  const { asOf, program, agreements } = from
  const definitions = from.definitions.map(({ header, sql }) => ({ header, sql }))
  const common = { program, definitions, code: CODE }
  const rows = await rowsByAgreement(connection)
  const ofAgreements = new Map(
    agreements.map((terms) => [
      terms.id,
      sha256(JSON.stringify({ ...common, terms, rows: rows.get(terms.id) ?? [] })),
    ]),
  )
  return { whole: sha256(JSON.stringify([asOf, common, ...ofAgreements])), ofAgreements }
}

/** What each agreement is counted from, for SQL. */
export function basesInJson({ ofAgreements }: Basis): string {
  return JSON.stringify([...ofAgreements].map(([agreement, basis]) => ({ agreement, basis })))
}

/** The current publication, where it has the very basis and note; null where a new one is due. */
export function unchangedSince(publications: string, basis: Basis, note: string | null): Written | null {
  const id = currentId(publications)
  if (id === null) return null
  const folder = join(publications, id)
  const manifest = manifestIn(folder)
  if (manifest?.basis !== basis.whole || (note !== null && note !== manifest.note)) return null
  return { id, folder, changed: false }
}

/** What belongs to one agreement. What publishing itself writes begins with `published_`. */
const OWNED = `
  select table_name as name from duckdb_columns()
  where column_name = 'agreement' and database_name = current_database() and schema_name = 'main'
    and not internal and not starts_with(table_name, 'published_')
    and table_name in (select table_name from duckdb_tables() where not temporary)
  order by table_name`

/**
 * Each agreement's rows, a count and a sum of hashes for each table. `person` is left out: it holds what an identity
 * number tells, and the pseudonyms in these rows are made of that number.
 */
async function rowsByAgreement(connection: DuckDBConnection): Promise<ReadonlyMap<string, unknown[]>> {
  const tables = await queryRows(connection, z.object({ name: z.string() }), OWNED)
  const sums = tables.map(({ name }) => sumsOf(name, identifier(name)))
  sums.push(
    sumsOf(
      'delivery_fault',
      '(from delivery_fault join (select delivery, agreement from delivery) using (delivery))',
    ),
  )
  const found = await queryRows(
    connection,
    z.object({ agreement: z.string(), name: z.string(), rows: z.string(), sum: z.string() }),
    `${sums.join(' union all ')} order by all`,
  )
  return Map.groupBy(found, ({ agreement }) => agreement)
}

function sumsOf(name: string, rows: string): string {
  return `
    select agreement, '${name}' as name, count(*)::varchar as rows, sum(hash(*columns(*))::hugeint)::varchar as sum
    from ${rows} group by agreement`
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
