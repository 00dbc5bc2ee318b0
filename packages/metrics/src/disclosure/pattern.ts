import type { Known, LinkedCells } from './linked-cells.ts'

/** Which items are hidden, and what everyone then knows of each count. */
export interface Pattern {
  /** A count is known as soon as one item that gives it away is shown; else what it is at least. */
  readonly known: (count: number) => Known
  /** What must be hidden for a count to be known less well, and what that costs; infinite where it cannot be. */
  readonly loosening: (count: number) => { readonly cost: number; readonly items: readonly number[] }
  /** Hides items; those counts that may be known otherwise for it. */
  readonly hide: (items: readonly number[]) => readonly number[]
  /** Shows an item again, and the zeros of its cube with it, or all of a cube that was withheld; what it showed. */
  readonly show: (item: number) => { readonly items: readonly number[]; readonly counts: readonly number[] }
  /** Hidden though it need not be for its own sake, the dearest first; ties by key. One for a cube that is withheld. */
  readonly secondary: () => readonly number[]
  readonly hidden: () => ReadonlySet<number>
  /** Whether nobody can know anything of a count, whatever else is shown or hidden. */
  readonly isNeverKnown: (count: number) => boolean
  /** Whether an earlier publication told the count. */
  readonly isReleased: (count: number) => boolean
}

/** Of a cube of outcomes no more is hidden cell by cell: beyond that it is withheld whole (disclosure.md, rule 5). */
const MOST_HIDDEN = 1 / 4

/** Begins with what must be hidden, and with all of a cube where that is more than a quarter of it. */
export function patternOf({ counts, items }: LinkedCells): Pattern {
  const hidden = new Set<number>()
  const givingAway = counts.map((): number[] => [])
  for (const [at, item] of items.entries()) for (const count of item.counts) givingAway[count]?.push(at)
  const inCube = new Map<string, number[]>()
  for (const [at, { cube }] of items.entries())
    if (cube !== null) inCube.set(cube, [...(inCube.get(cube) ?? []), at])
  const flooredBy = items.map((): number[] => [])
  for (const [count, { floors }] of counts.entries()) for (const at of floors) flooredBy[at]?.push(count)

  const shownOf = (list: readonly number[] = []) => list.filter((at) => !hidden.has(at))
  const cubeOf = (at: number): readonly number[] => inCube.get(items[at]?.cube ?? '') ?? [at]
  const cubeName = (at: number) => items[at]?.cube ?? null
  const isOutcome = (at: number) => cubeName(at) !== null && items[at]?.isOutcome === true
  const isWithheld = (at: number) => isOutcome(at) && cubeOf(at).every((other) => hidden.has(other))
  /** Whether more of an item's cube goes than may go cell by cell. */
  function isTooMuch(at: number, goes: (other: number) => boolean): boolean {
    const cube = cubeOf(at)
    return isOutcome(at) && cube.filter(goes).length > MOST_HIDDEN * cube.length
  }
  const isWithheldForGood = items.map((_, at) => isTooMuch(at, (other) => items[other]?.rule === 'must_hide'))
  const mayBeShown = (at: number) => isWithheldForGood[at] === false
  const isHiddenForGood = (at: number) =>
    items[at]?.rule === 'must_hide' || (hidden.has(at) && !mayBeShown(at))
  const isHiddenZero = (at: number) => hidden.has(at) && items[at]?.rule === 'zero'
  const standsAlone = (at: number) => cubeName(at) === null
  const floorsIn = (count: number) =>
    (counts[count]?.floors ?? []).filter((at) => standsAlone(at) || shownOf(cubeOf(at)).length > 0)
  /** What else goes with items that are hidden: all of each cube of which too much is. What was released stays. */
  function withCubes(list: readonly number[]): ReadonlySet<number> {
    const going = new Set(list)
    for (const at of list) {
      if (!isTooMuch(at, (other) => hidden.has(other) || going.has(other))) continue
      for (const other of cubeOf(at)) if (!hidden.has(other) && costOf(other) < Infinity) going.add(other)
    }
    return going
  }
  function known(count: number): Known {
    if (shownOf(givingAway[count]).length > 0) return 'as_it_is'
    return floorsIn(count).length > 0 ? 1 : 0
  }
  function loosening(count: number) {
    const shown = shownOf(givingAway[count])
    const going = withCubes(
      shown.length > 0
        ? shown.flatMap((at) => (items[at]?.rule === 'zero' ? shownOf(cubeOf(at)) : [at]))
        : floorsIn(count).flatMap((at) => (standsAlone(at) ? [NEVER] : shownOf(cubeOf(at)))),
    )
    return { cost: [...going].reduce((sum, at) => sum + costOf(at), 0), items: [...going] }
  }
  function costOf(at: number): number {
    const item = items[at]
    return item === undefined || item.rule === 'must_show' || item.rule === 'released' ? Infinity : item.cost
  }
  /** The counts of an item, and those of its cube that are known to be one at least while any of it is shown. */
  const touchedBy = (at: number) => [
    ...(items[at]?.counts ?? []),
    ...(standsAlone(at) ? [] : cubeOf(at).flatMap((other) => flooredBy[other] ?? [])),
  ]
  for (const at of withCubes([...items.keys()].filter((each) => items[each]?.rule === 'must_hide')))
    hidden.add(at)
  return {
    known,
    loosening,
    hide(list) {
      for (const at of list) hidden.add(at)
      return [...new Set(list.flatMap(touchedBy))]
    },
    show(at) {
      const isWhole = isWithheld(at)
      const goesWith = (other: number) => (isWhole ? items[other]?.rule !== 'must_hide' : isHiddenZero(other))
      const going = [at, ...cubeOf(at).filter((other) => other !== at && goesWith(other))]
      for (const other of going) hidden.delete(other)
      return { items: going, counts: [...new Set(going.flatMap(touchedBy))] }
    },
    secondary() {
      const tried = new Set<string | null>()
      return [...hidden]
        .filter((at) => items[at]?.rule !== 'must_hide' && mayBeShown(at))
        .toSorted((a, b) => costOf(b) - costOf(a) || ((items[a]?.key ?? '') < (items[b]?.key ?? '') ? -1 : 1))
        .filter((at) => !isWithheld(at) || (!tried.has(cubeName(at)) && tried.add(cubeName(at))))
    },
    hidden: () => hidden,
    isNeverKnown: (count) =>
      (givingAway[count] ?? []).every(isHiddenForGood) &&
      (counts[count]?.floors ?? []).every((at) => !standsAlone(at) && cubeOf(at).every(isHiddenForGood)),
    isReleased: (count) => givingAway[count]?.some((at) => items[at]?.rule === 'released') ?? false,
  }
}

/** The place of no item. */
const NEVER = -1
