import type { DuckDBConnection } from '@duckdb/node-api'
import type { DatasetName } from '@utfall/contracts'
import { literal, queryRow, queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import type { Belonging } from './find.ts'
import type { Period } from './period-in-name.ts'
import { SHAPES } from './shapes.ts'

/** How a delivery stands in time to the others of its source: by the day it was told on, then by what first arrived. */
export interface Age {
  readonly toldOn: string | null
  /** The first loaded delivery with the very same content; null where there is none. */
  readonly firstTold: number | null
}

/** What deliveries that are newer than the one at hand have spoken of. */
export interface Newer {
  readonly deliveries: readonly number[]
  /** Deliveries of the very same content and age. */
  readonly same: readonly number[]
  /** Whether one of them was the whole truth. */
  readonly everything: boolean
  /** The days that each of the others was the whole truth for. */
  readonly spans: readonly Period[]
}

interface AgeOf {
  readonly belonging: Belonging
  readonly dataset: DatasetName
  readonly sha256: string
  /** The day that the file itself says it was made. */
  readonly exported: string | undefined
  /** The period that its name states, and the same where it binds the rows. */
  readonly named: Period | null
  readonly bound: Period | null
  /** The last day that its rows speak of. */
  readonly lastDay: string | null
  /** The day from which its rows hold, where those of the dataset hold from a day. */
  readonly knownFrom: string
}

/**
 * The day that a file was told on: the day it says that it was made (SIE's #GEN); else the end of the period in its
 * name; else its last row's day, where it is the whole truth. A file that tells nothing of the kind is as new as the
 * newest of its source so far, so that the order of arrival holds; so is one that comes for a part of a period that
 * was told of before: it is meant to correct that (`corrects`). The same content twice is as old as it was at first.
 */
export async function ageOf(
  connection: DuckDBConnection,
  request: AgeOf,
): Promise<Age & { readonly corrects: boolean }> {
  const { belonging, dataset, sha256, exported, named, bound, lastDay, knownFrom } = request
  const around = bound
    ? `replaces = 'period' and scope_start <= date ${literal(bound.start)} and scope_end >= date ${literal(bound.end)}
       and (scope_start, scope_end) <> (date ${literal(bound.start)}, date ${literal(bound.end)})`
    : 'false'
  const { first, first_told_on, newest, newest_around } = await queryRow(
    connection,
    z.object({
      first: z.int().nullable(),
      first_told_on: z.string().nullable(),
      newest: z.string().nullable(),
      newest_around: z.string().nullable(),
    }),
    `select min(delivery) filter (where sha256 = ${literal(sha256)}) as first, max(told_on) as newest,
       arg_min(told_on, delivery) filter (where sha256 = ${literal(sha256)}) as first_told_on,
       max(told_on) filter (where ${around}) as newest_around
     from delivery where ${loaded(belonging)}`,
  )
  const told = SHAPES[dataset].holdsFrom ? knownFrom : (exported ?? byPeriod())
  return {
    toldOn: told ?? (first === null ? newest : first_told_on),
    firstTold: first,
    corrects: exported === undefined && first === null && newest_around !== null,
  }

  function byPeriod(): string | null {
    if (newest_around !== null && first !== null) return first_told_on
    const last = belonging.source.replaces === 'everything' ? lastDay : null
    const end = named?.end ?? last
    return newest_around !== null && newest_around > (end ?? '') ? newest_around : end
  }
}

const Told = z.object({
  delivery: z.int(),
  is_newer: z.boolean(),
  replaces: z.string(),
  start: z.string().nullable(),
  end: z.string().nullable(),
})

/** The loaded deliveries of the source that are newer, by what they spoke of. */
export async function newerThan(
  connection: DuckDBConnection,
  belonging: Belonging,
  { toldOn, firstTold }: Age,
): Promise<Newer> {
  const own = toldOn === null ? NEVER : `date ${literal(toldOn)}`
  const rank = `(coalesce(told_on, ${NEVER}), coalesce(first_told, delivery))`
  const ownRank = `(${own}, ${firstTold ?? LAST})`
  const told = await queryRows(
    connection,
    Told,
    `select delivery, ${rank} > ${ownRank} as is_newer, replaces, scope_start as start, scope_end as "end"
     from delivery where ${loaded(belonging)} and ${rank} >= ${ownRank}`,
  )
  const newer = told.filter(({ is_newer }) => is_newer)
  return {
    deliveries: newer.map(({ delivery }) => delivery),
    same: told.filter(({ is_newer }) => !is_newer).map(({ delivery }) => delivery),
    everything: newer.some(({ replaces }) => replaces === 'everything'),
    spans: newer.flatMap(({ replaces, start, end }) =>
      replaces === 'period' && start !== null && end !== null ? [{ start, end }] : [],
    ),
  }
}

const NEVER = "date '-infinity'"
/** Higher than the number of any delivery. */
const LAST = 2 ** 31 - 1

function loaded({ agreement, source }: Belonging): string {
  return `agreement = ${literal(agreement.id)} and source_id = ${literal(source.id)}
    and verdict in ('approved', 'approved_with_remarks')`
}

/** SQL that holds for rows of a day (SQL; null where rows have none) that a newer delivery was the whole truth for. */
export function inNewerScope({ everything, spans }: Newer, day: string | null): string {
  if (everything) return 'true'
  if (day === null || spans.length === 0) return 'false'
  const within = spans.map(
    ({ start, end }) => `${day} between date ${literal(start)} and date ${literal(end)}`,
  )
  return `coalesce(${within.join(' or ')}, false)`
}

/** SQL that holds for a delivery's number (SQL) where it is a newer one. */
export function isNewer({ deliveries }: Newer, delivery: string): string {
  return deliveries.length === 0 ? 'false' : `${delivery} in (${deliveries.join(', ')})`
}
