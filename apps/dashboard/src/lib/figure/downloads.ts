import type { PeriodType } from '#lib/publication/results.ts'
import type { Reading } from '#lib/reader/reading.ts'
import type { Download } from './figure.ts'

/** Which rows of a page a figure is made of. */
interface Cut {
  readonly breakdown?: readonly string[]
  readonly periodType?: PeriodType
  /** The table, its stage or its basis of cost. */
  readonly table?: string
  readonly indicator?: string
  readonly period?: string
}

/** The rows of the page at `path` that a figure is made of, in both profiles of CSV. */
export function downloadsOf(
  { words, href }: Pick<Reading, 'words' | 'href'>,
  path: string,
  cut: Cut = {},
): Download[] {
  const { figures } = words.say
  const query = queryOf(cut)
  return [
    { text: figures.csv, href: href(`${path}/data.csv`, query) },
    { text: figures.excel, href: href(`${path}/data.csv`, { ...query, profil: 'excel' }) },
  ]
}

/** The same rows, and the figure itself as a drawing and as a picture. */
export function figureDownloads(
  reading: Pick<Reading, 'words' | 'href'>,
  path: string,
  cut: Cut,
): Download[] {
  return [
    ...downloadsOf(reading, path, cut),
    ...(['svg', 'png'] as const).map((form) => ({
      text: form.toUpperCase(),
      href: reading.href(`${path}/figur.${form}`, queryOf(cut)),
    })),
  ]
}

const queryOf = ({ breakdown, periodType, table, indicator, period }: Cut) => ({
  ...(indicator && { indikator: indicator }),
  ...(period && { period }),
  ...(breakdown && { uppdelning: breakdown }),
  ...(periodType && { per: periodType }),
  ...(table && { tabell: table }),
})
