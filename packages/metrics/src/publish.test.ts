import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Agreement, EXIT_STATUS, ExpectedFault, Manifest, PublishedIndicators } from '@utfall/contracts'
import { homeAt, openWarehouse, runScript, sqlBeside } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { tableFromIPC } from 'apache-arrow'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { INDICATORS_FOLDER } from './index.ts'
import { TABLE_NAMES } from './publication/published-table.ts'
import { publish } from './publish.ts'
import type { Publication, PublishRequest } from './publish.ts'

const AGREEMENT = Agreement.parse({
  id: 'example',
  title: 'Exemplet',
  municipality: { code: '0163', name: 'Sollentuna kommun' },
  association: { name: 'Åkern' },
  period: { start: '2024-09-01', end: '2027-08-31' },
  activities: [{ id: 'motesplats', name: 'Mötesplats' }],
  sources: [
    { id: 'narvaro', sender: 'Åkern', dataset: 'attendance', files: 'n/*.csv', replaces: 'period' },
    { id: 'enkat', sender: 'Åkern', dataset: 'surveys', files: 'e/*.csv' },
  ],
})

let warehouse: Warehouse
let request: PublishRequest
let publication: Publication
const steps: string[] = []

beforeAll(async () => {
  const home = homeAt(mkdtempSync(join(tmpdir(), 'utfall-publish-')))
  warehouse = await openWarehouse(home)
  await runScript(warehouse.connection, sqlBeside(import.meta.url, './publish.example.sql'))
  request = {
    warehouse,
    home,
    agreements: [AGREEMENT],
    now: new Date('2025-09-15T08:30:00.000Z'),
    program: 'utfall 0.0.0',
    indicatorFolders: [INDICATORS_FOLDER],
    progress: ({ done, of }) => steps.push(`${done}/${of}`),
  }
  publication = await publish(request)
})
afterAll(() => warehouse.close())

const quiet = () => ({ ...request, progress: () => undefined })

const manifestOf = (folder: string) =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))

function rowsOf(folder: string, table: string): Record<string, unknown>[] {
  return tableFromIPC(readFileSync(join(folder, `${table}.arrow`)))
    .toArray()
    .map((row) => row?.toJSON() ?? {})
}

test('a draft that is objected to is made anew with more hidden, from what was counted', async () => {
  const statuses: unknown[] = []
  const begun: string[] = []
  const laid = await publish({
    ...request,
    progress: ({ what }) => begun.push(what.en),
    asOf: '2025-09-14',
    asDraft: true,
    inspect: ({ folder }) => {
      const year = rowsOf(folder, 'results').find(
        ({ indicator, period, breakdown }) =>
          indicator === 'unique_participants' && period === '2025' && breakdown === 'total',
      )
      statuses.push(year?.status)
      const place = {
        agreement: 'example',
        indicator: 'unique_participants',
        period: '2025',
        periodType: 'year',
      }
      const number = { ...place, breakdown: 'total', category: '', part: 'value' }
      const told = [{ agreement: 'example', breakdown: 'total', toldBy: [[number]] }]
      const fault = new ExpectedFault('told', { sv: 'Röjt.', en: 'Told.' }, EXIT_STATUS.publicationRefused)
      return Promise.resolve(statuses.length === 1 ? { fault, told } : null)
    },
  })
  expect(statuses).toEqual(['ok', 'suppressed'])
  const again = begun.slice(begun.indexOf('hiding more, since hidden numbers could be worked out'))
  expect(begun).toContain('counting people and sessions')
  expect(again).toContain('protecting small numbers')
  expect(again).not.toContain('counting people and sessions')
  expect(readdirSync(request.home.drafts)).toEqual([laid.id])
  expect(readdirSync(request.home.publications).toSorted()).toEqual([publication.id, 'current'])
})

test('publishing again counts nothing when nothing has changed', async () => {
  const begun: string[] = []
  const progress: PublishRequest['progress'] = ({ what }) => begun.push(what.en)
  const later = { ...request, progress, now: new Date('2025-10-15T08:30:00.000Z') }
  expect(await publish(later)).toEqual({ ...publication, changed: false })
  expect(begun).toEqual([])
})

const lateInTheEvening = (day: string) => ({ ...quiet(), now: new Date(`${day}T22:30:00.000Z`) })

describe('the day a publication speaks of', () => {
  test('is the last that any loaded delivery speaks of', () => {
    expect(publication.asOf).toBe('2025-04-30')
    expect(manifestOf(publication.folder).as_of).toBe('2025-04-30')
  })

  test('is no day to come, by the calendar in Sweden', async () => {
    expect(await publish(lateInTheEvening('2025-04-29'))).toMatchObject({ asOf: '2025-04-30' })
    expect(await publish(lateInTheEvening('2025-04-28'))).toMatchObject({ asOf: '2024-11-30' })
    expect(await publish(lateInTheEvening('2024-11-15'))).toMatchObject({ asOf: '2024-11-15' })
  })

  test('is one on which some agreement has begun', async () => {
    await expect(publish({ ...quiet(), asOf: '2024-08-31' })).rejects.toMatchObject({
      code: 'as_of_before_agreements',
      exitStatus: 2,
      sentence: { sv: expect.stringContaining('2024-09-01') },
    })
  })

  test('can be asked for, but not in the future', async () => {
    expect(await publish({ ...quiet(), asOf: '2024-12-31' })).toMatchObject({ asOf: '2024-12-31' })
    await expect(publish({ ...request, asOf: '2025-09-16' })).rejects.toMatchObject({
      code: 'as_of_in_the_future',
      exitStatus: 2,
    })
  })
})

describe('publish', () => {
  test('counts what was delivered', () => {
    const figures = rowsOf(publication.folder, 'results').filter(
      (row) => row['indicator'] === 'unique_participants' && row['breakdown'] === 'total',
    )
    expect(figures.map(({ period, value, status }) => [period, value, status])).toContainEqual([
      '2025',
      30,
      'ok',
    ])
  })

  test('says what each delivery holds, and what each figure is counted from', () => {
    const held = manifestOf(publication.folder).deliveries.map(({ source, dataset }) => [source, dataset])
    expect(held).toContainEqual(['narvaro', 'attendance'])
    const text = readFileSync(join(publication.folder, 'indicators.json'), 'utf8')
    const reads = new Map(PublishedIndicators.parse(JSON.parse(text)).map((each) => [each.id, each.reads]))
    expect(reads.get('cost')).toEqual(['attendance', 'headcount', 'costs'])
    expect(reads.get('leavers')).toEqual(['participants', 'attendance', 'engagements'])
    expect(reads.get('self_efficacy_change')).toContain('surveys')
    expect(reads.get('funding_awarded')).toEqual([])
    expect([...reads.values()].every((each) => each !== undefined)).toBe(true)
  })

  test('tells its steps in order, to the end', () => {
    const count = steps.length - 1
    expect(count).toBeGreaterThan(5)
    expect(steps).toEqual(Array.from({ length: count + 1 }, (_, done) => `${done}/${count}`))
  })

  test('has no number in a row whose figure is not shown', () => {
    const hidden = TABLE_NAMES.flatMap((table) =>
      rowsOf(publication.folder, table).filter(({ status }) => status !== 'ok' && status !== 'no_data'),
    )
    expect(new Set(hidden.map(({ status }) => status))).toContain('suppressed')
    const told = [
      'value',
      'numerator',
      'denominator',
      'unknown',
      'excluded',
      'ci_low',
      'ci_high',
      'count',
      'amount',
      'at_risk',
    ]
    expect(hidden.filter((row) => told.some((name) => (row[name] ?? null) !== null))).toEqual([])
  })

  test('publishes an agreement that nothing has been delivered for', async () => {
    const empty = { ...AGREEMENT, id: 'empty' }
    const { folder } = await publish({ ...quiet(), agreements: [empty] })
    expect(manifestOf(folder)).toMatchObject({ deliveries: [], agreements: [{ id: 'empty' }] })
    expect(rowsOf(folder, 'results').filter(({ status }) => status === 'ok')).toEqual([])
  })

  test('refuses an indicator file that cannot be read, by name and line', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'utfall-indicators-'))
    writeFileSync(join(folder, 'broken.sql'), 'select 1')
    await expect(publish({ ...request, indicatorFolders: [folder] })).rejects.toMatchObject({
      code: 'indicator_file',
      exitStatus: 2,
      message: expect.stringContaining('broken.sql'),
    })
  })
})

const quality = (kind: string) =>
  rowsOf(publication.folder, 'quality')
    .filter((row) => row['kind'] === kind)
    .map(({ source, item, count, of, verdict, status }) => [source, item, count, of, verdict, status])

describe('quality', () => {
  test('has a row for each delivery, whatever its verdict', () => {
    expect(quality('delivery')).toEqual([
      ['enkat', 'e/1.csv', 0, 40, 'rejected', 'ok'],
      ['enkat', 'e/2.csv', null, null, 'rejected', 'suppressed'], // three in all
      ['enkat', 'e/3.csv', null, 40, 'paused', 'suppressed'], // all but two
      ['narvaro', 'n/host.csv', null, 62, 'approved_with_remarks', 'suppressed'], // two
      ['narvaro', 'n/var.csv', null, 63, 'approved', 'suppressed'], // three
      ['narvaro', 'n/var.csv', 9, 69, 'approved_with_remarks', 'ok'],
      ['utbetalning', 'u/1.csv', 1, 2, 'approved', 'ok'], // not about people
    ])
  })

  test('is silent of few rows about people in the manifest too', () => {
    const few = manifestOf(publication.folder).deliveries.filter(({ rows = 0 }) => rows < 5)
    expect(few.map(({ file, rows, sha256 }) => [file, rows, sha256])).toEqual([
      ['e/2.csv', undefined, undefined],
      ['u/1.csv', 2, '07'.repeat(32)],
    ])
  })

  test('has months with deliveries out of the months so far', () => {
    expect(quality('coverage')).toEqual([
      ['enkat', 'months', 0, 8, null, 'no_data'],
      ['narvaro', 'months', 7, 8, null, 'ok'],
    ])
  })

  test('counts faults of deliveries in force only, never a few', () => {
    expect(quality('fault')).toEqual([
      ['narvaro', 'not_a_date', 5, 125, null, 'ok'],
      ['narvaro', 'unknown_code', null, 125, null, 'suppressed'],
    ])
  })

  test('counts people of whom something is unknown, never a few', () => {
    const unknown = rowsOf(publication.folder, 'quality').filter(
      (row) => row['kind'] === 'unknown' && row['start'] === Date.parse('2024-01-01'),
    )
    expect(unknown.map(({ item, count, of, status }) => [item, count, of, status])).toEqual([
      ['birth_year', 30, 30, 'ok'],
      ['district', null, null, 'suppressed'],
      ['gender', 12, 30, 'ok'],
    ])
  })

  test('counts people of whom sources disagree, never a few', () => {
    expect(quality('conflict')).toEqual([
      ['', 'district', null, null, null, 'suppressed'],
      ['', 'gender', 6, null, null, 'ok'],
    ])
  })
})
