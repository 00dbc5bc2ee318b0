import { join } from 'node:path'
import type { IndicatorHeader, Manifest, Sentence } from '@utfall/contracts'
import { deliveriesBehind } from './explain/deliveries.ts'
import type { FigureRow } from './explain/figure.ts'
import { countedNow } from './explain/now.ts'
import { DRAFT, noSuchPart } from './explain/request.ts'
import type { ExplainRequest, Where } from './explain/request.ts'
import { membersIn, stepsOf } from './explain/steps.ts'
import type { Member, Step } from './explain/steps.ts'
import { countedThen } from './explain/then.ts'
import { manifestIn } from './publication/manifest-file.ts'
import { currentId } from './publication/folder.ts'

/** One figure from the people it looks at to its value, and what it rests on. */
export interface Explanation {
  readonly agreement: string
  readonly indicator: string
  readonly title: Sentence
  readonly definition: Sentence
  /** The rest of the definition in words; undefined where it has no such part. */
  readonly numerator: Sentence
  readonly denominator: Sentence | undefined
  readonly excluded: Sentence | undefined
  readonly placed_by: Sentence
  readonly limitation: Sentence | undefined
  /** What the agreement decides of it, by the names of agreement.yaml. */
  readonly parameters: Readonly<Record<string, unknown>>
  readonly definition_version: number
  /** Every version that stands in the period, this one among them, the oldest first. */
  readonly definition_versions: readonly number[]
  readonly period_type: string
  readonly period: string
  readonly period_start: string
  readonly period_end: string
  /** Null: the figure as the warehouse stands. */
  readonly publication: string | null
  readonly as_of: string
  readonly where: Where
  /** Empty for a figure that counts no people. */
  readonly waterfall: readonly Step[]
  /** The share or the number that the waterfall ends in; else as published. Null where it cannot be told. */
  readonly value: number | null
  /** The rows of `results`: as published, or as counted before disclosure control. */
  readonly figures: readonly FigureRow[]
  readonly deliveries: Manifest['deliveries']
  /** Only where they were asked for. */
  readonly members?: readonly Member[]
}

/**
 * Walks one figure. A published one is explained from its own day, whatever has changed since. Throws
 * `ExpectedFault` where there is no such publication, indicator or figure, and where `where` leaves nobody.
 */
export async function explain(request: ExplainRequest): Promise<Explanation> {
  const { warehouse, agreement, period, where } = request
  const publication = request.publication ?? newest(request)
  const counted = publication === DRAFT ? await countedNow(request) : await countedThen(request, publication)
  const { header, rows, span, asOf } = counted
  const { connection } = warehouse
  const countsPeople = header.counts === 'people'
  const waterfall = countsPeople ? await stepsOf(connection, header.kind) : []
  if (rows.length === 0 && (waterfall[0]?.count ?? 0) === 0) throw noSuchPart(request, counted.categories)
  const { title, definition, numerator, denominator, excluded, placed_by, limitation } = header
  return {
    agreement: agreement.id,
    indicator: header.id,
    title,
    definition,
    numerator,
    denominator,
    excluded,
    placed_by,
    limitation,
    parameters: counted.parameters,
    definition_version: header.version,
    definition_versions: counted.versions,
    period_type: span.period_type,
    period,
    period_start: span.period_start,
    period_end: span.period_end,
    publication: counted.publication,
    as_of: asOf,
    where,
    waterfall,
    value: valueOf(header, waterfall, rows),
    figures: rows,
    deliveries: await deliveriesBehind(connection, counted.deliveries, {
      agreement,
      definition: header,
      definitions: counted.definitions,
      where,
      first: span.period_start,
      last: span.period_end < asOf ? span.period_end : asOf,
    }),
    ...(request.members && { members: countsPeople ? await membersIn(connection) : [] }),
  }
}

/** The newest publication that has the agreement in it, else the draft. */
function newest({ home, agreement }: ExplainRequest): string {
  const id = currentId(home.publications)
  const manifest = id === null ? null : manifestIn(join(home.publications, id))
  return manifest?.agreements.some((each) => each.id === agreement.id) === true ? manifest.id : DRAFT
}

function valueOf(
  { kind }: IndicatorHeader,
  waterfall: readonly Step[],
  rows: readonly FigureRow[],
): number | null {
  const countOf = (role: Step['role']) => waterfall.find((step) => step.role === role)?.count
  const numerator = countOf('numerator')
  if (kind === 'count' && numerator !== undefined) return numerator
  const denominator = countOf('denominator') ?? 0
  if (kind === 'share' && numerator !== undefined && denominator > 0) return numerator / denominator
  return rows.length === 1 ? (rows[0]?.value ?? null) : null
}
