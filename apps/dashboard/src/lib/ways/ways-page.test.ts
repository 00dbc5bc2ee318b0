import { expect, test } from 'vitest'
import { sollentuna, withoutDeliveries } from '../../../fixture/agreements.ts'
import { readContent, readingOf } from '../../../fixture/reading.ts'
import { indicatorView } from '#lib/agreement/indicator.ts'
import { correctionsTable } from '#lib/corrections/corrections.ts'
import { curveFigure } from './curve.ts'
import { flowFigures } from './flow.ts'

const publication = await readContent()
const reading = readingOf(publication, sollentuna)
const plain = (text: string) => text.replaceAll('\u00A0', ' ')

test('the curve has a line for each cause, a gap where a point is withheld, and how many are followed', () => {
  const figure = curveFigure(reading)
  if (figure?.chart.kind !== 'line') throw new Error('no curve')
  expect(figure.chart.series.map(({ name }) => name)).toEqual(['Arbete', 'Studier'])
  expect(figure.chart.series[0]?.marks.at(-1)).toMatchObject({ value: null, text: '..' })
  expect(plain(figure.summary)).toContain('Arbete: Från 8 % efter 3 månader till 27 % efter 12 månader.')
  expect(figure.table.rows[0]?.cells.map(plain)).toEqual(['8,0 %', 'mellan 4 och 13 procent', '180'])
  expect(figure.table.rows[3]?.cells[0]).toBe('.. visas inte, så att ingen kan kännas igen')
})

test('each stage tells what people did at the start against what they did then, and nobody is zero', () => {
  const [exit, third, ...others] = flowFigures(reading)
  expect(others).toEqual([])
  expect(exit?.table.columns).toEqual(['Vid start', 'Arbete', 'Studier', 'Arbetslös', 'Okänt'])
  expect(exit?.table.rows).toEqual([
    { name: 'Arbetslös', cells: ['18', '9', '21', '0'] },
    { name: 'Varken eller', cells: ['..', '12', '0', '6'] },
  ])
  expect(third?.heading).toBe('Från starten till 3 månader efter avslutet')
})

test('a path that is withheld has no number, and no sum tells it', () => {
  const chart = flowFigures(reading)[0]?.chart
  if (chart?.kind !== 'flow') throw new Error('no flow')
  expect(chart.flows.find(({ count }) => count === null)?.says).toBe(
    'Varken eller vid start, arbete sedan: visas inte, så att ingen kan kännas igen',
  )
  expect(chart.fromTexts).toEqual({ unemployed: '48', neither: 'minst 18' })
  expect(flowFigures(reading)[0]?.summary).toBe(
    'Minst 39 av dem som vid starten var arbetslösa eller varken arbetade eller studerade hade då arbete eller studier. ' +
      'Av de vägar som visas är den vanligaste arbetslös både före och efter: 21 personer. För 6 är det okänt vad de gjorde då.',
  )
})

test('an agreement without people on their way has neither', () => {
  const without = readingOf(publication, withoutDeliveries)
  expect(curveFigure(without)).toBeUndefined()
  expect(flowFigures(without)).toEqual([])
})

test('a figure is counted from everyone concerned, step by step', () => {
  const indicator = publication.indicators.get('share_to_work_or_studies')
  const steps = indicator ? indicatorView(indicator, reading).steps : []
  expect(steps.map(({ name, count }) => `${name} ${count}`)).toEqual([
    'Alla det gäller 98',
    'Räknas inte med 5',
    'Räknas inte med ..',
    'Nämnare 93',
    'Okända 6',
    'Täljare 46',
    'Övriga 41',
  ])
  expect(steps[1]?.text).toBe('Flyttade.')
})

test('a correction tells the figure, why, and what it was before and is now', () => {
  const table = correctionsTable(publication, reading.words)
  expect(table?.rows[0]?.name).toContain('Möjligheternas Plats, Andel som gick vidare')
  expect(table?.rows[0]?.cells.map(plain)).toEqual([
    'nya eller rättade leveranser. uppfoljning/2026-T1.csv · uppfoljning/2026-T2.csv. En sen uppföljning kom in.',
    '41,0 %',
    '49,0 %',
  ])
  expect(correctionsTable({ ...publication, corrections: [] }, reading.words)).toBeUndefined()
})
