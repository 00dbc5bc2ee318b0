import type { Row } from '../rows.ts'
import type { Program } from './program.ts'

/** A bound that moves by less is left where it is: sums of many would else creep on for ever. */
const STEP = 0.01
/** How far apart bounds may cross by rounding alone. */
const SLACK = 1e-3
/** So many times as there are rows a row is looked at; what is left may be wider than it need be. */
const MOST_ROUNDS = 50

/**
 * Narrows the bounds of the columns by what each row says of the one when the others are at their bounds, until no
 * bound moves. All tables lie within them. False where they leave no table.
 */
export function narrowBounds({ lower, upper, rows, rowsOf }: Program): boolean {
  const queue = rows.map((_, number) => number)
  const isQueued = new Uint8Array(rows.length).fill(1)
  for (const number of queue) {
    if (queue.length > MOST_ROUNDS * rows.length) return true
    isQueued[number] = 0
    const row = rows[number]
    if (row === undefined) continue
    for (const [place, at] of row.columns.entries()) {
      const [least, most] = boundsBy(row, place, { lower, upper })
      const [was, is] = [lower[at] ?? 0, upper[at] ?? 0]
      if (least > is + SLACK || most < was - SLACK) return false
      if (least <= was + STEP && most >= is - STEP) continue
      if (least > was + STEP) lower[at] = Math.min(least, is)
      if (most < is - STEP) upper[at] = Math.max(most, lower[at] ?? 0)
      for (const other of rowsOf[at] ?? [])
        if (isQueued[other] === 0) {
          isQueued[other] = 1
          queue.push(other)
        }
    }
  }
  return true
}

/** What a row leaves for the column at one of its places. */
function boundsBy(
  { columns, coefficients, lower: rowLower, upper: rowUpper }: Row,
  place: number,
  { lower, upper }: Pick<Program, 'lower' | 'upper'>,
): readonly [number, number] {
  let [least, most] = [0, 0]
  for (const [other, at] of columns.entries()) {
    if (other === place) continue
    const coefficient = coefficients[other] ?? 0
    const ends = [coefficient * (lower[at] ?? 0), coefficient * (upper[at] ?? 0)] as const
    least += Math.min(...ends)
    most += Math.max(...ends)
  }
  const coefficient = coefficients[place] ?? 1
  const ends = [(rowLower - most) / coefficient, (rowUpper - least) / coefficient] as const
  return coefficient > 0 ? ends : [ends[1], ends[0]]
}
