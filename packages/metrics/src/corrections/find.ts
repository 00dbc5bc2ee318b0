import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement, IndicatorHeader, Manifest } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'
import { datasetsReadBy } from '../definitions/datasets-read.ts'
import { isAsPublished, manifestIn } from '../publication/manifest-file.ts'

const CORRECTIONS = sqlBeside(import.meta.url, 'corrections.sql')
const RESULTS = 'results.parquet'

/** What the coming publication says of itself. */
export type Coming = Pick<Manifest, 'agreements' | 'deliveries' | 'as_of' | 'program' | 'note'>

/** What decides which deliveries a figure is counted from. */
export interface Terms {
  readonly agreements: readonly Agreement[]
  readonly definitions: readonly { readonly header: IndicatorHeader; readonly sql: string }[]
}

/**
 * Fills `correction` with every figure that the previous publication showed and that `published_results` shows
 * otherwise, with what caused it: the definition if its version is another; else what was loaded since of the
 * datasets that the figure is counted from; else the agreement; else the program, or the protection of small numbers.
 * A previous publication that cannot be read corrects nothing.
 */
export async function findCorrections(
  connection: DuckDBConnection,
  folder: string,
  coming: Coming,
  terms: Terms,
): Promise<void> {
  const previous = manifestIn(folder)
  if (previous === null || !isAsPublished(folder, previous, RESULTS)) return
  const loaded = loadedSince(previous, coming)
  await runScript(connection, CORRECTIONS, {
    previous: previous.id,
    previous_results: join(folder, RESULTS),
    same_day: previous.as_of === coming.as_of,
    deliveries: JSON.stringify(loaded),
    readings: JSON.stringify(
      await readings(connection, terms, new Set(loaded.map((each) => each.agreement))),
    ),
    changed_agreements: JSON.stringify(changedAgreements(previous, coming)),
    other_program: previous.program !== coming.program,
    note: coming.note ?? '',
  })
}

const LOADED = new Set(['approved', 'approved_with_remarks'])

type Delivery = Manifest['deliveries'][number]

const nameOf = ({ agreement, source, file, received }: Delivery) =>
  JSON.stringify([agreement, source, file, received])

/** A file of few rows has no digest. */
const maySaySame = (one: Delivery, other: Delivery) =>
  one.sha256 === undefined || other.sha256 === undefined || one.sha256 === other.sha256

function loadedSince(previous: Manifest, { deliveries }: Coming) {
  const before = Map.groupBy(previous.deliveries, nameOf)
  const isNew = (delivery: Delivery) =>
    !before.get(nameOf(delivery))?.some((earlier) => maySaySame(earlier, delivery))
  return deliveries
    .filter((delivery) => LOADED.has(delivery.verdict) && isNew(delivery))
    .map(({ agreement, dataset, file, start, end }) => ({ agreement, dataset, file, start, end }))
}

/** The datasets that each figure of the agreements is counted from. */
async function readings(
  connection: DuckDBConnection,
  { agreements, definitions }: Terms,
  ids: ReadonlySet<string>,
) {
  const datasetsRead = await datasetsReadBy(connection, definitions)
  return agreements
    .filter(({ id }) => ids.has(id))
    .flatMap((agreement) =>
      definitions.flatMap(({ header }) =>
        header.breakdowns.flatMap((breakdown) =>
          (header.counts === 'kronor' ? BASES : ['']).map((basis) => ({
            agreement: agreement.id,
            indicator: header.id,
            definition_version: header.version,
            breakdown,
            basis,
            datasets: datasetsRead(header, { breakdowns: [breakdown], basis, agreement }),
          })),
        ),
      ),
    )
}

const BASES = ['', 'municipality', 'cost', 'cost_with_own_contribution']

/** An agreement of which nothing is known from before is not known to have changed. */
function changedAgreements(previous: Manifest, { agreements }: Coming): string[] {
  const before = new Map(previous.agreements.map(({ id, sha256 }) => [id, sha256]))
  return agreements
    .filter(({ id, sha256 }) => before.get(id) !== undefined && before.get(id) !== sha256)
    .map(({ id }) => id)
}
