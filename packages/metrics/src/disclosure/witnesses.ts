import { valueIn } from './linked-cells.ts'
import type { Count, Known, Table } from './linked-cells.ts'

/** Tables that all agree with what is shown, and how far apart they have each count that is judged. */
export interface Witnesses {
  readonly add: (table: Table) => void
  /** Whether some two of them have the count whole numbers at least its width apart. */
  readonly areApart: (position: number) => boolean
  /** Those that agree with what more is known of a count, and mixtures of those that do not. */
  readonly knowing: (position: number, known: Known) => Witnesses
}

/** A table, and what it has for each count that is judged, in their order. */
interface Witness {
  readonly table: Table
  readonly values: Float64Array
  /** How far beyond the truth it has the count that is known now. */
  readonly beyond: number
}

/** Begins with the truth, which agrees with everything. */
export function witnessesOf(truth: Table, counts: readonly Count[], judged: readonly number[]): Witnesses {
  const placeOf = new Map(judged.map((position, place) => [position, place]))
  const widths = judged.map((position) => counts[position]?.width ?? 0)
  const valueOf = (table: Table, position: number) => valueIn(table, counts[position] ?? NOTHING)
  const placesWith = Array.from(truth, (): number[] => [])
  for (const [place, position] of judged.entries())
    for (const column of counts[position]?.columns ?? []) placesWith[column]?.push(place)
  /** Most columns of a table are empty, so what each of the others adds is added. */
  function witness(table: Table): Witness {
    const values = new Float64Array(judged.length)
    for (const [column, people] of table.entries()) {
      if (people === 0) continue
      for (const place of placesWith[column] ?? []) values[place] = (values[place] ?? 0) + people
    }
    return { table, values, beyond: 0 }
  }

  /** Those that agree, and pairs to mix: one that has the known count too great, one that has it too small. */
  function among(agreeing: readonly Witness[], disagreeing: readonly Witness[]): Witnesses {
    const held: Witness[] = []
    const least = new Float64Array(judged.length).fill(Infinity)
    const greatest = new Float64Array(judged.length).fill(-Infinity)
    function hold(each: Witness): void {
      held.push(each)
      for (let place = 0; place < each.values.length; place += 1) {
        const value = each.values[place] ?? 0
        if (value < (least[place] ?? 0)) least[place] = value
        if (value > (greatest[place] ?? 0)) greatest[place] = value
      }
    }
    const isApart = (place: number) =>
      Math.floor((greatest[place] ?? 0) + NEARLY) - Math.ceil((least[place] ?? 0) - NEARLY) >=
      (widths[place] ?? 0)
    for (const each of agreeing) hold(each)
    const above = disagreeing.filter(({ beyond }) => beyond > 0)
    const below = disagreeing.filter(({ beyond }) => beyond < 0)
    return {
      add: (table) => hold(witness(table)),
      areApart(position) {
        const place = placeOf.get(position) ?? 0
        if (isApart(place)) return true
        for (const sign of [1, -1]) {
          const mixture = furthestMixture(above, below, place, sign)
          if (mixture !== null) hold(mixture)
        }
        return isApart(place)
      },
      knowing(position, known) {
        const truly = counts[position]?.value ?? 0
        const now = held.map((each) => ({ ...each, beyond: valueOf(each.table, position) - truly }))
        if (known !== 'as_it_is')
          return among(
            now.filter(({ beyond }) => beyond + truly > known - NEARLY),
            [],
          )
        return among(
          now.filter(isAsItIs),
          now.filter((each) => !isAsItIs(each)),
        )
      },
    }
  }
  return among([witness(truth)], [])
}

/**
 * The mixture of one above and one below that has the known count as it is and, of all such, another as far to one
 * side as can be. Each table is a point, how far beyond by what it has of the other: the best pair are the ends of
 * the edge of the hull that crosses zero, found by turning about one end and then the other until neither moves.
 */
function furthestMixture(
  above: readonly Witness[],
  below: readonly Witness[],
  place: number,
  sign: number,
): Witness | null {
  let [one, other] = [above[0], below[0]]
  if (one === undefined || other === undefined) return null
  const crossing = (a: Witness, b: Witness) =>
    (sign * ((b.values[place] ?? 0) * a.beyond - (a.values[place] ?? 0) * b.beyond)) / (a.beyond - b.beyond)
  let furthest = crossing(one, other)
  for (let hasMoved = true; hasMoved;) {
    hasMoved = false
    for (const each of above) {
      if (crossing(each, other) <= furthest + NEARLY) continue
      one = each
      furthest = crossing(one, other)
      hasMoved = true
    }
    for (const each of below) {
      if (crossing(one, each) <= furthest + NEARLY) continue
      other = each
      furthest = crossing(one, other)
      hasMoved = true
    }
  }
  const part = one.beyond / (one.beyond - other.beyond)
  const mixed = (a: Float64Array, b: Float64Array) =>
    a.map((value, at) => (1 - part) * value + part * (b[at] ?? 0))
  return { table: mixed(one.table, other.table), values: mixed(one.values, other.values), beyond: 0 }
}

const NEARLY = 1e-6
const isAsItIs = ({ beyond }: Witness) => Math.abs(beyond) < NEARLY
const NOTHING = { columns: [] }
