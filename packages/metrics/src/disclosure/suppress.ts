import type { Highs } from 'highs'
import { attackerModel } from './attacker-model.ts'
import { derivedCounts } from './derived-counts.ts'
import { valueIn } from './linked-cells.ts'
import type { LinkedCells } from './linked-cells.ts'
import { patternOf } from './pattern.ts'
import { witnessesOf } from './witnesses.ts'

/** Which items are hidden, by their positions, and what it took to find out. */
export interface Suppression {
  readonly hidden: ReadonlySet<number>
  /** Questions put to the solver. */
  readonly asked: number
}

/** Whether a count can be far enough apart, and else the counts that hold it, each with its strength. */
interface Attack {
  readonly isSafe: boolean
  readonly pinnedBy: ReadonlyMap<number, number>
}

/** A sensitive count that can be told too closely though all that may be hidden is. */
export class CannotProtect extends Error {
  readonly key: string
  constructor(key: string) {
    super(`Nothing is left to hide that would protect ${key}`)
    this.name = 'CannotProtect'
    this.key = key
  }
}

/**
 * Hides what must be hidden, and then as little more as makes every sensitive count possible as two whole
 * numbers `width` apart, given everything that is shown. The attacker's own proof guides it: the duals of the
 * least and the greatest name the counts that hold it, and how hard; the one whose loss is least for what it holds
 * goes. Zeros go only with all of their cube; then nobody knows any longer that what is hidden in it is not zero.
 * Afterwards each that was hidden for the sake of others is shown again if all can bear it, the dearest first. Ties
 * are broken by key.
 * A number that is hidden though it is not small is guarded likewise, unless it is plain that it is not small:
 * nobody outside knows which are. Throws `CannotProtect`, but not where something that holds the count is public already: the
 * patterns know more than any reader, and whether one can tell it is for the attacker of the finished publication to say.
 *
 * Source of the method: linear sensitivity and auditing as in Fischetti and Salazar-González, "Models and
 * algorithms for optimizing cell suppression in tabular data with linear constraints" (2000); here greedy.
 */
export function suppress(highs: Highs, cells: LinkedCells): Suppression {
  const { counts, items, columns } = cells
  const valueOf = (position: number): number => counts[position]?.value ?? 0
  const widthOf = (position: number): number => counts[position]?.width ?? 0
  const keyOf = (position: number): string => counts[position]?.key ?? ''
  const isSensitive = (position: number) => counts[position]?.sensitive === true
  const judged = [...counts.keys()]
    .filter((position) => isSensitive(position) || valueOf(position) <= 2 * widthOf(position))
    .toSorted((a, b) => valueOf(a) - valueOf(b) || byKey(keyOf(a), keyOf(b)))
  const sensitive = judged.filter(isSensitive)
  const mistakable = judged.filter((position) => !isSensitive(position))
  const pattern = patternOf(cells)
  const derived = derivedCounts(cells)
  const knowable = [...counts.keys()].filter(
    (position) => !pattern.isNeverKnown(position) && !derived.has(position),
  )
  const model = attackerModel(highs, cells, knowable)
  let witnesses = witnessesOf(Float64Array.from(columns), counts, judged)
  let toldApart = new Set<number>()
  const givenUp = new Set<number>()
  const hiddenFor = new Map<number, number>()
  let asked = 0
  let inTurn: readonly number[] = judged
  let mostAsked = Infinity

  /** What is not small itself may be told, and may be told not to be small. */
  const isProtected = (position: number) =>
    witnesses.areApart(position) ||
    toldApart.has(position) ||
    givenUp.has(position) ||
    (!isSensitive(position) && pattern.known(position) === 'as_it_is')
  function tell(positions: Iterable<number>): void {
    for (const position of positions) model.setKnown(position, pattern.known(position))
  }
  /**
   * Asks the solver how great a count can be and then, unless it is as little as it can be, how little: the counts
   * that hold it, and true where it can be far enough apart.
   */
  function attack(position: number): Attack {
    const pinnedBy = new Map<number, number>()
    for (const end of ['greatest', 'least'] as const) {
      if (end === 'least' && pattern.known(position) === valueOf(position)) break
      const extreme = model.extreme(position, end)
      asked += 1
      witnesses.add(extreme.table)
      const value = valueIn(extreme.table, counts[position] ?? NOTHING)
      const isNotSmall = end === 'least' ? value > widthOf(position) + NEARLY : value < NEARLY
      if (!isSensitive(position) && isNotSmall) toldApart.add(position)
      for (const [at, strength] of extreme.pinnedBy)
        pinnedBy.set(at, Math.max(strength, pinnedBy.get(at) ?? 0))
      if (isProtected(position)) return { isSafe: true, pinnedBy }
    }
    return { isSafe: false, pinnedBy }
  }
  function protect(position: number): void {
    while (!isProtected(position)) {
      // What is given away as it stands needs no proof: it is hidden before anything is asked.
      const { isSafe, pinnedBy } =
        pattern.known(position) === 'as_it_is'
          ? { isSafe: false, pinnedBy: new Map([[position, 1]]) }
          : attack(position)
      if (isSafe) return
      const [cheapest] = [...pinnedBy]
        .map(([at, strength]) => ({ at, strength, ...pattern.loosening(at) }))
        .filter(({ cost, items: going }) => going.length > 0 && cost < Infinity)
        .toSorted((a, b) => a.cost / a.strength - b.cost / b.strength || byKey(keyOf(a.at), keyOf(b.at)))
      const isToldAlready = [...pinnedBy.keys()].some((at) => pattern.isReleased(at))
      if (cheapest === undefined && isSensitive(position) && !isToldAlready)
        throw new CannotProtect(keyOf(position))
      if (cheapest === undefined) return void givenUp.add(position)
      for (const at of cheapest.items) hiddenFor.set(at, position)
      tell(pattern.hide(cheapest.items))
      toldApart.clear()
    }
  }
  /** What is hidden for others, and not small, must not be taken for small; hiding it may hide more such. */
  function protectMistakable(): void {
    const before = pattern.hidden().size
    for (const position of mistakable) if (pattern.known(position) !== 'as_it_is') protect(position)
    if (pattern.hidden().size > before) protectMistakable()
  }
  const isTold = (position: number) =>
    !isProtected(position) && (asked >= mostAsked || !attack(position).isSafe)
  /** Shows an item again if all are still safe: a zero is never left hidden beside what is shown of its cube. */
  function tryShowing(at: number): 'shown' | 'in_vain' | 'no_try' {
    if (!pattern.hidden().has(at)) return 'no_try'
    if (items[at]?.counts.some((position) => counts[position]?.sensitive)) return 'no_try'
    const before = { witnesses, toldApart: new Set(toldApart) }
    const { items: shown, counts: told } = pattern.show(at)
    tell(told)
    // the one that it was hidden for is the likeliest to be told again, and then whichever was told last
    inTurn = [...new Set([hiddenFor.get(at) ?? inTurn[0] ?? 0, ...inTurn])]
    for (const position of told) {
      witnesses = witnesses.knowing(position, pattern.known(position))
      const givenAway = inTurn.find(isTold)
      if (givenAway === undefined) continue
      inTurn = [...new Set([givenAway, ...inTurn])]
      tell(pattern.hide(shown))
      ;({ witnesses, toldApart } = before)
      return 'in_vain'
    }
    return 'shown'
  }
  /** Shows again what can be, the dearest first, until too many in a row were tried in vain. */
  function showAgain(): void {
    mostAsked = asked + MOST_EFFORT / (columns.filter((people) => people > 0).length * counts.length)
    let inVain = 0
    for (const at of pattern.secondary()) {
      const outcome = tryShowing(at)
      if (outcome === 'shown') inVain = 0
      if (outcome === 'in_vain') inVain += 1
      if (inVain >= PATIENCE) return
    }
  }
  try {
    tell(counts.keys())
    for (const position of sensitive) protect(position)
    protectMistakable()
    showAgain()
    return { hidden: pattern.hidden(), asked }
  } finally {
    model.close()
  }
}

const NEARLY = 1e-6
/** Questions that showing again may take, times the size of the model, which each of them costs; the rest stays hidden. */
const MOST_EFFORT = 1_000_000
/** So many tries in a row are enough. */
const PATIENCE = 40
const NOTHING = { columns: [] }
const byKey = (a = '', b = '') => (a < b ? -1 : a > b ? 1 : 0)
