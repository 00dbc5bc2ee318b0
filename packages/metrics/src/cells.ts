import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'
import { queryRow, runScript, sqlBeside } from '@utfall/warehouse'
import { z } from 'zod'
import type { Indicator } from './registry.ts'

const CELLS = sqlBeside(import.meta.url, 'sql/cells.sql')

/** Whatever a SELECT may yield that must not be counted; its missing columns are null. */
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
 * Counts one indicator in every cell, into `cell`. Throws `ExpectedFault` naming the file when its SELECT
 * cannot be run, or when what it yields cannot be counted.
 */
export async function countCells(connection: DuckDBConnection, indicator: Indicator): Promise<void> {
  const { header, sql, path } = indicator
  try {
    await connection.run(`create or replace temp view unit as from unit_shape union all by name (${sql}\n)`)
    const fault = faultOf(await queryRow(connection, Found, LOOK))
    if (fault !== undefined) throw refused(path, fault)
    await runScript(connection, CELLS, { indicator: header.id })
  } catch (error) {
    if (error instanceof ExpectedFault || !(error instanceof Error)) throw error
    throw refused(path, cannotRun(error.message))
  }
}

function faultOf({ columns, roles, twice }: z.infer<typeof Found>): Sentence | undefined {
  if (columns.length > 0) return unknownColumns(columns)
  if (roles.length > 0) return unknownRoles(roles)
  return twice > 0 ? TWICE : undefined
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
