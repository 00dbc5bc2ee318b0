import { expect, test } from 'vitest'
import { Agreement } from './agreement.ts'
import { wrongParameters } from './definition-checks.ts'

const faultsOf = (definitions: Record<string, Record<string, unknown>>) =>
  wrongParameters(
    Agreement.parse({
      id: 'prov',
      title: 'Prov',
      municipality: { code: '0163', name: 'Sollentuna kommun' },
      association: { name: 'Föreningen' },
      period: { start: '2025-03-01', end: '2028-02-29' },
      definitions: Object.fromEntries(
        Object.entries(definitions).map(([id, parameters]) => [id, { version: 1, parameters }]),
      ),
    }),
  )

test('parameters that hold are let through, those of own indicators too', () => {
  expect(
    faultsOf({
      share_to_work_or_studies: { excluded_reasons: ['moved', 'deceased'] },
      share_to_work: { excluded_reasons: ['moved', 'deceased'] },
      association_participants: { include_partner: true },
      stamgaster: { least_visits: 5 },
    }),
  ).toEqual([])
})

test('a reason that there is not is named, with the closest', () => {
  expect(faultsOf({ share_to_work_or_studies: { excluded_reasons: ['moved', 'deceasd'] } })).toMatchObject([
    {
      path: ['definitions', 'share_to_work_or_studies', 'parameters', 'excluded_reasons', 1],
      closest: 'deceased',
      sentence: { sv: expect.stringContaining('”deceasd”') },
    },
  ])
  expect(faultsOf({ share_to_work_or_studies: { excluded_reasons: 'moved' } })).toHaveLength(1)
})

test('reasons that only one of the shares would leave out are sent to where they are decided', () => {
  expect(faultsOf({ share_to_work: { excluded_reasons: ['moved'] } })).toMatchObject([
    { expected: 'share_to_work_or_studies' },
  ])
})

test('whether the partner counts is yes or no', () => {
  expect(faultsOf({ association_participants: { include_partner: 'ja' } })).toMatchObject([
    { expected: 'true, false' },
  ])
})
