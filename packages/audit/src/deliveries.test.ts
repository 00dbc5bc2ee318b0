import { expect, test } from 'vitest'
import { fewDelivered } from './deliveries.ts'
import { trialPublications } from './trial-publications.ts'
import type { WrittenPublication } from './written-publication.ts'

const trial = trialPublications()

const told = (tables: Partial<WrittenPublication>) =>
  fewDelivered(trial.read(tables)).map(({ where, what }) => `${where}: ${what}`)

const file = (dataset: string, rows: number) => ({
  agreement: 'a',
  source: dataset,
  dataset,
  file: `${dataset}.csv`,
  sha256: '0f',
  rows,
})
const fault = (source: string, count: number) => ({ kind: 'fault', source, item: 'wrong', count, of: 40 })

test('a file of few people tells of them by its rows and its digest', () => {
  const deliveries = [file('memberships', 3), file('costs', 3), file('surveys', 5)]
  expect(told({ deliveries })).toEqual(['a memberships.csv: rows', 'a memberships.csv: sha256'])
})

test('a fault of few rows is told of few people, but not of costs or of nobody', () => {
  const deliveries = [file('surveys', 40), file('costs', 40)]
  const quality = [fault('surveys', 4), fault('costs', 4), fault('surveys', 0), fault('surveys', 5)]
  expect(told({ deliveries, quality })).toEqual(['a fault surveys wrong: count'])
})
