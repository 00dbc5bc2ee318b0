import type { SieObject } from './file.ts'

/** Pairs of dimension and object; undefined where the list is none. A dimension without an object says nothing. */
export function objectsOf(list: readonly string[]): SieObject[] | undefined {
  const dimensions = list.filter((_, index) => index % 2 === 0)
  if (list.length % 2 === 1 || !dimensions.every((each) => /^\d{1,9}$/.test(each))) return undefined
  return dimensions
    .map((dimension, pair) => ({ dimension: Number(dimension), object: list[pair * 2 + 1] ?? '' }))
    .filter(({ object }) => object !== '')
}
