import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement, Manifest } from '@utfall/contracts'
import { datasetsReadBy } from '../definitions/datasets-read.ts'
import type { Selecting } from '../definitions/datasets-read.ts'
import type { Where } from './request.ts'

const LOADED = new Set(['approved', 'approved_with_remarks'])

interface Behind {
  readonly agreement: Agreement
  readonly definition: Selecting['header']
  /** Those that it was counted among. */
  readonly definitions: readonly Selecting[]
  readonly where: Where
  readonly first: string
  readonly last: string
}

/** Loaded deliveries of the datasets that the figure is counted from, which speak of some day from `first` to `last`. */
export async function deliveriesBehind(
  connection: DuckDBConnection,
  deliveries: Manifest['deliveries'],
  { agreement, definition, definitions, where, first, last }: Behind,
): Promise<Manifest['deliveries']> {
  const datasetsRead = await datasetsReadBy(connection, definitions)
  const asked = Object.entries(where).flatMap(([name, value]) => (value === undefined ? [] : [name]))
  const breakdowns = asked.length > 0 ? asked : ['total']
  const read = new Set(datasetsRead(definition, { breakdowns, agreement }))
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
