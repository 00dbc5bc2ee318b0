import { expect, test } from 'vitest'
import { sollentuna } from '../../../fixture/agreements.ts'
import { readContent, readingOf } from '../../../fixture/reading.ts'
import { contextFigures } from './context-figures.ts'

const publication = await readContent()
const figure = (municipality: string, period: string, value: number, gender: 'woman' | null = null) => ({
  series: 'N02797',
  sender: 'Kolada',
  municipality,
  period,
  gender,
  value,
})
const agreement = {
  ...sollentuna,
  context: [
    figure('0163', '2022', 5.4),
    figure('0163', '2023', 5.1),
    figure('0163', '2023', 4.4, 'woman'),
    figure('0000', '2022', 7.2),
  ],
}
const reading = readingOf(publication, agreement)

test('a public series has the municipality beside the country, and a year without a figure is a gap', () => {
  const [context, ...others] = contextFigures('share_to_work_or_studies', reading)
  expect(others).toEqual([])
  expect(context?.table.columns).toEqual(['År', 'Sollentuna kommun', 'Hela landet'])
  expect(context?.table.rows).toEqual([
    { name: '2022', cells: ['5,4', '7,2'] },
    { name: '2023', cells: ['5,1', '–'] },
  ])
  expect(context?.source).toBe('Källa: Kolada, nyckeltal N02797.')
})

test('a series stands only beside what it is about', () => {
  expect(contextFigures('unique_participants', reading)).toEqual([])
  expect(contextFigures('share_to_work_or_studies', readingOf(publication, sollentuna))).toEqual([])
})
