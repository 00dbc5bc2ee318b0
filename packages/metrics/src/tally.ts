import type { DuckDBConnection } from '@duckdb/node-api'
import { ExpectedFault } from '@utfall/contracts'
import type { IndicatorHeader, Sentence } from '@utfall/contracts'
import { queryRow, queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import { z } from 'zod'
import { MOST_PEOPLE } from './disclosure/people.ts'
import { TWICE, cannotRun, refused, unknownColumns, unknownRoles } from './indicator-faults.ts'
import { unitValueFault } from './own-indicators/values.ts'
import { isOwn } from './registry.ts'
import type { Indicator } from './registry.ts'

const TALLY = sqlBeside(import.meta.url, 'sql/tally.sql')
const COUNTED_PEOPLE = sqlBeside(import.meta.url, 'sql/counted_people.sql')
const FOLLOWED = sqlBeside(import.meta.url, 'sql/followed.sql')

/** What was counted before of a settled period stands, but for curves. */
const UNSETTLED = 'anti join settled_period using (period_id)'
const ANY_SETTLED = 'select exists (from settled_period) as settled'

/**
 * Tallies the units of one indicator, into `tally`, and leaves them in the view `unit`. Throws `ExpectedFault` naming
 * the file when its SELECT cannot be run, or when what it yields cannot be counted.
 */
export async function tallyUnits(connection: DuckDBConnection, indicator: Indicator): Promise<void> {
  const { header, sql, path } = indicator
  const { settled } = await queryRow(connection, z.object({ settled: z.boolean() }), ANY_SETTLED)
  try {
    // an anti join of nothing makes the planner think that few units are left
    const fault =
      (await defineUnits(connection, sql, header.kind === 'curve' || !settled ? '' : UNSETTLED)) ??
      (isOwn(indicator) ? await unitValueFault(connection, header) : undefined) ??
      (await unitFault(connection, header))
    if (fault !== undefined) throw refused(path, fault)
    if (header.counts === 'people') {
      await runScript(connection, COUNTED_PEOPLE, { indicator: header.id, most_people: MOST_PEOPLE })
    }
    if (header.kind === 'curve') await runScript(connection, FOLLOWED, { indicator: header.id })
  } catch (error) {
    if (error instanceof ExpectedFault || !(error instanceof Error)) throw error
    throw refused(path, cannotRun(error.message))
  }
}

/** Makes a SELECT the view `unit`; says which of its columns nothing is done with. Throws as the engine does. */
export async function defineUnits(
  connection: DuckDBConnection,
  select: string,
  less = '',
): Promise<Sentence | undefined> {
  await connection.run(
    `create or replace temp view unit as from (from unit_shape union all by name (${select}\n)) ${less}`,
  )
  const surplus = await queryRows(
    connection,
    z.object({ column_name: z.string() }),
    `select column_name from (describe unit) where column_name not in (select column_name from (describe unit_shape))`,
  )
  return surplus.length > 0 ? unknownColumns(surplus.map(({ column_name }) => column_name)) : undefined
}

/** How many units are looked through for people who come twice. */
const LOOKED_THROUGH = 50_000

/** Fills `tally`. */
async function unitFault(
  connection: DuckDBConnection,
  { id, kind, counts }: IndicatorHeader,
): Promise<Sentence | undefined> {
  await runScript(connection, TALLY, {
    indicator: id,
    keeps_amounts: kind === 'median',
    keeps_people: counts === 'people',
  })
  const { roles, one_in } = await queryRow(
    connection,
    z.object({ roles: z.array(z.string()).nullable(), one_in: z.int() }),
    `select
      list(distinct coalesce(role, '')) filter (
        period_id is null
        or coalesce(role, '') not in ('numerator', 'denominator', 'unknown', 'unknown_outside', 'excluded', 'behind')
      ) as roles,
      greatest(1, coalesce(sum(people), 0) // ${LOOKED_THROUGH})::integer as one_in
    from tally
    where indicator = $indicator`,
    { indicator: id },
  )
  if (roles !== null) return unknownRoles(roles.toSorted())
  return (await comesTwice(connection, counts === 'people' ? LISTED : FOUND, one_in)) ? TWICE : undefined
}

/** Who was counted, where they are listed and where they have to be found once more. */
const LISTED = 'select period_id, activity, unnest(people) as person from people_part'
const FOUND = 'select period_id, activity, person from unit'

/**
 * Among many millions it is enough to look at some of the people: a join that doubles does not double one in a hundred.
 * Pseudonyms are hashes, so the first of them in order are any people at all.
 */
async function comesTwice(connection: DuckDBConnection, counted: string, oneIn: number): Promise<boolean> {
  const beyond = Math.floor(2 ** 32 / oneIn)
    .toString(16)
    .padStart(8, '0')
  const looked = oneIn === 1 ? 'is not null' : `< '${beyond}-0000-0000-0000-000000000000'::uuid`
  const { twice } = await queryRow(
    connection,
    z.object({ twice: z.boolean() }),
    `select exists (
      select 1
      from (${counted})
      where person ${looked}
      group by period_id, activity, person
      having count(*) > 1
    ) as twice`,
  )
  return twice
}
