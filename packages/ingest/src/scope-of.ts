import type { DuckDBConnection } from '@duckdb/node-api'
import { queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import { ageOf, newerThan } from './age.ts'
import type { Age } from './age.ts'
import { addReadingFaults } from './fault-table.ts'
import type { Belonging } from './find.ts'
import type { Reading } from './readers/reader.ts'
import type { Scope } from './reconcile.ts'
import type { NamedPeriod, Period } from './period-in-name.ts'
import { SHAPES } from './shapes.ts'

interface ScopeOf {
  readonly connection: DuckDBConnection
  readonly belonging: Belonging
  readonly reading: Reading
  readonly sha256: string
  /** The period in the file's name, and the same where it binds the rows. */
  readonly named: Period | null
  readonly bound: NamedPeriod | null
  readonly knownFrom: string
}

/**
 * What the file speaks for, and how old it is. Where its name binds it to no period: from its first to its last day. A
 * dataset whose rows have no day (participants, memberships, reference) says what is last known: a file for a period
 * adds and updates, since no row of it could be told to lie outside the period.
 */
export async function scopeOf(request: ScopeOf): Promise<{ scope: Scope; age: Age }> {
  const { connection, belonging, reading, bound } = request
  const { agreement, source } = belonging
  const { dataset, sessions } = reading
  const { day } = SHAPES[dataset]
  const told = day === null ? null : await firstToLast(connection, day)
  // Of several years a file tells some part: were it the whole truth for all of them, those who close their books at
  // midsummer would lose half of the year before. So does a file for a term or a week of a year.
  const some = bound === null || bound.part || (bound.years ?? 1) > 1
  const period = some ? told : bound
  const undated = source.replaces === 'period' && period === null
  const { corrects, ...age } = await ageOf(connection, {
    ...request,
    dataset,
    exported: reading.exported,
    lastDay: told?.end ?? null,
  })
  if (corrects) await addReadingFaults(connection, [{ rule: 'corrects_part', line: null }])
  const scope = {
    agreement: agreement.id,
    source,
    dataset,
    period,
    replaces: undated || sessions?.only ? 'rows' : source.replaces,
    sessions: sessions ?? null,
    toldOn: age.toldOn,
    newer: await newerThan(connection, belonging, age),
  } as const
  return { scope, age }
}

async function firstToLast(connection: DuckDBConnection, day: string): Promise<Period | null> {
  const { start, end } = await queryRow(
    connection,
    z.object({ start: z.string().nullable(), end: z.string().nullable() }),
    `select min(${day}) as start, max(${day}) as "end" from incoming_row`,
  )
  return start === null || end === null ? null : { start, end }
}
