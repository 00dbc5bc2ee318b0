import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement, Manifest } from '@utfall/contracts'
import { datasetsRead } from '../definitions/datasets-read.ts'
import type { Where } from './request.ts'

const LOADED = new Set(['approved', 'approved_with_remarks'])

interface Behind {
  readonly agreement: Agreement
  /** The SELECT of the indicator. */
  readonly sql: string
  readonly where: Where
  readonly first: string
  readonly last: string
}

/** Loaded deliveries of the datasets that the figure is counted from, which speak of some day from `first` to `last`. */
export async function deliveriesBehind(
  connection: DuckDBConnection,
  deliveries: Manifest['deliveries'],
  { agreement, sql, where, first, last }: Behind,
): Promise<Manifest['deliveries']> {
  const ofPeople = where.gender ?? where.age_group ?? where.district
  const read = new Set(await datasetsRead(connection, sql, ofPeople !== undefined))
  const datasetOf = new Map(agreement.sources.map(({ id, dataset }) => [id, dataset]))
  return deliveries.filter(({ source, verdict, start, end }) => {
    const dataset = datasetOf.get(source)
    return (
      LOADED.has(verdict) &&
      (start === null || start <= last) &&
      (end === null || end >= first) &&
      // a source that the agreement no longer has may have told anything
      (dataset === undefined || read.has(dataset))
    )
  })
}
