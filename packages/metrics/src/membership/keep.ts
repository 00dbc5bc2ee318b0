import type { DuckDBConnection } from '@duckdb/node-api'
import type { IndicatorHeader } from '@utfall/contracts'
import { queryRow, runScript, sqlBeside, transaction } from '@utfall/warehouse'
import { z } from 'zod'
import type { Kept } from '../publication/kept.ts'

const sql = (path: string) => sqlBeside(import.meta.url, path)
const NEW_PEOPLE_SETS = sql('new_people_sets.sql')
const PEOPLE = sql('people.sql')
const MEMBERSHIPS = sql('memberships.sql')
const ASCRIBE = sql('ascribe.sql')
const FORGET_UNRELEASED = sql('forget_unreleased.sql')

const Waiting = z.object({ waiting: z.boolean() })
const UNRELEASED = `select
  exists (from membership where membership not in (select membership from published_membership))
  or exists (from people_set where people_set not in (select people_set from membership_part)) as waiting`

/** Keeps the sets of people of the indicator that was tallied last, those that are not kept already. */
export async function keepPeople(connection: DuckDBConnection, { counts }: IndicatorHeader): Promise<void> {
  if (counts !== 'people') return
  await transaction(connection, async () => {
    await runScript(connection, NEW_PEOPLE_SETS)
    const { waiting } = await queryRow(
      connection,
      Waiting,
      'select count(*) > 0 as waiting from new_people_set',
    )
    if (waiting) await runScript(connection, PEOPLE)
  })
}

/**
 * Keeps who stands behind every figure that was counted: what is kept already is referred to, not written again. It
 * belongs to no publication until `ascribeMemberships`.
 */
export async function keepMemberships(connection: DuckDBConnection): Promise<void> {
  await transaction(connection, () => runScript(connection, MEMBERSHIPS))
}

/**
 * Writes down that what was counted last, and what is kept, is what the publication says, and forgets what none
 * has said.
 */
export async function ascribeMemberships(
  connection: DuckDBConnection,
  publication: string,
  kept: Kept | null,
): Promise<void> {
  await runScript(connection, ASCRIBE, {
    publication,
    kept: kept?.publication ?? '',
    agreements: JSON.stringify(kept?.agreements ?? []),
  })
  const { waiting } = await queryRow(connection, Waiting, UNRELEASED)
  if (waiting) await runScript(connection, FORGET_UNRELEASED)
}
