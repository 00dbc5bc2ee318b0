import { expect, test } from 'vitest'
import { INDICATORS_FOLDER } from '../index.ts'
import { readRegistry } from '../registry.ts'
import { agreementOf } from '../small-world.ts'
import { parametersOf } from './parameters.ts'

const headers = new Map(
  readRegistry([INDICATORS_FOLDER]).indicators.map(({ header }) => [header.id, header] as const),
)
const parameters = (id: string, terms: Record<string, unknown> = {}) => {
  const header = headers.get(id)
  if (header === undefined) throw new Error(`No indicator ${id}`)
  return parametersOf(header, agreementOf(terms))
}

test('an indicator says what the agreement decides of it', () => {
  const definitions = {
    share_to_work_or_studies: { version: 1, parameters: { excluded_reasons: ['moved'] } },
  }
  for (const id of ['share_to_work_or_studies', 'share_to_studies', 'share_from_none_to_work_or_studies']) {
    expect(parameters(id, { definitions })).toMatchObject({ excluded_reasons: ['moved'], minimum_base: 10 })
  }
  expect(
    parameters('share_in_work_or_studies_6m', { followup: { months: [6], window_days: 14 } }),
  ).toMatchObject({ followup_months: [6], window_days: 14 })
  expect(
    parameters('visits_per_open_day', {
      activities: [
        { id: 'cafe', name: 'Kafé', counting_rule: 'every_visit' },
        { id: 'sports', name: 'Idrott', counting_rule: 'lok' },
      ],
    }),
  ).toMatchObject({ counting_rule: { cafe: 'every_visit', sports: 'lok' } })
  expect(parameters('own_contribution', { costs: { volunteer_rate: 220 } })).toEqual({ volunteer_rate: 220 })
})

test('what an agreement leaves open is printed as the default that holds', () => {
  expect(parameters('share_to_work')).toEqual({
    excluded_reasons: [],
    age_groups: [12, 15, 19, 24, 29, 64],
    threshold: 5,
    minimum_base: 10,
  })
  expect(parameters('share_association_active')).toMatchObject({ include_partner: false })
  expect(parameters('cost_per_hour')).toEqual({
    shared_cost: 'hours',
    volunteer_rate: null,
    minimum_base: 10,
  })
  expect(parameters('unique_participants')).not.toHaveProperty('minimum_base')
})
