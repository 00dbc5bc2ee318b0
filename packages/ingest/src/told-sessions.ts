import type { DuckDBConnection } from '@duckdb/node-api'
import { identifier, literal } from '@utfall/warehouse'
import { isNewer } from './age.ts'
import type { Scope } from './reconcile.ts'

/** Keeps in mind which sessions the file told of as a whole. In the delivery's transaction. */
export async function keepSessions(
  connection: DuckDBConnection,
  { agreement, source, sessions, newer }: Scope,
  delivery: number,
): Promise<void> {
  if (sessions === null) return
  const told = `select ${literal(agreement)} as agreement, ${literal(source.id)} as source_id, ${delivery} as delivery,
    session, alone, dated, date, repeats from ${identifier(sessions.table)} where not partly`
  await connection.run(
    `delete from told_session
     where (agreement, source_id, session) in (select (agreement, source_id, session) from (${told}))
       and not (${isNewer(newer, 'delivery')})`,
  )
  await connection.run(`insert into told_session by name ${told}`)
}
