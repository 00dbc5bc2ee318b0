import type { DuckDBConnection } from '@duckdb/node-api'
import { WATERFALL_ROLES } from '@utfall/contracts'
import type { IndicatorKind } from '@utfall/contracts'
import { queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import { z } from 'zod'

const STEPS = sqlBeside(import.meta.url, 'steps.sql')

const StepRow = z.object({ role: z.enum(WATERFALL_ROLES), reason: z.string(), count: z.int() })
/** One step of the way from everyone whom a figure looks at to those it counts. */
export type Step = Readonly<z.infer<typeof StepRow>>

const MemberRow = z.object({ person: z.string(), role: z.string(), reason: z.string() })
/** A person in a figure. `reason` is empty but for those who are left out. */
export type Member = Readonly<z.infer<typeof MemberRow>>

/** The steps of the published waterfalls, of the people in `explained_part`. */
export async function stepsOf(connection: DuckDBConnection, kind: IndicatorKind): Promise<Step[]> {
  await runScript(connection, STEPS)
  await connection.run(
    `create or replace temp table step_part as
    select 1 as figure, $kind as kind, role, reason, people from explained_part
    union all
    select 1, $kind, null, null, 0`,
    { kind },
  )
  return queryRows(connection, StepRow, "select role, reason, count from steps_of('step_part') order by step")
}

/** Everyone in `explained_person`, by what they are in the figure. Needs `stepsOf`. */
export async function membersIn(connection: DuckDBConnection): Promise<Member[]> {
  return queryRows(
    connection,
    MemberRow,
    `select person, step_role(role) as role, if(step_role(role) = 'excluded', step_reason(role, reason), '') as reason
    from explained_person
    where role <> 'behind'
    order by role, reason, person`,
  )
}
