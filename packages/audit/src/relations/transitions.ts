import type { Transition } from '../publication.ts'
import type { Part, Puzzle, Relation } from '../puzzle.ts'
import { atMost, sumIs } from '../puzzle.ts'
import type { Sheet } from '../sheet.ts'
import { daysOf } from './periods.ts'
import { relationsOfSpans } from './spans.ts'
import { TOTAL, daysOfPeriods, layOutCount, stepKey } from './steps.ts'

interface Way {
  readonly row: Transition
  readonly quantity: string
}

const FROM_NONE = 'share_from_none_to_work_or_studies'
const NONE = new Set(['unemployed', 'neither'])
const WORK_OR_STUDIES = new Set(['work', 'studies', 'work_and_studies'])

/** Where people who left came from and went: all of them are leavers, or due for follow-up, and their outcomes are figures. */
export function transitionRelations(puzzle: Puzzle, sheet: Sheet): Relation[] {
  const rows = sheet.publication.transitions.filter(({ agreement }) => agreement === sheet.terms.id)
  const floorOf = floors(rows)
  const ways = rows.map((row): Way => {
    const part = `${row.from_status} → ${row.to_status}`
    const named = {
      indicator: `${row.domain} ${row.stage}`,
      part,
      atLeast: floorOf(row),
    }
    return { row, quantity: layOutCount(puzzle, sheet, row, named) }
  })
  const stages = Map.groupBy(ways, ({ row }) =>
    [row.domain, row.stage, row.period_type, row.period].join('|'),
  )
  return [
    ...[...stages.values()].flatMap((stage) => ofStage(puzzle, sheet, stage)),
    ...ofPeriods(puzzle, sheet, ways),
  ]
}

const stageOf = ({ domain, stage, period_type, period }: Transition) =>
  [domain, stage, period_type, period].join('|')

/** Where not every status before is listed with every status after, only what somebody did is listed. */
function floors(rows: readonly Transition[]): (row: Transition) => 0 | 1 {
  const isWhole = new Map(
    [...Map.groupBy(rows, stageOf)].map(([stage, cells]) => [
      stage,
      new Set(cells.map(({ from_status: from }) => from)).size *
        new Set(cells.map(({ to_status: to }) => to)).size ===
        cells.length,
    ]),
  )
  return (row) => (isWhole.get(stageOf(row)) === true ? 0 : 1)
}

const equal = (parts: readonly string[], whole: string | undefined) =>
  parts.length === 0 || whole === undefined ? [] : [sumIs('transitions', parts, whole)]

const fewer = (parts: readonly string[], all: string | undefined) =>
  parts.length === 0 || all === undefined ? [] : [atMost('transitions', parts, [all])]

const more = (parts: readonly string[], some: string | undefined) =>
  parts.length === 0 || some === undefined ? [] : [atMost('transitions', [some], parts)]

function ofStage(puzzle: Puzzle, sheet: Sheet, ways: readonly Way[]): Relation[] {
  const [first] = ways
  if (first === undefined) return []
  const { row } = first
  const those = (which: (row: Transition) => boolean) =>
    ways.filter((way) => which(way.row)).map(({ quantity }) => quantity)
  const published = (indicator: string, part: Part) => sheet.find(indicator, { ...row, ...TOTAL }, part)
  if (row.stage === 'exit') {
    const fromUnknown = stepKey(sheet, row, {
      indicator: FROM_NONE,
      part: 'excluded occupation_at_start_unknown',
    })
    return [
      ...equal(
        those(() => true),
        published('leavers', 'value'),
      ),
      ...more(
        those(({ from_status: from }) => NONE.has(from)),
        published(FROM_NONE, 'denominator'),
      ),
      ...fewer(
        those(({ from_status: from }) => !NONE.has(from)),
        published(FROM_NONE, 'excluded'),
      ),
      ...equal(
        those(({ from_status: from }) => from === 'unknown'),
        puzzle.quantities.has(fromUnknown) ? fromUnknown : undefined,
      ),
      ...more(
        those(({ to_status: to }) => to === 'work'),
        published('share_to_work', 'numerator'),
      ),
      ...more(
        those(({ to_status: to }) => to === 'studies'),
        published('share_to_studies', 'numerator'),
      ),
    ]
  }
  const followed = `share_in_work_or_studies_${row.stage.replace('followup_', '')}m`
  return [
    ...equal(
      those(() => true),
      published(followed, 'denominator'),
    ),
    ...equal(
      those(({ to_status: to }) => WORK_OR_STUDIES.has(to)),
      published(followed, 'numerator'),
    ),
    ...equal(
      those(({ to_status: to }) => to === 'unknown'),
      published(followed, 'unknown'),
    ),
  ]
}

/** Whoever left in a period left in some part of it. What is not listed of a part that has a list is nobody. */
function ofPeriods(puzzle: Puzzle, sheet: Sheet, ways: readonly Way[]): Relation[] {
  const days = daysOfPeriods(sheet)
  return [...Map.groupBy(ways, ({ row }) => `${row.domain} ${row.stage}`).values()].flatMap((stage) => {
    const periods = [...Map.groupBy(stage, ({ row }) => `${row.period_type}|${row.period}`)]
    const places = Map.groupBy(stage, ({ row }) => `${row.from_status} → ${row.to_status}`)
    return [...places].flatMap(([place, listed]) =>
      relationsOfSpans(
        periods.flatMap(([period, rows]) => {
          const [of, some] = [days.get(period), rows[0]]
          if (of === undefined || some === undefined) return []
          const { row } = some
          const here = listed.find(
            (way) => way.row.period_type === row.period_type && way.row.period === row.period,
          )
          const quantity = here?.quantity ?? nobody(puzzle, sheet, row, place)
          const dated = {
            indicator: 'leavers',
            period_type: row.period_type,
            period_start: of.start,
            period_end: of.end,
          }
          return [{ quantity, ...daysOf(dated, sheet) }]
        }),
        ['covered'],
      ),
    )
  })
}

function nobody(puzzle: Puzzle, sheet: Sheet, row: Transition, part: string): string {
  const named = {
    indicator: `${row.domain} ${row.stage}`,
    part,
    atLeast: 0 as const,
  }
  return layOutCount(puzzle, sheet, { ...row, count: 0, status: 'ok' }, named)
}
