import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeAt } from '@utfall/warehouse'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keptReceipts, receiptOf } from './receipts.ts'

const home = homeAt(mkdtempSync(join(tmpdir(), 'utfall-receipts-')))
const MARCH = '2026-11-21T10-00-00-000Z-huset-narvaro-2025-03-11111111'
const APRIL = '2026-11-22T10-00-00-000Z-huset-narvaro-2025-04-22222222'

beforeAll(() => {
  mkdirSync(home.receipts, { recursive: true })
  for (const [id, month] of [
    [MARCH, '03'],
    [APRIL, '04'],
  ] as const) {
    writeFileSync(join(home.receipts, `${id}.json`), JSON.stringify(receiptFor(`narvaro/2025-${month}.csv`)))
  }
})
afterAll(() => rmSync(home.folder, { recursive: true }))

const receiptFor = (file: string) => ({
  agreement: 'huset',
  source: 'narvaro',
  sender: 'Föreningen',
  dataset: 'attendance',
  file,
  sha256: '1'.repeat(64),
  bytes: 100,
  format: 'csv utf-8 ;',
  received: '2026-11-21T10:00:00.000Z',
  scope: null,
  rule_set: '1',
  verdict: 'approved',
  already_loaded: false,
  dry_run: false,
  rows: { read: 1, new: 1, changed: 0, unchanged: 0, duplicate: 0, quarantined: 0, removed: 0 },
  effects: [],
  notes: [],
  faults: [],
  since_last: { fixed: [], new: [], remaining: [] },
})

test('receipts are listed the newest first', () => {
  expect(keptReceipts(home).map(({ id }) => id)).toEqual([APRIL, MARCH])
})

test.each([
  MARCH,
  MARCH.slice(0, 12),
  'narvaro/2025-03.csv',
  '2025-03.csv',
  '/data/deliveries/narvaro/2025-03.csv',
])('a receipt is found by %s', (wanted) => {
  expect(receiptOf(home, wanted)).toMatchObject({
    id: MARCH,
    paths: { html: join(home.receipts, `${MARCH}.html`) },
  })
})

test('a receipt that is not there, or not to be read, is an expected fault', () => {
  expect(() => receiptOf(home, '2025-05.csv')).toThrow(expect.objectContaining({ code: 'no_receipt' }))
  writeFileSync(join(home.receipts, '2020-broken.json'), '{')
  expect(() => receiptOf(home, '2020-broken')).toThrow(expect.objectContaining({ code: 'broken_receipt' }))
})
