import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement } from '@utfall/contracts'
import { TWICE, unknownRoles } from '../indicator-faults.ts'
import { countMoney } from '../costs/count.ts'
import { countPeople } from '../count.ts'
import { countedApart } from '../definitions/versions.ts'
import { preparePeriods } from '../periods.ts'
import { dayOfPublication } from '../publication/as-of.ts'
import { readRegistry } from '../registry.ts'
import type { Indicator, RegistryFault } from '../registry.ts'
import { rowsOf } from './rows.ts'
import type { CountRow } from './rows.ts'
import { cannotRun, faultOf, statementFault } from './statement.ts'

export interface IndicatorCheck {
  readonly faults: readonly RegistryFault[]
  /** What each indicator counts in all periods together, by role, and the first of those rows. */
  readonly counts: readonly CountRow[]
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
  const together = await rowsOf(connection, sound).catch(() => undefined)
  if (together !== undefined) return judged(sound, together, faults)
  const counts: CountRow[] = []
  for (const indicator of sound) {
    try {
      counts.push(...(await rowsOf(connection, [indicator])))
    } catch (error) {
      if (!(error instanceof Error)) throw error
      faults.push(faultOf(indicator, cannotRun(error.message)))
    }
  }
  return judged(sound, counts, faults)
}

const ofUnits = ({ header }: Indicator) => header.counts === 'people' || header.counts === 'events'

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
    counts: rows,
  }
}
