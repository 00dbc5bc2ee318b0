import type { FlowStep } from '../publication.ts'
import type { Part, Puzzle, Relation } from '../puzzle.ts'
import { sumIs } from '../puzzle.ts'
import { hasUnknownInside } from '../sheet.ts'
import type { Sheet } from '../sheet.ts'
import { daysOf, lawsOfRole } from './periods.ts'
import { relationsOfSpans } from './spans.ts'
import { TOTAL, daysOfPeriods, layOutCount } from './steps.ts'

interface Step {
  readonly row: FlowStep
  readonly quantity: string
}

/** The ways to the figures: each adds up, ends in what `results` shows, and follows from those of the parts of its period. */
export function waterfallRelations(puzzle: Puzzle, sheet: Sheet): Relation[] {
  const steps = sheet.publication.waterfalls
    .filter(({ agreement }) => agreement === sheet.terms.id)
    .map((row): Step => {
      const part = `${row.role} ${row.reason}`.trim()
      return {
        row,
        quantity: layOutCount(puzzle, sheet, row, {
          indicator: row.indicator,
          part,
          atLeast: 0,
        }),
      }
    })
  const ways = Map.groupBy(steps, ({ row }) =>
    [row.indicator, row.definition_version, row.period_type, row.period].join('|'),
  )
  return [...[...ways.values()].flatMap((way) => ofWay(sheet, way)), ...ofPeriods(sheet, steps)]
}

const equal = (parts: readonly string[], whole: string | undefined, kind: 'waterfall' | 'same_people') =>
  parts.length === 0 || whole === undefined ? [] : [sumIs(kind, parts, whole)]

/** Universe less the excluded is the denominator; numerator, complement and unknown are the denominator. */
function ofWay(sheet: Sheet, way: readonly Step[]): Relation[] {
  const [first] = way
  if (first === undefined) return []
  const those = (...roles: string[]) =>
    way.filter(({ row }) => roles.includes(row.role)).map(({ quantity }) => quantity)
  const published = (part: Part) => sheet.find(first.row.indicator, { ...first.row, ...TOTAL }, part)
  /** Where the unknown are outside the base, the way leaves them out as one of its reasons. */
  const leftOut = (isUnknown: boolean) =>
    way
      .filter(({ row }) => row.role === 'excluded' && (row.reason === 'outcome_unknown') === isUnknown)
      .map(({ quantity }) => quantity)
  /** Where the reasons are told together, they are all whom the figure tells as left out or unknown. */
  const together = way.filter(({ row }) => row.reason === 'several_reasons').map(({ quantity }) => quantity)
  const book = sheet.publication.indicators.get(first.row.indicator)
  // means, medians and curves leave nobody out as unknown
  const isUnknownOutside =
    book !== undefined && ['count', 'share'].includes(book.kind) && !hasUnknownInside(book)
  const outside = [published('excluded'), ...(isUnknownOutside ? [published('unknown')] : [])].filter(
    (quantity) => quantity !== undefined,
  )
  const [universe] = those('universe')
  const [denominator] = those('denominator')
  const excluded = those('excluded')
  const whole = denominator ?? those('numerator')[0]
  return [
    ...(whole === undefined ? [] : equal([whole, ...excluded], universe, 'waterfall')),
    ...equal(those('numerator', 'complement', 'unknown'), denominator, 'waterfall'),
    ...(['numerator', 'denominator', 'unknown'] as const).flatMap((part) =>
      equal(those(part), published(part), 'same_people'),
    ),
    ...equal(those('numerator'), published('value'), 'same_people'),
    ...(outside.length === 0 ? [] : together).map((row) => sumIs('waterfall', outside, row)),
    ...(together.length > 0 ? [] : equal(leftOut(true), published('unknown'), 'same_people')),
    ...(together.length > 0 ? [] : equal(leftOut(false), published('excluded'), 'waterfall')),
  ]
}

/** The same step in a period and in its parts. */
function ofPeriods(sheet: Sheet, steps: readonly Step[]): Relation[] {
  const days = daysOfPeriods(sheet)
  const rows = Map.groupBy(steps, ({ row }) =>
    [row.indicator, row.definition_version, row.role, row.reason].join('|'),
  )
  return [...rows.values()].flatMap((row) =>
    relationsOfSpans(
      row.flatMap(({ row: { indicator, period_type, period }, quantity }) => {
        const of = days.get(`${period_type}|${period}`)
        return of === undefined
          ? []
          : [
              {
                quantity,
                ...daysOf(
                  {
                    indicator,
                    period_type,
                    period_start: of.start,
                    period_end: of.end,
                  },
                  sheet,
                ),
              },
            ]
      }),
      row[0] === undefined ? [] : lawsOfRole(row[0].row),
    ),
  )
}
