import { WITHHELD, leak } from './leaks.ts'
import { termsOf, thresholdOf } from './publication.ts'
import type { Figure, Publication } from './publication.ts'
import type { Leak } from './report.ts'

/**
 * What the tables beside `results` give away without any arithmetic between their rows. What an earlier publication
 * showed is no more told by limits that were raised since.
 */
export function leaksBeside(publication: Publication, earlier: readonly Publication[] = []): Leak[] {
  const { waterfalls, transitions, curves, costs } = publication
  return [
    ...numbersWithheld(publication, 'count', [...waterfalls, ...transitions]),
    ...numbersWithheld(publication, 'value', curves),
    ...numbersWithheld(publication, 'at_risk', curves),
    ...numbersWithheld(publication, 'amount', costs),
    ...unlessShown('count', fewOnTheWay, publication, earlier),
    ...unlessShown('at_risk', fewAtRisk, publication, earlier),
    ...goalsOfWithheld(publication),
  ]
}

type Row<Column extends string> = { readonly status: string } & Readonly<Record<Column, number | null>>

function numbersWithheld<Column extends string>(
  publication: Publication,
  column: Column,
  rows: readonly Row<Column>[],
): Leak[] {
  return rows
    .filter((row) => WITHHELD.has(row.status) && row[column] !== null)
    .map((row) => leak('number_in_withheld_row', publication, nameOf(row), column))
}

/** Rows that show few, but for those that an earlier publication showed when they were no few by its own terms. */
function unlessShown(
  column: string,
  fewIn: (publication: Publication) => readonly object[],
  publication: Publication,
  earlier: readonly Publication[],
): Leak[] {
  const few = fewIn(publication).map(nameOf)
  if (few.length === 0) return []
  const shown = new Set(earlier.flatMap((before) => manyIn(before, fewIn)))
  return few
    .filter((row) => !shown.has(row))
    .map((row) => leak('small_count_shown', publication, row, column))
}

function manyIn(publication: Publication, fewIn: (publication: Publication) => readonly object[]): string[] {
  const few = new Set(fewIn(publication))
  return [...rowsOnTheWay(publication), ...publication.curves].filter((row) => !few.has(row)).map(nameOf)
}

const rowsOnTheWay = ({ waterfalls, transitions }: Publication) => [...waterfalls, ...transitions]

/** Steps of a way, or those who went from one status to another. */
function fewOnTheWay(publication: Publication) {
  return rowsOnTheWay(publication).filter((row) => {
    const terms = termsOf(publication, row.agreement)
    const limit = terms === undefined ? 0 : thresholdOf(terms, 'indicator' in row ? row.indicator : '')
    return row.status === 'ok' && row.count !== null && row.count > 0 && row.count < limit
  })
}

function fewAtRisk(publication: Publication) {
  return publication.curves.filter((point) => {
    const base = termsOf(publication, point.agreement)?.disclosure.minimum_base ?? 0
    return point.status === 'ok' && point.at_risk !== null && point.at_risk < base
  })
}

/** The value of a figure that `results` withholds. */
function goalsOfWithheld(publication: Publication): Leak[] {
  const withheld = new Set(
    publication.results
      .filter(({ breakdown, status }) => breakdown === 'total' && WITHHELD.has(status))
      .map(placeOf),
  )
  return publication.goals
    .filter((goal) => goal.value !== null && withheld.has(placeOf(goal)))
    .map((goal) => leak('number_in_withheld_row', publication, nameOf(goal), 'value'))
}

const nameOf = (row: object): string => Object.values(row).join('|')

const placeOf = (
  row: Pick<Figure, 'agreement' | 'indicator' | 'definition_version' | 'period_type' | 'period'>,
): string => [row.agreement, row.indicator, row.definition_version, row.period_type, row.period].join('|')
