import type { DuckDBConnection } from '@duckdb/node-api'
import type { ExpectedFault, RowNumber } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'

const TELLING_ROWS = sqlBeside(import.meta.url, 'telling_rows.sql')

/** A hidden number that was worked out. */
interface Told extends Pick<RowNumber, 'agreement' | 'breakdown'> {
  /** The shown numbers that it follows from, each with all the rows that show it. */
  readonly toldBy: readonly (readonly RowNumber[])[]
}

/** Small numbers were worked out from a publication that was to be released. */
export interface Objection {
  /** What is thrown where hiding more is no help. */
  readonly fault: ExpectedFault
  readonly told: readonly Told[]
}

/**
 * Withholds more where numbers were told: of what told one the stage of transitions, or else the number whose loss is least,
 * wherever it is shown; where that was no help all of it that belongs to the same breakdown; and else the breakdown.
 */
export async function withholdTelling(
  connection: DuckDBConnection,
  objections: readonly Objection[],
): Promise<void> {
  const told = objections.flatMap((objection, time) => objection.told.map((each) => ({ time, ...each })))
  const rows = told.flatMap(({ toldBy, agreement: of, breakdown: within, time }, at) =>
    toldBy.flatMap((places, number) =>
      places.map((place) => ({ told: at, time, of, within, number, ...place })),
    ),
  )
  await runScript(connection, TELLING_ROWS, { rows: JSON.stringify(rows) })
}
