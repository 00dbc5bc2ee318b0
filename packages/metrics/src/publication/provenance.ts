import type { DuckDBConnection } from '@duckdb/node-api'
import { DATASETS_ABOUT_PEOPLE, Manifest } from '@utfall/contracts'
import type { Agreement } from '@utfall/contracts'
import { queryRow, queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import type { Kept } from './kept.ts'
import { sha256 } from './written-file.ts'

const PERIODS = `
  select agreement, period_type, period, period_start as start, period_end as "end", complete
  from period order by agreement, period_type, period_start, period`

/** A delivery that could not be read at all has no content to name, and nothing rests on it. */
const DELIVERIES = `
  select agreement, source_id as source, dataset, sender, file, sha256,
    strftime(received, '%Y-%m-%dT%H:%M:%SZ') as received, rows_read::integer as rows,
    verdict, scope_start as start, scope_end as "end"
  from published_delivery where sha256 <> '' order by agreement, source_id, file, delivery`

/** That of the newest delivery; empty before the first. */
const RULE_SET = "select coalesce(max_by(rule_set, delivery), '') as rule_set from published_delivery"

const PeriodOfAgreement = Manifest.shape.agreements.element.shape.periods.element.extend({
  agreement: z.string(),
})

const DeliveryRow = Manifest.shape.deliveries.element.required()

export type Provenance = Pick<Manifest, 'agreements' | 'deliveries' | 'rule_set'>

/** What the manifest says that a publication speaks of and rests on. */
export async function provenance(
  connection: DuckDBConnection,
  agreements: readonly Agreement[],
  kept: Kept | null = null,
): Promise<Provenance> {
  const periods = await queryRows(connection, PeriodOfAgreement, PERIODS)
  const periodsOf = (id: string) =>
    kept?.periods.find((agreement) => agreement.id === id)?.periods ??
    periods.filter(({ agreement }) => agreement === id)
  return {
    agreements: agreements
      .toSorted((a, b) => (a.id < b.id ? -1 : 1))
      .map((terms) => ({
        id: terms.id,
        sha256: sha256(JSON.stringify(terms)),
        periods: periodsOf(terms.id),
      })),
    deliveries: (await queryRows(connection, DeliveryRow, DELIVERIES)).map((delivery) =>
      withoutFew(delivery, agreements),
    ),
    ...(await queryRow(connection, z.object({ rule_set: z.string() }), RULE_SET)),
  }
}

/** Few rows about people are few people: neither how many they are is told, nor a digest to try them out against. */
function withoutFew(
  { rows, sha256: digest, ...delivery }: z.infer<typeof DeliveryRow>,
  agreements: readonly Agreement[],
): Manifest['deliveries'][number] {
  const terms = agreements.find(({ id }) => id === delivery.agreement)
  const isFew = terms !== undefined && rows > 0 && rows < terms.disclosure.threshold
  if (isFew && DATASETS_ABOUT_PEOPLE.includes(delivery.dataset)) return delivery
  return { ...delivery, sha256: digest, rows }
}
