import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Manifest, PublishedAgreements, PublishedIndicators } from '@utfall/contracts'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openExample } from './example.ts'
import type { Example } from './example.ts'
import { writePublication } from './write.ts'

let example: Example

beforeEach(async () => {
  example = await openExample()
})
afterEach(() => example.warehouse.close())

const pointer = () => readFileSync(join(example.home.publications, 'current'), 'utf8').trim()
const manifestOf = (folder: string) =>
  Manifest.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
const tableFiles = (folder: string) =>
  Object.fromEntries(
    readdirSync(folder)
      .filter((name) => /\.(arrow|parquet|csv)$/.test(name))
      .map((name) => [name, readFileSync(join(folder, name)).toString('base64')]),
  )

describe('a publication', () => {
  test('is a folder named by time and content, and the pointer names it', async () => {
    const { id, folder, changed } = await writePublication(example.writing)
    expect(changed).toBe(true)
    expect(id).toMatch(/^20250915T083000Z-[0-9a-f]{8}$/)
    expect(folder).toBe(join(example.home.publications, id))
    expect(pointer()).toBe(id)
    expect(readdirSync(example.home.publications).sort()).toEqual([id, 'current'])
  })

  test('does not rest on a delivery that could not be read', async () => {
    await example.connection.run(`insert into published_delivery by name
      select * replace (99 as delivery, 'narvaro/borta.csv' as file, '' as sha256, 'rejected' as verdict)
      from published_delivery limit 1`)
    const { deliveries } = manifestOf((await writePublication(example.writing)).folder)
    expect(deliveries.map(({ file }) => file)).toEqual(['narvaro/a.csv', 'narvaro/b.csv'])
  })

  test('lists every file with its hash, size and rows in the manifest', async () => {
    const { folder } = await writePublication(example.writing)
    const manifest = manifestOf(folder)
    expect(manifest.files.map(({ path }) => path).sort()).toEqual(
      readdirSync(folder)
        .filter((name) => name !== 'manifest.json')
        .sort(),
    )
    for (const { path, sha256, bytes } of manifest.files) {
      const content = readFileSync(join(folder, path))
      expect([path, bytes, sha256]).toEqual([
        path,
        content.byteLength,
        createHash('sha256').update(content).digest('hex'),
      ])
    }
    expect(manifest.files.filter(({ path }) => path.startsWith('results.')).map(({ rows }) => rows)).toEqual([
      65,
      65,
      65,
      65,
      null,
      null,
    ])
    expect(manifest.deliveries).toMatchObject([
      { file: 'narvaro/a.csv', sha256: 'ab'.repeat(32), rows: 812, start: '2025-01-01' },
      { file: 'narvaro/b.csv', start: '2025-01-01' },
    ])
    expect(manifest.deliveries[1]).not.toHaveProperty('rows')
    expect(manifest.deliveries[1]).not.toHaveProperty('sha256')
    expect(manifest.agreements).toMatchObject([{ id: 'example', periods: { length: 5 } }])
    expect(manifest).toMatchObject({ as_of: '2025-08-31', previous: null, note: null, rule_set: '1' })
  })

  test('that is not let through leaves nothing, and the pointer where it was', async () => {
    const { id } = await writePublication(example.writing)
    const seen: string[] = []
    const refused = writePublication({
      ...example.writing,
      note: 'igen',
      beforeRelease: async ({ folder }) => {
        seen.push(...readdirSync(folder))
        throw new Error('not this one')
      },
    })
    await expect(refused).rejects.toThrow('not this one')
    expect(seen).toContain('manifest.json')
    expect(pointer()).toBe(id)
    expect(readdirSync(example.home.publications).sort()).toEqual([id, 'current'])
  })

  test('that cannot be written whole leaves nothing either', async () => {
    await example.connection.run('alter table reference rename to elsewhere')
    await expect(writePublication(example.writing)).rejects.toThrow('reference')
    expect(readdirSync(example.home.publications)).toEqual([])
  })

  test('cannot be written to', async () => {
    const { folder } = await writePublication(example.writing)
    const modes = readdirSync(folder).map((name) => statSync(join(folder, name)).mode & 0o777)
    expect(new Set(modes)).toEqual(new Set([0o444]))
  })

  test('tells definitions and agreements, and nothing of sources', async () => {
    const { folder } = await writePublication(example.writing)
    const read = (name: string) => JSON.parse(readFileSync(join(folder, name), 'utf8'))
    expect(PublishedIndicators.parse(read('indicators.json'))).toMatchObject([
      { id: 'unique_participants', sql: 'from participation', valid_from: { example: '2024-09-01' } },
    ])
    const agreements = read('agreements.json')
    expect(PublishedAgreements.parse(agreements)).toMatchObject([{ id: 'example', title: 'Exemplet' }])
    expect(agreements[0]).not.toHaveProperty('sources')
    expect(agreements[0]).not.toHaveProperty('costs')
  })

  test('puts public figures beside the agreement, but no price index', async () => {
    const { folder } = await writePublication(example.writing)
    const agreements: unknown = JSON.parse(readFileSync(join(folder, 'agreements.json'), 'utf8'))
    const figure = { series: 'N02797', sender: 'Åkern', municipality: '0163' }
    expect(PublishedAgreements.parse(agreements)[0]?.context).toEqual([
      { ...figure, period: '2022', gender: null, value: 7.25 },
      { ...figure, period: '2023', gender: 'woman', value: 6.1 },
    ])
  })
})

describe('publishing again', () => {
  test('does nothing when nothing changed', async () => {
    const first = await writePublication(example.writing)
    const later = new Date('2025-10-01T00:00:00.000Z')
    expect(await writePublication({ ...example.writing, now: later })).toEqual({ ...first, changed: false })
    expect(readdirSync(example.home.publications).sort()).toEqual([first.id, 'current'])
  })

  test('gives byte-identical tables when only the note is new', async () => {
    const first = await writePublication(example.writing)
    const second = await writePublication({ ...example.writing, note: 'Efter mötet.' })
    expect(second.changed).toBe(true)
    expect(tableFiles(second.folder)).toEqual(tableFiles(first.folder))
    expect(manifestOf(second.folder)).toMatchObject({ previous: first.id, note: 'Efter mötet.' })
    const third = await writePublication({ ...example.writing, note: 'Efter mötet.' })
    expect(third).toEqual({ ...second, changed: false })
  })

  test('makes a new publication when a figure changed', async () => {
    const first = await writePublication(example.writing)
    await example.connection.run("update result set value = 35 where category = '' and period = '2024'")
    const second = await writePublication({ ...example.writing, now: new Date('2025-09-16T00:00:00Z') })
    expect(second.changed).toBe(true)
    expect(pointer()).toBe(second.id)
    expect(existsSync(first.folder)).toBe(true)
  })

  test('gives byte-identical tables from rows in another order', async () => {
    const first = await writePublication(example.writing)
    await example.connection.run('create or replace temp table result as from result order by hash(result)')
    const second = await writePublication({ ...example.writing, note: 'Omkastat.' })
    expect(tableFiles(second.folder)).toEqual(tableFiles(first.folder))
  })

  test('replaces a publication whose folder is damaged', async () => {
    const first = await writePublication(example.writing)
    rmSync(join(first.folder, 'manifest.json'))
    writeFileSync(join(first.folder, 'manifest.json'), '{ "id":')
    const second = await writePublication({ ...example.writing, now: new Date('2025-09-16T00:00:00Z') })
    expect(second.changed).toBe(true)
    expect(manifestOf(second.folder).previous).toBe(first.id)
  })
})

describe('a publish that stops half-way', () => {
  test('leaves the pointer as it was, and the next one clears up', async () => {
    const first = await writePublication(example.writing)
    const noSuchCode = "update result set status = 'perhaps' where period = '2024'"
    await example.connection.run(noSuchCode)
    await expect(writePublication({ ...example.writing, note: 'Trasig.' })).rejects.toThrow('status')
    expect(pointer()).toBe(first.id)

    await example.connection.run("update result set status = 'ok' where status = 'perhaps'")
    const indicators = { ...example.writing, note: 'Trasig.', definitions: brokenDefinitions() }
    await expect(writePublication(indicators)).rejects.toThrow('version')
    expect(pointer()).toBe(first.id)

    // a killed one cannot clear up after itself
    mkdirSync(join(example.home.publications, '.writing-publication'))
    writeFileSync(join(example.home.publications, '.writing-publication', 'results.csv'), 'agreement')
    const next = await writePublication({ ...example.writing, note: 'Hel.' })
    expect(pointer()).toBe(next.id)
    expect(readdirSync(example.home.publications).sort()).toEqual([first.id, next.id, 'current'].sort())
  })
})

/** The tables are on disk when this is met. */
const brokenDefinitions = () =>
  example.writing.definitions.map(({ header, sql }) => ({ header: { ...header, version: 0 }, sql }))
