/** A number in a row of `results`: what an attacker names, and what disclosure control then withholds. */
export interface RowNumber {
  readonly agreement: string
  readonly indicator: string
  readonly periodType: string
  readonly period: string
  readonly breakdown: string
  readonly category: string
  /** The column that holds it, or what follows from several: `complement`, `others`. */
  readonly part: string
}
