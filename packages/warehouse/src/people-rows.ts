import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import { queryRows } from './query.ts'

const ROWS = `
  select agreement, count(*)::integer as rows from (
    select agreement from attendance
    union all select agreement from participants
    union all select agreement from engagements
    union all select agreement from statuses
    union all select agreement from memberships
    union all select agreement from surveys
    union all select agreement from quarantine
  ) group by agreement`

/** How many rows about people each agreement has, those in quarantine included; agreements without any are left out. */
export async function rowsAboutPeople(connection: DuckDBConnection): Promise<ReadonlyMap<string, number>> {
  const counted = await queryRows(connection, z.object({ agreement: z.string(), rows: z.int() }), ROWS)
  return new Map(counted.map(({ agreement, rows }) => [agreement, rows]))
}
