import type { Quantity } from './puzzle.ts'

/** A quantity that is hunted in its component. */
export interface Hunted {
  readonly key: string
  /** Its place in the component. */
  readonly at: number
  readonly quantity: Quantity
  /** The least and the greatest value that it has in the tables found so far, for itself or for others. */
  readonly seen: { least: number; most: number }
}

const ROUNDING = 1e-5

/** The nearest whole number inside the interval, forgiving the solver's rounding; never a negative zero. */
export const upwards = (value: number): number => Math.ceil(value - ROUNDING) + 0
export const downwards = (value: number): number => Math.floor(value + ROUNDING) + 0

export const isOpen = ({ quantity, seen: { least, most } }: Hunted): boolean =>
  downwards(most) - upwards(least) >= askedWidth(quantity, upwards(least))

/**
 * How far it should be open. Where more are asked for of a sensitive outcome than of others, others that are
 * shown may bound it from above: then it tells of nobody as long as it may be none.
 */
const askedWidth = ({ usual, threshold }: Quantity, least: number): number =>
  (least === 0 ? Math.min(usual, threshold) : threshold) - 1

export const tellsOfFew = (quantity: Quantity, least: number, most: number): boolean =>
  most - least < askedWidth(quantity, least) && least < quantity.threshold && most > 0

/** How far it is enough to follow it. No table found so far lies outside, so there is always one. */
export function enough({ quantity: { threshold }, seen: { least, most } }: Hunted): {
  lower: number
  upper: number
} {
  const width = threshold - 1
  return {
    lower: Math.min(least, downwards(most) - width),
    upper: Math.max(most, upwards(least) + width),
  }
}

export function see({ seen }: Hunted, value: number): void {
  seen.least = Math.min(seen.least, value)
  seen.most = Math.max(seen.most, value)
}
