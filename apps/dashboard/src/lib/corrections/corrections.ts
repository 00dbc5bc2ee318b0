import type { CorrectionRow } from '@utfall/contracts'
import type { FigureTable } from '#lib/figure/marks.ts'
import type { Publication } from '#lib/publication/publication.ts'
import { categoryName } from '#lib/words/categories.ts'
import { stockholmDay } from '#lib/words/dates.ts'
import { figureOrSign } from '#lib/words/words.ts'
import type { Words } from '#lib/words/words.ts'

/** The corrections that one publication brought, all or those given, as a table; undefined where there are none. */
export function correctionsTable(
  publication: Publication,
  words: Words,
  corrections = publication.corrections,
): FigureTable | undefined {
  if (corrections.length === 0) return undefined
  const say = words.say.correctionsPage
  return {
    caption: publication.isDraft
      ? words.say.figures.inDraft
      : say.caption(words.day(stockholmDay(new Date(publication.manifest.created)))),
    columns: [say.figure, say.why, say.before, say.now],
    rows: corrections.map((row) => ({
      name: nameOf(row, publication, words),
      cells: [reasonOf(row, words), ...valuesOf(row, publication, words)],
    })),
  }
}

function nameOf(row: CorrectionRow, { agreements, indicators, manifest }: Publication, words: Words): string {
  const agreement = agreements.find(({ id }) => id === row.agreement)
  const indicator = indicators.get(row.indicator)
  const period = manifest.agreements
    .find(({ id }) => id === row.agreement)
    ?.periods.find((each) => each.period_type === row.period_type && each.period === row.period)
  const basis = Object.entries(words.say.codes.basis).find(([code]) => code === row.basis)?.[1]
  return [
    agreement?.title ?? row.agreement,
    indicator ? words.pick(indicator.title) : row.indicator,
    basis,
    row.category !== '' && agreement ? categoryName(row, agreement, words) : row.category,
    period ? words.period({ ...period, period_start: period.start, period_end: period.end }) : row.period,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(', ')
}

const reasonOf = ({ cause, deliveries, note }: CorrectionRow, words: Words): string =>
  [words.say.correctionsPage.cause[cause], deliveries, note].filter((part) => part !== '').join('. ')

function valuesOf(row: CorrectionRow, { indicators }: Publication, words: Words): [string, string] {
  const unit = indicators.get(row.indicator)?.unit ?? 'people'
  return [
    figureOrSign({ value: row.previous_value, unit, status: row.previous_status }, words, true),
    figureOrSign({ value: row.value, unit, status: row.new_status }, words, true),
  ]
}
