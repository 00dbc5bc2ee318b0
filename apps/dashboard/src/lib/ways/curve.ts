import { CURVE_CAUSES } from '@utfall/contracts'
import type { CurveRow } from '@utfall/contracts'
import { valueAxis } from '#lib/chart/scale.ts'
import { figureDownloads } from '#lib/figure/downloads.ts'
import { notesOn, sourceLine } from '#lib/figure/figure.ts'
import type { FigureView } from '#lib/figure/figure.ts'
import type { Mark } from '#lib/figure/marks.ts'
import { summaryOverTime } from '#lib/figure/summary.ts'
import { waysPath } from '#lib/reader/links.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { figureOrSign, intervalInWords } from '#lib/words/words.ts'
import type { Words } from '#lib/words/words.ts'

/** The share that has begun to work or study, month by month from the start; undefined where no point is shown. */
export function curveFigure(reading: Reading): FigureView | undefined {
  const { publication, agreement, words } = reading
  const say = words.say.waysPage.curve
  const rows = publication.curves.filter(
    (row) => row.agreement === agreement.id && row.period_type === 'agreement',
  )
  if (rows.every(({ value }) => value === null)) return undefined
  const series = CURVE_CAUSES.map((cause) => {
    const of = rows.filter((row) => row.cause === cause).toSorted((a, b) => a.month - b.month)
    return { name: say.cause[cause], rows: of, marks: of.map((row) => markOf(row, words)) }
  })
  const marks = series.flatMap((each) => each.marks)
  return {
    id: 'tid-till-arbete-eller-studier',
    heading: say.heading,
    summary: series.map(({ name, marks: line }) => say.summary(name, summaryOverTime(line, words))).join(' '),
    chart: {
      kind: 'line',
      series: series.map(({ name, marks: line }) => ({ name, marks: line })),
      axis: valueAxis(marks, null, 'share', words),
      target: null,
      under: { title: say.atRiskUnder, texts: series[0]?.rows.map((row) => atRisk(row, words)) ?? [] },
    },
    notes: [say.intro, ...notesOn(marks, reading)],
    table: {
      caption: say.heading,
      columns: [say.month, words.say.figures.value, words.say.figures.interval, say.atRisk],
      rows: series.flatMap(({ name, rows: of }) =>
        of.map((row) => ({
          name: `${name}, ${say.months(words.number(row.month))}`,
          cells: cellsOf(row, words),
        })),
      ),
    },
    source: sourceLine(reading),
    downloads: figureDownloads(reading, waysPath(agreement.id), { table: 'curves' }),
  }
}

function markOf(row: CurveRow, words: Words): Mark {
  const say = words.say.waysPage.curve
  const month = words.number(row.month)
  const shown = row.status === 'ok' ? row : { value: null, ci_low: null, ci_high: null }
  return {
    name: say.months(month),
    during: say.during(month),
    label: [month, say.short],
    value: shown.value,
    low: shown.ci_low,
    high: shown.ci_high,
    text: figureOrSign({ ...row, unit: 'share' }, words),
    reason: row.status === 'ok' ? '' : words.say.codes.status[row.status],
    interval: intervalInWords({ ...shown, unit: 'share' }, words),
    incomplete: false,
    begins: 0,
  }
}

const cellsOf = (row: CurveRow, words: Words): string[] =>
  row.status === 'ok'
    ? [
        figureOrSign({ ...row, unit: 'share' }, words, true),
        intervalInWords({ ...row, unit: 'share' }, words) || '–',
        atRisk(row, words),
      ]
    : [`${figureOrSign({ ...row, unit: 'share' }, words)} ${words.say.codes.status[row.status]}`, '–', '–']

const atRisk = ({ at_risk, status }: CurveRow, words: Words): string =>
  figureOrSign({ value: at_risk, unit: 'people', status }, words)
