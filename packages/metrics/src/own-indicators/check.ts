import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement } from '@utfall/contracts'
import { literal, queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import { TWICE, unknownRoles } from '../indicator-faults.ts'
import { countMoney } from '../costs/count.ts'
import { countPeople } from '../count.ts'
import { countedApart } from '../definitions/versions.ts'
import { preparePeriods } from '../periods.ts'
import { dayOfPublication } from '../publication/as-of.ts'
import { readRegistry } from '../registry.ts'
import type { Indicator, RegistryFault } from '../registry.ts'
import { cannotRun, faultOf, statementFault } from './statement.ts'

/** What one indicator counts in all periods together, by role. `people` are different persons. */
interface Counts {
  readonly indicator: string
  readonly role: string
  readonly units: number
  readonly people: number
}

export interface IndicatorCheck {
  readonly faults: readonly RegistryFault[]
  readonly counts: readonly Counts[]
}

const ROLES = new Set(['numerator', 'denominator', 'unknown', 'unknown_outside', 'excluded', 'behind'])

/**
 * Tries every indicator of the folders on the warehouse as it stands, and counts nothing that is published. All in
 * one query; where that fails, each alone, so that one that is wrong is named and the others are counted.
 */
export async function checkIndicators(
  connection: DuckDBConnection,
  agreements: readonly Agreement[],
  folders: readonly string[],
  now: Date,
): Promise<IndicatorCheck> {
  const registry = readRegistry(folders)
  const { indicators } = countedApart(registry)
  const ids = agreements.map(({ id }) => id)
  const asOf = await dayOfPublication(connection, ids, undefined, now)
  await preparePeriods(connection, agreements, asOf)
  await countPeople(connection, { indicators: [], faults: [] }, asOf)
  await countMoney(connection, agreements, { indicators: [], faults: [] }, asOf)

  const faults = [...registry.faults]
  const sound: Indicator[] = []
  for (const indicator of indicators) {
    const fault = await statementFault(connection, indicator)
    if (fault === undefined) sound.push(indicator)
    else faults.push(fault)
  }
  const together = await countAll(connection, sound).catch(() => undefined)
  if (together !== undefined) return judged(sound, together, faults)
  const counts: CountRow[] = []
  for (const indicator of sound) {
    try {
      counts.push(...(await countAll(connection, [indicator])))
    } catch (error) {
      if (!(error instanceof Error)) throw error
      faults.push(faultOf(indicator, cannotRun(error.message)))
    }
  }
  return judged(sound, counts, faults)
}

const CountRow = z.object({
  indicator: z.string(),
  role: z.string(),
  units: z.int(),
  people: z.int(),
  most: z.int().nullable(),
})
type CountRow = z.infer<typeof CountRow>

async function countAll(connection: DuckDBConnection, indicators: readonly Indicator[]): Promise<CountRow[]> {
  if (indicators.length === 0) return []
  return queryRows(
    connection,
    CountRow,
    `${indicators.map(countOf).join('\nunion all\n')}\norder by indicator, role`,
  )
}

const ofUnits = ({ header }: Indicator) => header.counts === 'people' || header.counts === 'events'

function countOf(indicator: Indicator): string {
  const { header, sql } = indicator
  const id = literal(header.id)
  if (!ofUnits(indicator)) {
    return `select ${id} as indicator, '' as role, count(*)::integer as units, 0 as people, 1 as most from (${sql}\n)`
  }
  return `
    select ${id} as indicator, coalesce(role, '') as role, sum(rows)::integer as units,
      count(distinct person)::integer as people, (max(rows) filter (person is not null))::integer as most
    from (
      select period_id, activity, role, person, count(*) as rows
      from (from unit_shape union all by name (${sql}\n))
      group by all
    )
    group by role`
}

/** Roles that there are not, and people who come twice, show only when the units are counted. */
function judged(
  indicators: readonly Indicator[],
  rows: readonly CountRow[],
  faults: readonly RegistryFault[],
): IndicatorCheck {
  const found = indicators.filter(ofUnits).flatMap((indicator) => {
    const ofIt = rows.filter((row) => row.indicator === indicator.header.id)
    const unknown = ofIt.map(({ role }) => role).filter((role) => !ROLES.has(role))
    if (unknown.length > 0) return [faultOf(indicator, unknownRoles(unknown))]
    return ofIt.some(({ most }) => (most ?? 0) > 1) ? [faultOf(indicator, TWICE)] : []
  })
  return {
    faults: [...faults, ...found],
    counts: rows.map(({ indicator, role, units, people }) => ({ indicator, role, units, people })),
  }
}
