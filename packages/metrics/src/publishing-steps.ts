import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement, Sentence } from '@utfall/contracts'
import { countMoney } from './costs/count.ts'
import { countPeople, forgetUnits } from './count.ts'
import { nameCountingRules } from './counting-rules.ts'
import { bindVersions, countedApart } from './definitions/versions.ts'
import type { Objection } from './disclosure/objection.ts'
import { protect } from './disclosure/protect.ts'
import { countGoals, judgeGoals } from './goals.ts'
import { keepMemberships, keepPeople } from './membership/keep.ts'
import { preparePeriods } from './periods.ts'
import type { Basis } from './publication/basis.ts'
import { countQuality } from './quality.ts'
import type { Registry } from './registry.ts'
import { settlePeriods } from './settled/settle.ts'

/** A part of the way to a publication that an analyst sees the progress of. */
export interface Step {
  readonly what: Sentence
  /** What was objected to in the drafts before has to be withheld. */
  readonly work: (objections: readonly Objection[]) => Promise<unknown>
}

/** What fills the working tables, in order. */
export function countingSteps(
  connection: DuckDBConnection,
  agreements: readonly Agreement[],
  registry: Registry,
  basis: Basis,
  asOf: string,
): Step[] {
  const apart = countedApart(registry)
  return [
    {
      what: { sv: 'lägger ut perioder', en: 'laying out periods' },
      work: async () => {
        await preparePeriods(connection, agreements, asOf)
        await settlePeriods(connection, basis, asOf)
      },
    },
    {
      what: { sv: 'räknar personer och tillfällen', en: 'counting people and sessions' },
      work: async () => {
        await countPeople(connection, apart, asOf, (header) => keepPeople(connection, header))
        await keepMemberships(connection)
        await bindVersions(connection, agreements, registry)
      },
    },
    {
      what: { sv: 'räknar pengar', en: 'counting money' },
      work: async () => {
        await countMoney(connection, agreements, apart, asOf)
        await bindVersions(connection, agreements, registry)
        await forgetUnits(connection)
      },
    },
  ]
}

/** What protects the working tables, and then reads only what disclosure control let through. */
export function protectingSteps(
  connection: DuckDBConnection,
  agreements: readonly Agreement[],
  registry: Registry,
  asOf: string,
): Step[] {
  const apart = countedApart(registry)
  const ids = agreements.map(({ id }) => id)
  return [
    {
      what: { sv: 'skyddar små tal', en: 'protecting small numbers' },
      work: (objections) => protect(connection, objections),
    },
    {
      what: { sv: 'bedömer mål', en: 'judging goals' },
      work: async () => {
        await judgeGoals(connection)
        await nameCountingRules(connection)
        await countGoals(connection, apart)
        await bindVersions(connection, agreements, registry)
      },
    },
    {
      what: { sv: 'sammanställer kvalitet', en: 'gathering quality' },
      work: () => countQuality(connection, ids, asOf),
    },
  ]
}
