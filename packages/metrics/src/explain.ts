import { join } from 'node:path'
import type { IndicatorHeader, Manifest, Sentence } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import type { Counted, FigureRow } from './explain/figure.ts'
import { countedNow } from './explain/now.ts'
import { DRAFT, noSuchPart } from './explain/request.ts'
import type { ExplainRequest, Where } from './explain/request.ts'
import { reasonOf, roleOf, stepsOf } from './explain/steps.ts'
import type { Step } from './explain/steps.ts'
import { countedThen } from './explain/then.ts'
import { manifestIn } from './publication/manifest-file.ts'
import { currentId } from './publication/folder.ts'

/** A person in a figure. `reason` is empty but for those who are left out. */
export interface Member {
  readonly person: string
  readonly role: string
  readonly reason: string
}

/** One figure from the people it looks at to its value, and what it rests on. */
export interface Explanation {
  readonly agreement: string
  readonly indicator: string
  readonly title: Sentence
  readonly definition: Sentence
  readonly definition_version: number
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
  const { header, rows, span } = counted
  const countsPeople = header.counts === 'people'
  const { connection } = warehouse
  const parts = countsPeople ? await queryRows(connection, PartRow, 'from explained_part') : []
  if (parts.length === 0 && rows.length === 0) throw noSuchPart(request)
  const waterfall = countsPeople ? stepsOf(parts, header.kind) : []
  return {
    agreement: agreement.id,
    indicator: header.id,
    title: header.title,
    definition: header.definition,
    definition_version: rows[0]?.definition_version ?? header.version,
    period_type: span.period_type,
    period,
    period_start: span.period_start,
    period_end: span.period_end,
    publication: counted.publication,
    as_of: counted.asOf,
    where,
    waterfall,
    value: valueOf(header, waterfall, rows),
    figures: rows,
    deliveries: behind(counted, request),
    ...(request.members && { members: countsPeople ? await membersOf(request) : [] }),
  }
}

/** The newest publication that has the agreement in it, else the draft. */
function newest({ home, agreement }: ExplainRequest): string {
  const id = currentId(home.publications)
  const manifest = id === null ? null : manifestIn(join(home.publications, id))
  return manifest?.agreements.some((each) => each.id === agreement.id) === true ? manifest.id : DRAFT
}

const PartRow = z.object({ role: z.string(), reason: z.string().nullable(), people: z.int() })
const PersonRow = z.object({ person: z.string(), role: z.string(), reason: z.string().nullable() })

async function membersOf({ warehouse }: ExplainRequest): Promise<Member[]> {
  const people = await queryRows(
    warehouse.connection,
    PersonRow,
    "select person, role, reason from explained_person where role <> 'behind' order by role, reason, person",
  )
  return people.map(({ person, role, reason }) => ({
    person,
    role: roleOf(role),
    reason: reasonOf({ role, reason }),
  }))
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

const LOADED = new Set(['approved', 'approved_with_remarks'])
const OF_MONEY = new Set(['costs', 'funding', 'reference'])

/** Loaded deliveries that speak of the period; those of money only where money is counted. */
function behind({ deliveries, header, span, asOf }: Counted, { agreement }: ExplainRequest) {
  const ofMoney = new Set(
    agreement.sources.filter(({ dataset }) => OF_MONEY.has(dataset)).map(({ id }) => id),
  )
  const lastDay = span.period_end < asOf ? span.period_end : asOf
  return deliveries.filter(
    ({ source, verdict, start, end }) =>
      LOADED.has(verdict) &&
      (start === null || start <= lastDay) &&
      (end === null || end >= span.period_start) &&
      (header.counts === 'kronor' || !ofMoney.has(source)),
  )
}
