import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'
import { queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import type { Indicator } from './registry.ts'

const Found = z.object({
  columns: z.array(z.string()),
  roles: z.array(z.string()),
  twice: z.coerce.number(),
})

const LOOK = `
  select
    (
      select coalesce(list(column_name), [])
      from (describe unit)
      where column_name not in (select column_name from (describe unit_shape))
    ) as columns,
    (
      select coalesce(list(distinct coalesce(role, '')), [])
      from unit
      where
        period_id is null
        or role is null
        or role not in ('numerator', 'denominator', 'unknown', 'unknown_outside', 'excluded', 'behind')
    ) as roles,
    (
      select count(*)
      from (select 1 from unit where person is not null group by period_id, activity, person having count(*) > 1)
    ) as twice`

/**
 * Makes an indicator's SELECT the view `unit`, with the columns that it leaves out as null. Throws
 * `ExpectedFault` naming the file when it cannot be run, or when what it yields cannot be counted.
 */
export async function defineUnits(connection: DuckDBConnection, { sql, path }: Indicator): Promise<void> {
  const found = await lookAtUnits(connection, sql).catch((error: unknown) => {
    if (error instanceof Error) throw refused(path, cannotRun(error.message))
    throw error
  })
  if (found.columns.length > 0) throw refused(path, unknownColumns(found.columns))
  if (found.roles.length > 0) throw refused(path, unknownRoles(found.roles))
  if (found.twice > 0) throw refused(path, TWICE)
}

async function lookAtUnits(connection: DuckDBConnection, sql: string) {
  await connection.run(`create or replace temp view unit as from unit_shape union all by name (${sql}\n)`)
  return queryRow(connection, Found, LOOK)
}

function refused(path: string, { sv, en }: Sentence): ExpectedFault {
  return new ExpectedFault('indicator', { sv: `${path}: ${sv}`, en: `${path}: ${en}` }, EXIT_STATUS.wrongUse)
}

const cannotRun = (message: string): Sentence => ({
  sv: `SELECT-satsen går inte att köra (${message}). Rätta den; indicators/README.md visar vad den får läsa.`,
  en: `The SELECT cannot be run (${message}). Mend it; indicators/README.md shows what it may read.`,
})

const unknownColumns = (columns: readonly string[]): Sentence => ({
  sv: `Kolumnen ”${columns.join(', ')}” räknas inte. Ta bort den, eller rätta namnet enligt indicators/README.md.`,
  en: `The column "${columns.join(', ')}" is not counted. Remove it, or mend its name by indicators/README.md.`,
})

const unknownRoles = (roles: readonly string[]): Sentence => ({
  sv: `Rollen ”${roles.join(', ')}” finns inte, eller så saknas period_id. Rätta enligt indicators/README.md.`,
  en: `There is no role "${roles.join(', ')}", or period_id is missing. Mend it by indicators/README.md.`,
})

const TWICE: Sentence = {
  sv: 'Samma person kommer flera gånger i samma period och insats. Ge en rad för var och en.',
  en: 'The same person comes more than once in a period and activity. Yield one row for each.',
}
