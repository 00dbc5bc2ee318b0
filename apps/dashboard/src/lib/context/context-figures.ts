import type { ContextFigure } from '@utfall/contracts'
import { valueAxis } from '#lib/chart/scale.ts'
import type { FigureView } from '#lib/figure/figure.ts'
import type { Mark } from '#lib/figure/marks.ts'
import { summaryOverTime } from '#lib/figure/summary.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { SIGNS } from '@utfall/contracts/written-figure'
import type { Words } from '#lib/words/words.ts'
import { PUBLIC_SERIES } from './series.ts'

const COUNTRY = '0000'

/** Public series of the municipality and the country that stand beside a measure: context, never its result. */
export function contextFigures(indicator: string, reading: Reading): FigureView[] {
  const known = reading.agreement.context.filter(
    ({ series, gender }) => gender === null && PUBLIC_SERIES.get(series)?.beside.includes(indicator),
  )
  return [...Map.groupBy(known, ({ series }) => series)].map(([series, figures]) =>
    contextFigure(series, figures, reading),
  )
}

function contextFigure(id: string, figures: readonly ContextFigure[], reading: Reading): FigureView {
  const { agreement, words, href } = reading
  const say = words.say.contextFigures
  const title = PUBLIC_SERIES.get(id)?.title
  const heading = title ? words.pick(title) : id
  const years = [...new Set(figures.map(({ period }) => period))].toSorted()
  const places = [agreement.municipality.code, COUNTRY].filter((code) =>
    figures.some(({ municipality }) => municipality === code),
  )
  const series = places.map((code) => ({
    name: code === COUNTRY ? say.country : agreement.municipality.name,
    marks: years.map((year) =>
      markOf(year, figures.find((each) => each.municipality === code && each.period === year)?.value, words),
    ),
  }))
  return {
    id: `sammanhang-${id}`,
    heading,
    summary: series.map(({ name, marks }) => say.summary(name, summaryOverTime(marks, words))).join(' '),
    chart: {
      kind: 'line',
      series,
      axis: valueAxis(
        series.flatMap(({ marks }) => marks),
        null,
        'months',
        words,
      ),
      target: null,
    },
    notes: [],
    table: {
      caption: heading,
      columns: [say.year, ...series.map(({ name }) => name)],
      rows: years.map((year, index) => ({
        name: year,
        cells: series.map(({ marks }) => marks[index]?.text ?? SIGNS.no_data),
      })),
    },
    source: say.source([...new Set(figures.map(({ sender }) => sender))].join(', '), id),
    downloads: [{ text: 'agreements.json', href: href('/data/agreements.json') }],
  }
}

const markOf = (year: string, value: number | undefined, words: Words): Mark => ({
  name: year,
  during: words.say.codes.duringYear(year),
  label: [year, ''],
  value: value ?? null,
  low: null,
  high: null,
  text: value === undefined ? SIGNS.no_data : words.number(value, 1),
  reason: value === undefined ? words.say.codes.status.no_data : '',
  interval: '',
  incomplete: false,
  begins: 0,
})
