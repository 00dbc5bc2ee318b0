import type { Sample } from './generate.ts'
import { expectedDeliveries } from './row-sums.ts'
import { AS_OF } from './sollentuna/opening.ts'
import type { Cell } from './truth/cell.ts'
import type { CurvePoint } from './truth/curves.ts'
import { curvesOf, truthOf } from './truth/truth.ts'

export interface TruthFile {
  readonly agreement: string
  /** The day that the figures speak of. */
  readonly as_of: string
  readonly seed: string
  readonly deliveries: ReturnType<typeof expectedDeliveries>
  readonly cells: readonly Cell[]
  readonly curves: readonly CurvePoint[]
}

/** What must come out when the sample's deliveries are loaded in their order and published. */
export function truthFile({ facts, deliveries }: Sample, seed: string): TruthFile {
  return {
    agreement: facts.agreement.id,
    as_of: AS_OF,
    seed,
    deliveries: expectedDeliveries(deliveries),
    cells: truthOf(facts, AS_OF),
    curves: curvesOf(facts, AS_OF),
  }
}

/** The file as JSON with a line for each delivery, figure and point of a curve, so that a change can be read in a diff. */
export function truthJson({ deliveries, cells, curves, ...head }: TruthFile): string {
  const opening = JSON.stringify(head, null, 2).replace(/\n\}$/, '')
  const lists = Object.entries({ deliveries, cells, curves }).map(
    ([name, rows]) => `  "${name}": ${listed(rows)}`,
  )
  return `${opening},\n${lists.join(',\n')}\n}\n`
}

const listed = (rows: readonly unknown[]): string =>
  rows.length === 0 ? '[]' : `[\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`
