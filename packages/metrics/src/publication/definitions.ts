import type { DuckDBConnection } from '@duckdb/node-api'
import { PublishedAgreements, PublishedIndicators } from '@utfall/contracts'
import type {
  Agreement,
  ContextFigure,
  DatasetName,
  IndicatorHeader,
  PublishedAgreement,
  PublishedIndicator,
} from '@utfall/contracts'
import { datasetsReadBy } from '../definitions/datasets-read.ts'
import { parametersOf } from './parameters.ts'

/** A definition as the registry holds it: for people and for the engine. */
export interface Definition {
  readonly header: IndicatorHeader
  readonly sql: string
}

/** A definition, and the datasets that its figures are counted from. */
export interface ReadDefinition extends Definition {
  readonly reads: readonly DatasetName[]
}

/** Finds what each definition reads, from its SELECT and from what its figures are taken apart by. */
export async function withReads(
  connection: DuckDBConnection,
  definitions: readonly Definition[],
): Promise<ReadDefinition[]> {
  const datasetsRead = await datasetsReadBy(connection, definitions)
  return definitions.map(({ header, sql }) => ({ header, sql, reads: datasetsRead(header, header) }))
}

/** Every definition with the day from which each agreement uses it: by decision, else from its start. */
export function publishedIndicators(
  definitions: readonly ReadDefinition[],
  agreements: readonly Agreement[],
): PublishedIndicator[] {
  return PublishedIndicators.parse(
    definitions
      .map(({ header, sql, reads }) => ({
        ...header,
        sql,
        reads,
        valid_from: validFrom(header, definitions, agreements),
        parameters: Object.fromEntries(
          agreements
            .toSorted((a, b) => compare(a.id, b.id))
            .map((agreement) => [agreement.id, parametersOf(header, agreement)]),
        ),
      }))
      .toSorted((a, b) => compare(a.id, b.id) || a.version - b.version),
  )
}

function validFrom(
  { id, version }: IndicatorHeader,
  definitions: readonly Definition[],
  agreements: readonly Agreement[],
) {
  const versions = definitions
    .map(({ header }) => header)
    .filter((header) => header.id === id)
    .map((header) => header.version)
  const days = agreements.flatMap((agreement): [string, string][] => {
    const { start } = agreement.period
    const { version: held, valid_from } = agreement.definitions[id] ?? { version: Math.max(...versions) }
    if (version === held) return [[agreement.id, valid_from ?? start]]
    const former = Math.max(...versions.filter((each) => each < held))
    return version === former && valid_from !== undefined ? [[agreement.id, start]] : []
  })
  return Object.fromEntries(days.toSorted(([a], [b]) => compare(a, b)))
}

/**
 * What readers may know of each agreement: nothing of how files are read or accounts are matched.
 * @param context public figures by agreement
 */
export function publishedAgreements(
  agreements: readonly Agreement[],
  context: ReadonlyMap<string, readonly ContextFigure[]>,
): PublishedAgreement[] {
  return PublishedAgreements.parse(
    agreements
      .toSorted((a, b) => compare(a.id, b.id))
      .map((agreement) => ({ ...agreement, context: context.get(agreement.id) ?? [] })),
  )
}

/** By code unit: the same order on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
