import type { Mark } from '#lib/figure/marks.ts'

interface Series {
  readonly name: string
  readonly marks: readonly Pick<Mark, 'value'>[]
}

export interface EndLabel {
  readonly name: string
  /** Which series it names, from 0. */
  readonly place: number
  /** The last mark of the series that has a value. */
  readonly index: number
  /** The height at which the label is written. */
  readonly y: number
}

/** Nearer than this two lines of text run into each other, in pixels. */
const APART = 16

/**
 * The name of each series at the end of its line, at the height of its last value, or as far from it as it takes for
 * labels not to meet, and none to stand below `lowest`. A series without values has none.
 */
export function endLabels(
  series: readonly Series[],
  y: (value: number) => number,
  lowest = Infinity,
): EndLabel[] {
  const labels = series
    .flatMap(({ name, marks }, place) => {
      const index = marks.findLastIndex(({ value }) => value !== null)
      const value = marks[index]?.value
      return value == null ? [] : [{ name, place, index, y: y(value) }]
    })
    .toSorted((a, b) => a.y - b.y)
  const groups: EndLabel[][] = []
  for (const label of labels) {
    let group = [label]
    // labels that meet become one group, laid evenly about the middle of where they want to be
    for (let above = groups.at(-1); above && meets(above, group, lowest); above = groups.at(-1)) {
      groups.pop()
      group = [...above, ...group]
    }
    groups.push(laid(group, lowest))
  }
  return groups.flat()
}

const meets = (above: readonly EndLabel[], below: readonly EndLabel[], lowest: number): boolean =>
  (laid(below, lowest)[0]?.y ?? 0) - (laid(above, lowest).at(-1)?.y ?? 0) < APART

function laid(group: readonly EndLabel[], lowest: number): EndLabel[] {
  const half = ((group.length - 1) / 2) * APART
  const middle = Math.min(group.reduce((sum, { y }) => sum + y, 0) / group.length, lowest - half)
  return group.map((label, at) => ({ ...label, y: middle - half + at * APART }))
}
