import { PublishedAgreements, PublishedIndicators } from '@utfall/contracts'
import type { Agreement, IndicatorHeader, PublishedAgreement, PublishedIndicator } from '@utfall/contracts'

/** A definition as the registry holds it: for people and for the engine. */
export interface Definition {
  readonly header: IndicatorHeader
  readonly sql: string
}

/** Every definition with the day from which each agreement uses it: by decision, else from its start. */
export function publishedIndicators(
  definitions: readonly Definition[],
  agreements: readonly Agreement[],
): PublishedIndicator[] {
  return PublishedIndicators.parse(
    definitions
      .map(({ header, sql }) => ({ ...header, sql, valid_from: validFrom(header, agreements) }))
      .toSorted((a, b) => compare(a.id, b.id) || a.version - b.version),
  )
}

function validFrom({ id, version }: IndicatorHeader, agreements: readonly Agreement[]) {
  const days = agreements.flatMap((agreement): [string, string][] => {
    const frozen = agreement.definitions[id]
    if (frozen === undefined) return [[agreement.id, agreement.period.start]]
    if (frozen.version !== version) return []
    return [[agreement.id, frozen.valid_from ?? agreement.period.start]]
  })
  return Object.fromEntries(days.toSorted(([a], [b]) => compare(a, b)))
}

/** What readers may know of each agreement: nothing of how files are read or accounts are matched. */
export function publishedAgreements(agreements: readonly Agreement[]): PublishedAgreement[] {
  return PublishedAgreements.parse(agreements.toSorted((a, b) => compare(a.id, b.id)))
}

/** By code unit: the same order on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
