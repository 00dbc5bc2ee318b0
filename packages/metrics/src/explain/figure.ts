import { ResultRow } from '@utfall/contracts'
import type { IndicatorHeader, Manifest } from '@utfall/contracts'
import type { z } from 'zod'
import type { Selecting } from '../definitions/datasets-read.ts'

/** What one figure was when it was counted: as published, or as the warehouse stands. */
export interface Counted {
  /** Null: counted now. */
  readonly publication: string | null
  readonly asOf: string
  readonly header: IndicatorHeader
  /** Every version of the definition that stands in the period, the oldest first. */
  readonly versions: readonly number[]
  /** Those that it was counted among, its own with them. */
  readonly definitions: readonly Selecting[]
  readonly parameters: Readonly<Record<string, unknown>>
  /** Breakdown and category of every row that the figure has in the period. */
  readonly categories: readonly { readonly breakdown: string; readonly category: string }[]
  /** One row for each basis of cost; one row for everything else. None where `where` is no published breakdown. */
  readonly rows: readonly FigureRow[]
  readonly deliveries: Manifest['deliveries']
  readonly span: { readonly period_type: string; readonly period_start: string; readonly period_end: string }
}

/** What of a row of `results` is said of a figure that is explained. */
export const FigureRow = ResultRow.pick({
  definition_version: true,
  basis: true,
  value: true,
  numerator: true,
  denominator: true,
  unknown: true,
  excluded: true,
  ci_low: true,
  ci_high: true,
  lower_bound: true,
  upper_bound: true,
  unit: true,
  status: true,
  note: true,
})
export type FigureRow = z.infer<typeof FigureRow>
