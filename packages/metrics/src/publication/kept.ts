import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Manifest, TableName } from '@utfall/contracts'
import { literal, queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import { basesInJson } from './basis.ts'
import type { Basis } from './basis.ts'
import { currentId } from './folder.ts'
import { isAsPublished, manifestIn } from './manifest-file.ts'

/** Agreements that nothing has happened to since the current publication of the same day: what it says of them is said again. */
export interface Kept {
  readonly publication: string
  readonly agreements: readonly string[]
  /** Of those agreements, as the current publication has them. */
  readonly periods: Manifest['agreements']
  /** The Parquet file of one of its tables. */
  readonly file: (table: TableName) => string
}

const Counted = z.object({ agreement: z.string(), basis: z.string() })

/**
 * What need not be counted again. Nothing is kept from a publication that this warehouse has not counted, or
 * whose tables are not the ones that it wrote. Disclosure control would decide the same once more: what has been said binds it.
 */
export async function keptFrom(
  connection: DuckDBConnection,
  publications: string,
  { ofAgreements }: Basis,
  asOf: string,
): Promise<Kept | null> {
  const publication = currentId(publications)
  if (publication === null) return null
  const folder = join(publications, publication)
  const manifest = manifestIn(folder)
  if (manifest?.as_of !== asOf || !areAsPublished(folder, manifest)) return null
  const counted = await queryRows(
    connection,
    Counted,
    'select agreement, basis from published_agreement where publication = $publication',
    { publication },
  )
  const agreements = counted
    .filter(({ agreement, basis }) => ofAgreements.get(agreement) === basis)
    .map(({ agreement }) => agreement)
  if (agreements.length === 0) return null
  return {
    publication,
    agreements,
    periods: manifest.agreements.filter(({ id }) => agreements.includes(id)),
    file: (table) => join(folder, `${table}.parquet`),
  }
}

function areAsPublished(folder: string, manifest: Manifest): boolean {
  const parquet = manifest.files.filter(({ path }) => path.endsWith('.parquet'))
  return parquet.every(({ path }) => isAsPublished(folder, manifest, path))
}

/** Writes down what each agreement of a publication was counted from. */
export async function rememberBasis(
  connection: DuckDBConnection,
  publication: string,
  basis: Basis,
): Promise<void> {
  await connection.run(
    `insert into published_agreement
    select $publication, agreement, basis
    from (select unnest(from_json($counted, '[{"agreement": "VARCHAR", "basis": "VARCHAR"}]'), recursive := true))
    where not exists (from published_agreement where publication = $publication)`,
    { publication, counted: basesInJson(basis) },
  )
}

/** A SELECT of the rows of a table that are kept. */
export function keptRows(kept: Kept, table: TableName): string {
  return `from read_parquet(${literal(kept.file(table))}) where agreement in (${kept.agreements.map(literal).join(', ')})`
}
