import { matrixOf } from './matrix.ts'
import type { Program } from './program.ts'

/** As far as a table may be from satisfying a row, for the solver as well. */
export const TOLERANCE = 1e-7
/** How far beyond a row it is stepped, where the row is an equation and where it is a bound: sooner than just to it. */
const BEYOND_EQUATION = 1.4
const BEYOND_BOUND = 1.8
const MOST_SWEEPS = 1000

/**
 * Moves numbers to a table of the program that is close to them, by stepping to one row after the other (Kaczmarz
 * 1937, for bounds Agmon 1954), and only to those whose columns have moved since. False where none was found.
 */
export type Project = (numbers: Float64Array, tolerance?: number) => boolean

export function projectionOnto(program: Program): Project {
  const { lower, upper } = program
  const { rowStarts, columns, coefficients, rowLower, rowUpper, columnStarts, rows } = matrixOf(program)
  const steps = stepsOf(program)
  const isMoved = new Uint8Array(rowLower.length)
  function stepTo(row: number, length: number, numbers: Float64Array): void {
    const end = rowStarts[row + 1] ?? 0
    for (let entry = rowStarts[row] ?? 0; entry < end; entry += 1) {
      const column = columns[entry] ?? 0
      const was = numbers[column] ?? 0
      const aim = was + length * (coefficients[entry] ?? 0)
      const is = Math.min(Math.max(aim, lower[column] ?? 0), upper[column] ?? 0)
      if (is === was) continue
      numbers[column] = is
      const last = columnStarts[column + 1] ?? 0
      for (let place = columnStarts[column] ?? 0; place < last; place += 1) isMoved[rows[place] ?? 0] = 1
    }
  }
  function sweep(numbers: Float64Array, tolerance: number): boolean {
    let isTable = true
    for (let row = 0; row < isMoved.length; row += 1) {
      if (isMoved[row] === 0) continue
      isMoved[row] = 0
      let sum = 0
      const end = rowStarts[row + 1] ?? 0
      for (let entry = rowStarts[row] ?? 0; entry < end; entry += 1)
        sum += (coefficients[entry] ?? 0) * (numbers[columns[entry] ?? 0] ?? 0)
      const [below, above] = [(rowLower[row] ?? 0) - sum, sum - (rowUpper[row] ?? 0)]
      if (below <= tolerance && above <= tolerance) continue
      isTable = false
      stepTo(row, (below > 0 ? below : -above) * (steps[row] ?? 0), numbers)
    }
    return isTable
  }
  return (numbers, tolerance = TOLERANCE) => {
    for (const at of numbers.keys())
      numbers[at] = Math.min(Math.max(numbers[at] ?? 0, lower[at] ?? 0), upper[at] ?? 0)
    isMoved.fill(1)
    for (let count = 0; count < MOST_SWEEPS; count += 1) if (sweep(numbers, tolerance)) return true
    return false
  }
}

/** How far to step to each row for each that the sum is off. */
const stepsOf = ({ rows }: Program): Float64Array =>
  Float64Array.from(rows, ({ coefficients, lower, upper }) => {
    const square = coefficients.reduce((sum, coefficient) => sum + coefficient ** 2, 0)
    return (lower === upper ? BEYOND_EQUATION : BEYOND_BOUND) / square
  })
