import type { DuckDBConnection } from '@duckdb/node-api'
import { literal, queryRow } from '@utfall/warehouse'
import { z } from 'zod'
import { addReadingFaults } from './fault-table.ts'
import type { Scope } from './reconcile.ts'
import type { Period } from './period-in-name.ts'

/** Deliveries of about as many days that must have come before anything is usual. */
const FEWEST_BEFORE = 4
/** Times more or fewer rows than usual, and how many rows that must be at least. */
const TIMES = 3
const FEWEST_ROWS_OFF = 20

/**
 * Points out a file whose rows are many times more or fewer than the median of what its source has sent for periods of
 * about the same length (a fifth longer or shorter at most).
 */
export async function addVolumeFault(
  connection: DuckDBConnection,
  { agreement, source }: Scope,
  period: Period | null,
  rows: number,
): Promise<void> {
  if (period === null) return
  const start = `date ${literal(period.start)}`
  const end = `date ${literal(period.end)}`
  const length = `(${end} - ${start} + 1)`
  const { before, usual } = await queryRow(
    connection,
    z.object({ before: z.int(), usual: z.number().nullable() }),
    `select count(*)::integer as before, median(rows_read)::double as usual
     from (select max_by(rows_read, delivery) as rows_read from delivery
           where agreement = ${literal(agreement)} and source_id = ${literal(source.id)}
             and verdict in ('approved', 'approved_with_remarks') and scope_end < ${start}
             and scope_end - scope_start + 1 between ${length} / 1.2 and ${length} * 1.2
           group by scope_start, scope_end)`,
  )
  if (usual === null || before < FEWEST_BEFORE) return
  const far = rows > usual * TIMES || rows < usual / TIMES
  if (!far || Math.abs(rows - usual) < FEWEST_ROWS_OFF) return
  await addReadingFaults(connection, [
    { rule: 'volume_unusual', line: null, detail: `${rows} / ${Math.round(usual)}` },
  ])
}
