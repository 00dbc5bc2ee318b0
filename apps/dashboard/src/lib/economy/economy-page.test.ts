import type { ResultRow } from '@utfall/contracts'
import { expect, test } from 'vitest'
import { eskilstuna, sollentuna, withoutDeliveries } from '../../../fixture/agreements.ts'
import { readContent, readingOf } from '../../../fixture/reading.ts'
import { agreedTable } from './agreed.ts'
import { fixedPrices } from './fixed-prices.ts'
import { costByActivity, moneyOverTime } from './money-figures.ts'
import { moneyView } from './money.ts'

const publication = await readContent()
const reading = readingOf(publication, sollentuna)
const plain = (text: string) => text.replaceAll('\u00A0', ' ')

test('the lead says what was paid, spent and given', () => {
  expect(plain(moneyView(reading)?.lead ?? '')).toBe(
    'Kommunen har betalat 2 175 000 kr, mot 2 175 000 kr som avtalats för tiden. ' +
      'Verksamheten har kostat 2 308 400 kr. Föreningen har själv bidragit med 404 500 kr, mot 375 000 kr som avtalats för tiden.',
  )
})

test('each item stands by agreement year and whole, with its parts', () => {
  const table = moneyView(reading)?.table
  expect(table?.columns).toEqual(['Post', 'År 1', 'Hela avtalet'])
  const cells = (name: string) => table?.rows.find((row) => row.name === name)?.cells.map(plain)
  expect(cells('Bokförd kostnad')).toEqual(['1 500 000 kr', '2 308 400 kr'])
  expect(cells('Ideella timmar')).toEqual(['–', '1 205 timmar'])
  expect(cells('Föreningens insats enligt avtalet')).toEqual(['–', '375 000 kr'])
  expect(cells('Föreningens egen insats')).toEqual(['– inga uppgifter', '404 500 kr'])
  expect(table?.rows.filter(({ part }) => part).map(({ name }) => name)).toHaveLength(7)
})

test('without any amount there is no money to show', () => {
  expect(moneyView(readingOf(publication, eskilstuna))).toBeUndefined()
  expect(moneyOverTime(readingOf(publication, withoutDeliveries))).toBeUndefined()
})

test('an agreement that asks nothing of the association has no rows for it', () => {
  const costs = publication.costs.filter(({ item }) => !item.endsWith('_agreed'))
  const table = moneyView(readingOf({ ...publication, costs }, sollentuna))?.table
  expect(table?.rows.filter(({ name }) => /avtal/i.test(name)).map(({ name }) => name)).toEqual([
    'Avtalat för tiden',
  ])
})

test('over time a part of the year without bookkeeping is a gap', () => {
  const figure = moneyOverTime(reading)
  const chart = figure?.chart
  expect(chart?.kind === 'line' && chart.series.map(({ marks }) => marks[0]?.value)).toEqual([
    435_000,
    null,
    80_000,
  ])
  expect(figure?.table.columns).toEqual(['Period', 'Utbetalt', 'Kostnad', 'Egen insats'])
})

test('the cost of each activity is that of the latest time for which it is told', () => {
  const figure = costByActivity(reading)
  expect(figure?.table.rows.map(({ name }) => name)).toEqual(['Mötesplats', 'Självledarskapsutbildningar'])
  expect(figure?.notes[0]).toContain('avtalsår 1')
})

test('an activity whose cost is withheld is shown as withheld, not left out', () => {
  const costs = publication.costs.map((row) =>
    row.activity === 'sjalvledarskap' ? { ...row, amount: null, status: 'suppressed' as const } : row,
  )
  const figure = costByActivity({ ...reading, publication: { ...publication, costs } })
  expect(figure?.table.rows[1]).toEqual({ name: 'Självledarskapsutbildningar', cells: ['..'] })
  expect(figure?.notes).toContain('.. visas inte, för att skydda enskilda.')
  expect(figure?.summary).toContain('Självledarskapsutbildningar visas inte.')
})

test('what was agreed stands by year and giver, with its sum', () => {
  const table = agreedTable(sollentuna, reading.words)
  expect(table?.rows.at(-1)?.cells.map(plain)).toEqual(['4 350 000 kr'])
  expect(agreedTable(eskilstuna, reading.words)).toBeUndefined()
})

test('fixed prices stand beside current ones, and say which index is missing', () => {
  const [nominal] = publication.results(sollentuna.id, 'cost_per_participant')
  if (!nominal) throw new Error('the fixture has no cost per participant')
  const year = (indicator: string, period: string, value: number | null, note = '') => ({
    ...nominal,
    indicator,
    period_type: 'agreement_year' as const,
    period,
    period_start: `202${4 + Number(period)}-03-01`,
    basis: 'municipality',
    value,
    status: value === null ? ('not_computable' as const) : ('ok' as const),
    note,
  })
  const rows = {
    cost_per_participant: [year('cost_per_participant', '1', 6000), year('cost_per_participant', '2', 6600)],
    cost_per_participant_fixed: [
      year('cost_per_participant_fixed', '1', 6000),
      year('cost_per_participant_fixed', '2', 6250),
    ],
  }
  const told = (of: Readonly<Record<string, readonly ResultRow[]>>) =>
    fixedPrices({ ...reading, publication: { ...publication, results: (_, id) => of[id] ?? [] } })
  expect(told(rows)?.table?.rows.map(({ cells }) => cells.map(plain))).toEqual([
    ['6 000 kr', '6 000 kr'],
    ['6 600 kr', '6 250 kr'],
  ])
  const missing = [year('cost_per_participant_fixed', '1', null, 'no_price_index=2024 2025')]
  expect(told({ ...rows, cost_per_participant_fixed: missing })).toEqual({
    table: undefined,
    missing: 'Prisindex för 2024 och 2025 har inte lämnats. Där det behövs kan kostnaden inte räknas om.',
  })
  expect(told({})).toBeUndefined()
})
