import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement, Sentence } from '@utfall/contracts'
import { TWICE, unknownRoles } from '../indicator-faults.ts'
import { countMoney } from '../costs/count.ts'
import { figureFault } from '../costs/figure-view.ts'
import { countPeople } from '../count.ts'
import { countedApart } from '../definitions/versions.ts'
import { preparePeriods } from '../periods.ts'
import { dayOfPublication } from '../publication/as-of.ts'
import { readRegistry } from '../registry.ts'
import type { Indicator, RegistryFault } from '../registry.ts'
import { rowsOf } from './rows.ts'
import type { CountRow } from './rows.ts'
import { defineUnits } from '../tally.ts'
import { cannotRun, faultOf, statementFault } from './statement.ts'
import { unitValueFault } from './values.ts'

export interface IndicatorCheck {
  readonly faults: readonly RegistryFault[]
  /** What each indicator counts in all periods together, by role, and the first of those rows. */
  readonly counts: readonly CountRow[]
}

const ROLES = new Set(['numerator', 'denominator', 'unknown', 'unknown_outside', 'excluded', 'behind'])

interface Trying {
  readonly progress?: (step: { readonly what: Sentence; readonly done: number; readonly of: number }) => void
  /** How long one indicator may take, and all of them together, in milliseconds. */
  readonly limit?: number
}

/** Far longer than any sound indicator takes, of many millions of rows too. */
const LIMIT = 5 * 60 * 1000

/**
 * Tries every indicator of the folders on the warehouse as it stands, and counts nothing that is published. All in
 * one query; where that fails, each alone, so that one that is wrong or never ends is named and the others are counted.
 */
export async function checkIndicators(
  connection: DuckDBConnection,
  agreements: readonly Agreement[],
  folders: readonly string[],
  now: Date,
  { progress = () => undefined, limit = LIMIT }: Trying = {},
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
  progress({ what: { sv: 'prövar alla', en: 'trying all' }, done: 0, of: sound.length })
  const together = await within(connection, limit, () => tryTogether(connection, sound))
  if (together !== undefined) return { faults, counts: together }
  const counts: CountRow[] = []
  for (const [done, indicator] of sound.entries()) {
    const { id } = indicator.header
    progress({ what: { sv: `prövar ${id}`, en: `trying ${id}` }, done, of: sound.length })
    const tried = await within(connection, limit, () => tryOut(connection, indicator))
    if (tried === undefined) faults.push(faultOf(indicator, tooLong(limit)))
    else if ('sentence' in tried) faults.push(tried)
    else counts.push(...tried)
  }
  return { faults, counts }
}

/** What all of them count, in one query; undefined where anything is wrong with one of them. */
async function tryTogether(
  connection: DuckDBConnection,
  indicators: readonly Indicator[],
): Promise<readonly CountRow[] | undefined> {
  try {
    const rows = await rowsOf(connection, indicators)
    if (indicators.some((indicator) => unitFault(indicator, rows) !== undefined)) return undefined
    for (const indicator of indicators) {
      if ((await valueFault(connection, indicator)) !== undefined) return undefined
    }
    return rows
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return undefined
  }
}

/** What an indicator counts, or the first fault in it. */
async function tryOut(
  connection: DuckDBConnection,
  indicator: Indicator,
): Promise<readonly CountRow[] | RegistryFault> {
  try {
    const inValues = await valueFault(connection, indicator)
    if (inValues !== undefined) return faultOf(indicator, inValues)
    const rows = await rowsOf(connection, [indicator])
    const inUnits = unitFault(indicator, rows)
    return inUnits === undefined ? rows : faultOf(indicator, inUnits)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return faultOf(indicator, cannotRun(error.message))
  }
}

const ofUnits = ({ header }: Indicator) => header.counts === 'people' || header.counts === 'events'

async function valueFault(connection: DuckDBConnection, indicator: Indicator) {
  const { header, sql } = indicator
  if (!ofUnits(indicator)) return figureFault(connection, sql)
  return (await defineUnits(connection, sql)) ?? (await unitValueFault(connection, header))
}

/** Roles that there are not, and people who come twice, show only when the units are counted. */
function unitFault(indicator: Indicator, counted: readonly CountRow[]): Sentence | undefined {
  if (!ofUnits(indicator)) return undefined
  const rows = counted.filter((row) => row.indicator === indicator.header.id)
  const unknown = rows.map(({ role }) => role).filter((role) => !ROLES.has(role))
  if (unknown.length > 0) return unknownRoles(unknown)
  return rows.some(({ most }) => (most ?? 0) > 1) ? TWICE : undefined
}

/**
 * What `work` answers, undefined where it takes longer than `limit`. It is broken off again and again, since an interrupt
 * between two statements stops neither.
 */
async function within<Answer>(
  connection: DuckDBConnection,
  limit: number,
  work: () => Promise<Answer>,
): Promise<Answer | undefined> {
  let late = false
  const timer = setInterval(() => {
    late = true
    connection.interrupt()
  }, limit)
  try {
    const answer = await work()
    return late ? undefined : answer
  } finally {
    clearInterval(timer)
  }
}

function tooLong(limit: number): Sentence {
  const minutes = Math.ceil(limit / 60_000)
  return {
    sv: `SELECT-satsen var inte klar efter ${minutes} min och avbröts. Se om den upprepar sig utan slut, eller ställer alla rader mot alla, och rätta den.`,
    en: `The SELECT was not done after ${minutes} min and was broken off. See whether it repeats without end, or sets all rows against all, and mend it.`,
  }
}
