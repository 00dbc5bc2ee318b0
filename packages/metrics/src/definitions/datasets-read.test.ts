import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeAt, openWarehouse } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { INDICATORS_FOLDER } from '../index.ts'
import { readRegistry } from '../registry.ts'
import type { Indicator } from '../registry.ts'
import { agreementOf } from '../small-world.ts'
import { datasetsReadBy } from './datasets-read.ts'
import type { DatasetsRead } from './datasets-read.ts'

const { indicators } = readRegistry([INDICATORS_FOLDER])
const newest = (id: string): Indicator['header'] => {
  const header = indicators.findLast((each) => each.header.id === id)?.header
  if (header === undefined) throw new Error(`there is no ${id}`)
  return header
}

let warehouse: Warehouse
let datasetsRead: DatasetsRead

beforeAll(async () => {
  warehouse = await openWarehouse(homeAt(mkdtempSync(join(tmpdir(), 'utfall-read-'))))
  datasetsRead = await datasetsReadBy(warehouse.connection, indicators)
})
afterAll(() => warehouse.close())

describe('the total of', () => {
  test.each([
    ['funding_awarded', []],
    ['funding_paid', ['funding']],
    ['funding_share_paid', ['funding']],
    ['own_contribution', ['funding', 'costs']],
    ['cost', ['costs']],
    ['cost_per_participant', ['attendance', 'funding', 'costs']],
    ['cost_per_attendance', ['attendance', 'headcount', 'funding', 'costs']],
    ['cost_per_outcome', ['engagements', 'funding', 'costs']],
    ['cost_per_participant_fixed', ['attendance', 'funding', 'costs', 'reference']],
    ['unique_participants', ['attendance']],
    ['leavers', ['engagements']],
  ])('%s reads %j', (id, read) => {
    expect(datasetsRead(newest(id), { breakdowns: ['total'] })).toEqual(read)
  })
})

test.each([
  ['municipality', ['attendance', 'funding']],
  ['cost', ['attendance', 'costs']],
  ['cost_with_own_contribution', ['attendance', 'funding', 'costs']],
])('a unit cost on the basis %s reads %j', (basis, read) => {
  expect(datasetsRead(newest('cost_per_participant'), { breakdowns: ['total'], basis })).toEqual(read)
})

test('the cost of an activity reads what shared cost is allocated by', () => {
  const cost = newest('cost')
  const fixed = agreementOf({ costs: { shared: { basis: 'fixed', shares: { cafe: 1 } } } })
  const breakdowns = ['activity']
  expect(datasetsRead(cost, { breakdowns })).toEqual(['attendance', 'headcount', 'costs'])
  expect(datasetsRead(cost, { breakdowns, agreement: agreementOf() })).toContain('attendance')
  expect(datasetsRead(cost, { breakdowns, agreement: fixed })).toEqual(['costs'])
})

test('people by who they are reads what is known of them', () => {
  const read = datasetsRead(newest('unique_participants'), { breakdowns: ['gender'] })
  expect(read).toEqual(['participants', 'attendance'])
})

test('visits that count by age read birth years', () => {
  const read = datasetsRead(newest('attendances'), { breakdowns: ['total'], agreement: agreementOf() })
  expect(read).toEqual(['participants', 'attendance', 'headcount'])
})
