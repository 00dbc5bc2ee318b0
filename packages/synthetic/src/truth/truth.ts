import type { Facts } from '../facts.ts'
import type { Cell } from './cell.ts'
import { eventCells } from './event-cells.ts'
import type { CurvePoint } from './curves.ts'
import { curveOf } from './curves.ts'
import { moneyCells } from './money-cells.ts'
import { outcomeCells } from './outcome-cells.ts'
import { peopleCells } from './people-cells.ts'
import { periodsOf } from './periods.ts'

/**
 * Every figure that the facts truly give, for each period that has begun on that day. Where nobody is identified
 * no people are counted.
 */
export function truthOf(facts: Facts, asOf: string): Cell[] {
  return periodsOf(facts.agreement, asOf).flatMap((period) => [
    ...(facts.people.size > 0 ? [...peopleCells(facts, period), ...outcomeCells(facts, period, asOf)] : []),
    ...eventCells(facts, period),
    ...moneyCells(facts, period),
  ])
}

/** The curve of each period that anyone is followed from. */
export function curvesOf(facts: Facts, asOf: string): CurvePoint[] {
  return periodsOf(facts.agreement, asOf).flatMap((period) => curveOf(facts, period, asOf))
}
