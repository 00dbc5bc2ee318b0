import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Agreement } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'
import type { Indicator, Registry } from '../registry.ts'

const BINDING = sqlBeside(import.meta.url, 'bind.sql')

/** The working tables whose rows have a definition version. */
const VERSIONED = ['result', 'waterfall', 'curve'] as const

/** What one agreement uses of an indicator that is defined in several versions. */
interface Binding {
  readonly agreement: string
  readonly id: string
  /** The version that holds in periods that end on `valid_from` or later; in all of them where that is null. */
  readonly held: number
  /** The one before it, which is counted in every period: both stand in those that both can be counted in. */
  readonly former: number | null
  readonly valid_from: string | null
}

/**
 * The registry as it is counted: the newest version of an indicator bears its id, and older ones
 * `<id>@<version>`, until `bindVersions` says which of them holds where.
 */
export function countedApart({ indicators, faults }: Registry): Registry {
  return {
    faults,
    indicators: indicators.map((indicator) => {
      const { id, version } = indicator.header
      if (version === newest(indicators, id)) return indicator
      return { ...indicator, header: { ...indicator.header, id: `${id}@${version}` } }
    }),
  }
}

/** Keeps, of everything counted so far, the versions that each agreement has bound. Can be run again. */
export async function bindVersions(
  connection: DuckDBConnection,
  agreements: readonly Agreement[],
  { indicators }: Registry,
): Promise<void> {
  const bindings = agreements.flatMap((agreement) => bindingsOf(agreement, indicators))
  if (bindings.length === 0) return
  await runScript(connection, BINDING, { bindings: JSON.stringify(bindings) })
  for (const table of VERSIONED) await runScript(connection, boundRows(table))
}

/** Throws `ExpectedFault` where an agreement asks for a version that no file defines. */
export function bindingsOf(agreement: Agreement, indicators: readonly Indicator[]): Binding[] {
  const ids = [...new Set(indicators.map(({ header }) => header.id))]
  return ids.flatMap((id) => {
    const versions = indicators.filter(({ header }) => header.id === id).map(({ header }) => header.version)
    const { version: held, valid_from = null } = agreement.definitions[id] ?? {
      version: Math.max(...versions),
    }
    if (!versions.includes(held)) throw noSuchVersion(agreement.id, id, held, versions)
    if (versions.length === 1) return []
    const older = versions.filter((version) => version < held)
    const former = valid_from !== null && older.length > 0 ? Math.max(...older) : null
    return [{ agreement: agreement.id, id, held, former, valid_from: former === null ? null : valid_from }]
  })
}

/** The versions of one indicator that stand in a period that ends on that day, the oldest first. */
export function versionsIn(
  agreement: Agreement,
  indicators: readonly Indicator[],
  periodEnd: string,
): number[] {
  const [binding] = bindingsOf(agreement, indicators)
  if (binding === undefined) return indicators.map(({ header }) => header.version)
  const { held, former, valid_from } = binding
  const holds = valid_from === null || periodEnd >= valid_from
  return [...(former === null ? [] : [former]), ...(holds ? [held] : [])]
}

const newest = (indicators: readonly Indicator[], id: string) =>
  Math.max(...indicators.filter(({ header }) => header.id === id).map(({ header }) => header.version))

function boundRows(table: (typeof VERSIONED)[number]): string {
  const ofRow = `
    binding.agreement = ${table}.agreement
    and binding.id = split_part(${table}.indicator, '@', 1)
    and period.agreement = ${table}.agreement
    and period.period_type = ${table}.period_type
    and period.period = ${table}.period`
  const holds = 'coalesce(period.period_end >= binding.valid_from, true)'
  return `
    delete from ${table} using version_binding as binding, period
    where ${ofRow}
      and not (${table}.definition_version = binding.held and ${holds})
      and ${table}.definition_version is distinct from binding.former;
    update ${table}
    set indicator = if(
      ${table}.definition_version = binding.former and ${holds},
      binding.id || '@' || ${table}.definition_version,
      binding.id
    )
    from version_binding as binding, period
    where ${ofRow};`
}

function noSuchVersion(
  agreement: string,
  id: string,
  version: number,
  known: readonly number[],
): ExpectedFault {
  const there = known.join(', ')
  return new ExpectedFault(
    'unknown_definition_version',
    {
      sv: `Avtalet ${agreement} binder version ${version} av ”${id}”, som ingen fil definierar. Versioner som finns: ${there}. Rätta definitions i agreement.yaml, eller lägg till filen ${id}@${version}.sql.`,
      en: `The agreement ${agreement} binds version ${version} of "${id}", which no file defines. Versions there are: ${there}. Mend definitions in agreement.yaml, or add the file ${id}@${version}.sql.`,
    },
    EXIT_STATUS.wrongUse,
  )
}
