import type { DuckDBConnection } from '@duckdb/node-api'
import { ContextFigure } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'

/** A price index is what money is reckoned with, and no context. Series from Kolada's API are kept with its name first. */
const FIGURES = `
  select reference.agreement, regexp_replace(reference.series, '^Kolada ', '') as series, delivery.sender,
    reference.municipality, reference.period, reference.gender, max(reference.value) as value
  from reference
  join published_delivery as delivery using (delivery)
  where not starts_with(upper(reference.series), 'SCB KPI')
  group by all
  order by all`

/** Public figures that stand beside each agreement's own, by its id; nothing is counted or compared. */
export async function contextFigures(
  connection: DuckDBConnection,
): Promise<ReadonlyMap<string, readonly ContextFigure[]>> {
  const figures = await queryRows(connection, ContextFigure.extend({ agreement: z.string() }), FIGURES)
  return Map.groupBy(figures, ({ agreement }) => agreement)
}
