import { TRANSITION_STAGES } from '@utfall/contracts'
import type { TransitionRow } from '@utfall/contracts'
import { figureDownloads } from '#lib/figure/downloads.ts'
import { sourceLine } from '#lib/figure/figure.ts'
import type { FigureView, FlowView } from '#lib/figure/figure.ts'
import type { FigureTable } from '#lib/figure/marks.ts'
import { waysPath } from '#lib/reader/links.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { capital } from '@utfall/contracts/written-figure'
import { figureOrSign } from '#lib/words/words.ts'
import type { Words } from '#lib/words/words.ts'

type Stage = TransitionRow['stage']

const GAINED = ['work', 'studies', 'work_and_studies']
const OUTSIDE = new Set(['unemployed', 'neither'])

/** What people did at the start and at each later stage; stages without a shown path are left out. */
export const flowFigures = (reading: Reading): FigureView[] =>
  TRANSITION_STAGES.flatMap((stage) => flowFigure(stage, reading) ?? [])

/** The paths from the start to one stage; undefined where none of them is shown. */
export function flowFigure(stage: Stage, reading: Reading): FigureView | undefined {
  const { publication, agreement, words } = reading
  const say = words.say.waysPage.flow
  const rows = publication.transitions.filter(
    (row) => row.agreement === agreement.id && row.period_type === 'agreement' && row.stage === stage,
  )
  if (rows.every(({ count }) => count === null)) return undefined
  const heading = say.heading(say.until[stage])
  const hidden = rows.some(({ count }) => count === null)
  return {
    id: `fran-start-${stage}`,
    heading,
    summary: summaryOf(rows, words),
    chart: flowOf(stage, rows, words),
    notes: hidden ? [say.dashed, words.say.figures.withheldNote] : [],
    table: tableOf(heading, rows, words),
    source: sourceLine(reading),
    downloads: figureDownloads(reading, waysPath(agreement.id), { table: stage }),
  }
}

function flowOf(stage: Stage, rows: readonly TransitionRow[], words: Words): FlowView {
  const say = words.say.waysPage.flow
  const { occupations: names } = say
  return {
    kind: 'flow',
    from: say.from,
    to: say.stages[stage],
    names,
    flows: rows.map(({ from_status: from, to_status: to, count, status }) => ({
      from,
      to,
      count,
      says: say.path(
        names[from] ?? from,
        names[to] ?? to,
        status === 'ok' ? say.people(words.number(count ?? 0)) : words.say.codes.status[status],
      ),
    })),
    fromTexts: textsOf(rows, ({ from_status }) => from_status, words),
    toTexts: textsOf(rows, ({ to_status }) => to_status, words),
    gained: GAINED,
  }
}

/** How many stand at each place: exactly where every path is shown, at least so many elsewhere. */
const textsOf = (rows: readonly TransitionRow[], codeOf: (row: TransitionRow) => string, words: Words) =>
  Object.fromEntries([...Map.groupBy(rows, codeOf)].map(([code, here]) => [code, sumInWords(here, words)]))

/** The sign where none is shown, `minst 48` where some are withheld, `48` where all are shown. */
function sumInWords(rows: readonly TransitionRow[], words: Words): string {
  const sum = rows.reduce((all, { count }) => all + (count ?? 0), 0)
  const withheld = rows.find(({ count }) => count === null)
  if (!withheld) return words.number(sum)
  if (sum > 0) return words.say.waysPage.flow.atLeast(words.number(sum))
  return figureOrSign({ value: null, unit: 'people', status: withheld.status }, words)
}

/** How many came to work or studies from neither, and which path most went. */
function summaryOf(rows: readonly TransitionRow[], words: Words): string {
  const say = words.say.waysPage.flow
  const name = (code: string) => (say.occupations[code] ?? code).toLowerCase()
  const outside = rows.filter(
    ({ from_status, to_status }) => OUTSIDE.has(from_status) && GAINED.includes(to_status),
  )
  const known = rows.filter(
    ({ from_status, to_status }) => from_status !== 'unknown' && to_status !== 'unknown',
  )
  const { commonest, commonestStay } = known.some(({ count }) => count === null) ? say.ofShown : say
  const [most] = known
    .flatMap((row) => (row.count === null ? [] : [{ ...row, count: row.count }]))
    .toSorted((a, b) => b.count - a.count)
  const unknown = rows.filter(({ to_status }) => to_status === 'unknown')
  const gained = outside.some(({ count }) => count !== null)
  return [
    gained && capital(say.gained(sumInWords(outside, words))),
    most &&
      (most.from_status === most.to_status
        ? commonestStay(name(most.from_status), words.number(most.count))
        : commonest(name(most.from_status), name(most.to_status), words.number(most.count))),
    unknown.some(({ count }) => count !== null) && say.unknown(sumInWords(unknown, words)),
  ]
    .filter((sentence) => typeof sentence === 'string')
    .join(' ')
}

/** Every pair of places that anyone went between: a pair that was not published is one that nobody went. */
function tableOf(caption: string, rows: readonly TransitionRow[], words: Words): FigureTable {
  const say = words.say.waysPage.flow
  const order = Object.keys(say.occupations)
  const inOrder = (codes: readonly string[]) =>
    [...new Set(codes)].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
  const tos = inOrder(rows.map(({ to_status }) => to_status))
  const nobody = { count: 0, status: 'ok' } as const
  return {
    caption,
    columns: [say.from, ...tos.map((to) => say.occupations[to] ?? to)],
    rows: inOrder(rows.map(({ from_status }) => from_status)).map((from) => ({
      name: say.occupations[from] ?? from,
      cells: tos.map((to) => {
        const { count, status } =
          rows.find((each) => each.from_status === from && each.to_status === to) ?? nobody
        return figureOrSign({ value: count, unit: 'people', status }, words)
      }),
    })),
  }
}
