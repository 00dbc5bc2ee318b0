import type { FormatNote } from '@utfall/contracts'
import type { Reading, ReadingFault, ReadingRequest } from '../readers/reader.ts'
import { stageTexts } from '../xlsx/stage.ts'

/** One public figure as its publisher gives it. */
export interface Observation {
  /** `Kolada N02797`, `SCB KPI 2020=100` */
  readonly series: string
  /** Four digits; `0000` is the country. */
  readonly municipality: string
  /** `2023`; a month `2023-01`. */
  readonly period: string
  /** As written, decimal point; null where the publisher has none: that is never zero. */
  readonly value: string | null
  /** Empty: everyone. */
  readonly gender: 'woman' | 'man' | ''
}

const FIELDS = ['series', 'municipality', 'period', 'value', 'gender'] as const

/** Field → what the publisher calls it. */
type Headers = Readonly<Record<(typeof FIELDS)[number], string>>

interface Answer {
  readonly format: string
  readonly headers: Headers
  readonly observations: Iterable<Observation>
  readonly notes?: readonly FormatNote[]
  readonly faults?: readonly ReadingFault[]
}

/** Stages the figures that have a value as rows of `reference`; a row's line is its place in the answer, from 1. */
export async function stageObservations(
  { connection, table }: ReadingRequest,
  { format, headers, observations, notes = [], faults = [] }: Answer,
): Promise<Reading> {
  const stage = await stageTexts(connection, table, FIELDS)
  let place = 0
  let rows = 0
  try {
    for (const observation of observations) {
      place += 1
      if (observation.value === null) continue
      rows += 1
      stage.add(
        place,
        FIELDS.map((field) => observation[field] ?? ''),
      )
    }
  } finally {
    stage.close()
  }
  return {
    dataset: 'reference',
    format,
    rows,
    headers,
    notes: [...notes, ...missingNote(place - rows)],
    faults: [...faults, ...(rows === 0 ? [{ rule: 'reference_without_values', line: null }] : [])],
  }
}

/** An answer that could not be read. */
export function noObservations(format: string, fault: ReadingFault): Reading {
  return { dataset: 'reference', format, rows: 0, headers: {}, notes: [], faults: [fault] }
}

function missingNote(missing: number): FormatNote[] {
  if (missing === 0) return []
  return [
    {
      id: 'reference_missing',
      ok: null,
      sentence: {
        sv: `Uppgiften saknas eller är sekretessbelagd hos källan för ${missing} värden. De räknas inte som noll.`,
        en: `The publisher has no figure, or keeps it secret, for ${missing} values. They do not count as zero.`,
      },
    },
  ]
}

/** The signs that publishers put where there is no figure: secrecy, not applicable, not available. */
const NO_FIGURE = new Set(['', '.', '..', '...', '-', '–', ':'])

/** A figure as text, or null where there is none. */
export function figureOf(written: number | string | null | undefined): string | null {
  if (written === null || written === undefined) return null
  const text = String(written).trim()
  return NO_FIGURE.has(text) ? null : text
}
