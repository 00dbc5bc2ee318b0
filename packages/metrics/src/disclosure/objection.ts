import { isDeepStrictEqual } from 'node:util'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { ExpectedFault } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'

const TELLING_ROWS = sqlBeside(import.meta.url, 'telling_rows.sql')

/** A row of `results`, and which of its numbers is meant. */
interface RowNumber {
  readonly agreement: string
  readonly indicator: string
  readonly periodType: string
  readonly period: string
  readonly breakdown: string
  readonly category: string
  readonly part: string
}

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

/** Thrown by what makes a publication when it is objected to. */
export class Objected extends Error {
  readonly objection: Objection
  constructor(objection: Objection) {
    super('Small numbers were worked out from the publication')
    this.name = 'Objected'
    this.objection = objection
  }
}

/** From the third time all of a breakdown is withheld that a number is told in, so more is of use for totals only. */
const MOST_TIMES = 8

/**
 * Makes a publication again and again, each time with more withheld, until nobody objects. Throws the fault of the
 * objection where what is withheld is no help, since the rest is public already.
 */
export async function untilNoneObjects<Made>(
  make: (objections: readonly Objection[]) => Promise<Made>,
): Promise<Made> {
  const objections: Objection[] = []
  for (;;) {
    try {
      return await make(objections)
    } catch (error) {
      if (!(error instanceof Objected)) throw error
      const { objection } = error
      if (objections.length === MOST_TIMES || isDeepStrictEqual(objection.told, objections.at(-1)?.told))
        throw objection.fault
      objections.push(objection)
    }
  }
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
