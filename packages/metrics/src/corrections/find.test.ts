import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { CorrectionRow } from '@utfall/contracts'
import type { Agreement } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openExample } from '../publication/example.ts'
import type { Example } from '../publication/example.ts'
import { writePublication } from '../publication/write.ts'
import type { Writing } from '../publication/write.ts'

let example: Example
let first: string

/** `2024` is complete in the example, `2025` and the whole agreement are not. */
beforeAll(async () => {
  example = await openExample()
  await run('delete from correction')
  first = (await writePublication(example.writing)).id
  await run('create temp table result_before as from result')
  await run('create temp table delivery_before as from published_delivery')
})
afterAll(() => example.warehouse.close())
beforeEach(async () => {
  writeFileSync(join(example.home.publications, 'current'), first)
  await run('create or replace temp table result as from result_before')
  await run('create or replace temp table published_delivery as from delivery_before')
  await run('delete from correction')
})

const run = (sql: string) => example.connection.run(sql)

const ONE_MORE =
  "update result set value = 35 where indicator = 'unique_participants' and breakdown = 'total'"

/** A delivery of the autumn of 2024, loaded since. */
const late = (file: string, dataset: string) =>
  run(`insert into published_delivery
    select * replace ('${file}' as file, '${dataset}' as dataset, '${dataset}' as source_id,
      date '2024-10-01' as scope_start, date '2024-12-31' as scope_end)
    from delivery_before limit 1`)

async function corrections(change: Partial<Writing> = {}) {
  await writePublication({ ...example.writing, note: 'ett fel är rättat', ...change })
  return queryRows(example.connection, CorrectionRow, 'from published_corrections')
}

describe('corrections', () => {
  test('are none where nothing differs', async () => {
    expect(await corrections()).toEqual([])
  })

  test('are none where the previous publication is damaged', async () => {
    const results = join(example.home.publications, first, 'results.parquet')
    const whole = readFileSync(results)
    chmodSync(results, 0o644)
    writeFileSync(results, whole.subarray(0, 100))
    await run(ONE_MORE)
    const found = await corrections()
    writeFileSync(results, whole)
    expect(found).toEqual([])
  })

  test('are the figures of periods that were complete, and of open ones on the same day', async () => {
    await run(ONE_MORE)
    const found = await corrections()
    expect(found.map(({ period }) => period)).toEqual(['2024', '2025', '2025-T1', '1', 'all'])
    expect(found[0]).toEqual({
      agreement: 'example',
      indicator: 'unique_participants',
      period_type: 'year',
      period: '2024',
      breakdown: 'total',
      category: '',
      basis: '',
      previous_publication: first,
      previous_definition_version: 1,
      definition_version: 1,
      previous_value: 34,
      value: 35,
      previous_status: 'ok',
      new_status: 'ok',
      cause: 'program',
      deliveries: '',
      note: 'ett fel är rättat',
      status: 'ok',
    })
  })

  test('are not what a later day adds', async () => {
    await run(ONE_MORE)
    const found = await corrections({ asOf: '2025-09-01' })
    expect(found.map(({ period }) => period)).toEqual(['2024', '2025-T1', '1'])
  })

  test('name the deliveries of the period that were loaded since', async () => {
    await run(ONE_MORE)
    await run(`insert into published_delivery
      select * replace (repeat('cd', 32) as sha256) from delivery_before`)
    await run(`insert into published_delivery
      select * replace ('narvaro/sen.csv' as file, date '2024-10-01' as scope_start, date '2024-11-30' as scope_end)
      from delivery_before`)
    const found = await corrections()
    expect(found.map(({ cause, period, deliveries }) => [cause, period, deliveries])).toEqual([
      ['delivery', '2024', 'narvaro/sen.csv'],
      ['delivery', '2025', 'narvaro/a.csv'],
      ['delivery', '2025-T1', 'narvaro/a.csv'],
      ['delivery', '1', 'narvaro/a.csv · narvaro/sen.csv'],
      ['delivery', 'all', 'narvaro/a.csv · narvaro/sen.csv'],
    ])
  })

  test('tell a new version of the definition, compared with the one it replaces', async () => {
    await run(ONE_MORE)
    await run("update result set definition_version = 2 where indicator = 'unique_participants'")
    const [found] = await corrections()
    expect(found).toMatchObject({
      cause: 'definition',
      previous_definition_version: 1,
      definition_version: 2,
    })
  })

  test('tell a new agreement', async () => {
    await run(ONE_MORE)
    const agreements: Agreement[] = example.writing.agreements.map((terms) => ({ ...terms, on_the_way: 0.5 }))
    expect(await corrections({ agreements })).toMatchObject(
      Array.from({ length: 5 }, () => ({ cause: 'agreement' })),
    )
  })

  test('do not tell what a figure was that is withheld now', async () => {
    await run(
      "update result set value = null, status = 'suppressed' where indicator = 'share_association_active'",
    )
    const [found] = await corrections()
    expect(found).toMatchObject({
      cause: 'disclosure',
      previous_value: null,
      value: null,
      new_status: 'suppressed',
      status: 'suppressed',
    })
  })
})

describe('a delivery that the figure is not counted from', () => {
  test('did not change it', async () => {
    await run(ONE_MORE)
    await late('betalt.csv', 'funding')
    expect((await corrections()).map(({ cause, deliveries }) => [cause, deliveries])).toEqual(
      Array.from({ length: 5 }, () => ['program', '']),
    )
    await run('create or replace temp table published_delivery as from delivery_before')
    writeFileSync(join(example.home.publications, 'current'), first)
    await late('betalt.csv', 'funding')
    await late('narvaro/sen.csv', 'attendance')
    const [found] = await corrections()
    expect(found).toMatchObject({ cause: 'delivery', deliveries: 'narvaro/sen.csv' })
  })

  test('leaves it to the agreement that was changed', async () => {
    await run(ONE_MORE)
    await late('betalt.csv', 'funding')
    const terms = example.writing.agreements.map((each) => ({ ...each, on_the_way: 0.5 }))
    const found = await corrections({ agreements: terms })
    expect(new Set(found.map(({ cause, deliveries }) => `${cause} ${deliveries}`))).toEqual(
      new Set(['agreement ']),
    )
  })

  test('of people is behind them only where they are told apart', async () => {
    await run(
      "update result set value = value + 1 where indicator = 'unique_participants' and category in ('', '+46 8')",
    )
    await late('deltagare.csv', 'participants')
    const found = await corrections()
    expect(new Set(found.map(({ breakdown, cause }) => `${breakdown} ${cause}`))).toEqual(
      new Set(['total program', 'district delivery']),
    )
  })
})
