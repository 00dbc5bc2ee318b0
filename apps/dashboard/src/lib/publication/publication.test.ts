import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sollentuna } from '../../../fixture/agreements.ts'
import { content } from '../../../fixture/content.ts'
import { writePublication } from '../../../fixture/write-publication.ts'
import { readPublication } from './publication.ts'

let publications: string
let folder: string

beforeAll(async () => {
  publications = await mkdtemp(join(tmpdir(), 'utfall-publication-'))
})
afterAll(() => rm(publications, { recursive: true }))
beforeEach(async () => {
  folder = await writePublication(publications, content)
})

const read = () => readPublication(folder, content.id)

async function edit(file: string, change: (text: string) => string): Promise<void> {
  const path = join(folder, file)
  await writeFile(path, change(await readFile(path, 'utf8')))
}

test('holds every table as it was written', async () => {
  const publication = await read()
  expect(publication.agreements).toEqual(content.agreements)
  expect(publication.goals).toEqual(content.goals)
  expect(publication.costs).toEqual(content.costs)
  expect(publication.quality).toEqual(content.quality)
  const written = content.results.filter((row) => row.indicator === 'unique_participants')
  expect(publication.results(sollentuna.id, 'unique_participants')).toEqual(
    written.filter((row) => row.agreement === sollentuna.id),
  )
  expect(publication.results(sollentuna.id, 'nothing')).toEqual([])
})

test('knows the place of a row in the published table', async () => {
  const publication = await read()
  const [row] = publication.results(sollentuna.id, 'share_association_active')
  expect(row && content.results[publication.placeOf(row)]).toEqual(row)
})

test('shows each period by the newest definition that it was counted by', async () => {
  const newer = content.results
    .filter(({ period }) => period === 'all' || period === '2026-T2')
    .map((row) => ({ ...row, definition_version: 2 }))
  await writePublication(publications, { ...content, results: [...content.results, ...newer] })
  const rows = (await read()).results(sollentuna.id, 'unique_participants')
  const totals = rows.filter(({ breakdown }) => breakdown === 'total')
  expect(new Set(totals.map(({ period }) => period)).size).toBe(totals.length)
  expect(totals.filter((row) => row.definition_version === 2).map(({ period }) => period)).toEqual([
    'all',
    '2026-T2',
  ])
  expect(totals.some((row) => row.period === '2025-T3' && row.definition_version === 1)).toBe(true)
})

test('refuses a file that is missing', async () => {
  await rm(join(folder, 'goals.arrow'))
  await expect(read()).rejects.toThrow('goals.arrow')
})

test('refuses a file that is not what the manifest says', async () => {
  await edit('results.csv', (text) => text.replace('312', '313'))
  await expect(read()).rejects.toThrow('results.csv has SHA-256')
})

test('refuses a table whose rows break the contract', async () => {
  const broken = content.results.map((row) => ({ ...row, period_type: 'fortnight' }))
  await writePublication(publications, { ...content, results: broken as unknown as typeof content.results })
  await expect(read()).rejects.toThrow('period_type')
})

test('refuses a manifest of another publication, and one that is no manifest', async () => {
  await edit('manifest.json', (text) => text.replace(content.id, 'another'))
  await expect(read()).rejects.toThrow('speaks of another')
  await writeFile(join(folder, 'manifest.json'), '{}')
  await expect(read()).rejects.toThrow('created')
})

test('refuses a manifest that points outside its folder', async () => {
  await edit('manifest.json', (text) => text.replace('"goals.csv"', '"../goals.csv"'))
  await expect(read()).rejects.toThrow('outside')
})
