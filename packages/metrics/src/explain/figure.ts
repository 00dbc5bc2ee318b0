import type { IndicatorHeader, Manifest, ResultRow } from '@utfall/contracts'

/** What one figure was when it was counted: as published, or as the warehouse stands. */
export interface Counted {
  /** Null: counted now. */
  readonly publication: string | null
  readonly asOf: string
  readonly header: IndicatorHeader
  /** One row for each basis of cost; one row for everything else. None where `where` is no published breakdown. */
  readonly rows: readonly FigureRow[]
  readonly deliveries: Manifest['deliveries']
  readonly span: { readonly period_type: string; readonly period_start: string; readonly period_end: string }
}

export type FigureRow = Pick<
  ResultRow,
  | 'definition_version'
  | 'basis'
  | 'value'
  | 'numerator'
  | 'denominator'
  | 'unknown'
  | 'excluded'
  | 'unit'
  | 'status'
  | 'note'
>

export function figureRow(row: ResultRow): FigureRow {
  const { definition_version, basis, value, numerator, denominator, unknown, excluded, unit, status, note } =
    row
  return { definition_version, basis, value, numerator, denominator, unknown, excluded, unit, status, note }
}
