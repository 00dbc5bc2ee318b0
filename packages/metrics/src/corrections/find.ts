import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Manifest } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'
import { manifestIn } from '../publication/manifest-file.ts'

const CORRECTIONS = sqlBeside(import.meta.url, 'corrections.sql')

/** What the coming publication says of itself. */
export type Coming = Pick<Manifest, 'agreements' | 'deliveries' | 'as_of' | 'program' | 'note'>

/**
 * Fills `correction` with every figure that the previous publication showed and that `published_results` shows
 * otherwise, with what caused it: the definition if its version is another; else what was loaded since; else the
 * agreement; else the program, or the protection of small numbers. A previous publication that cannot be read
 * corrects nothing.
 */
export async function findCorrections(
  connection: DuckDBConnection,
  folder: string,
  coming: Coming,
): Promise<void> {
  const previous = manifestIn(folder)
  const results = join(folder, 'results.parquet')
  if (previous === null || !existsSync(results)) return
  await runScript(connection, CORRECTIONS, {
    previous: previous.id,
    previous_results: results,
    same_day: previous.as_of === coming.as_of,
    deliveries: JSON.stringify(loadedSince(previous, coming)),
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
    .map(({ agreement, file, start, end }) => ({ agreement, file, start, end }))
}

/** An agreement of which nothing is known from before is not known to have changed. */
function changedAgreements(previous: Manifest, { agreements }: Coming): string[] {
  const before = new Map(previous.agreements.map(({ id, sha256 }) => [id, sha256]))
  return agreements
    .filter(({ id, sha256 }) => before.get(id) !== undefined && before.get(id) !== sha256)
    .map(({ id }) => id)
}
