import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { content } from '../../../fixture/content.ts'
import { pointAt, writePublication } from '../../../fixture/write-publication.ts'
import { openShelf } from './shelf.ts'

let publications: string
const first = { ...content, id: '2026-01-01-first' }
const second = { ...content, id: '2026-02-01-second' }

beforeEach(async () => {
  publications = await mkdtemp(join(tmpdir(), 'utfall-shelf-'))
})
afterEach(() => rm(publications, { recursive: true }))

const open = (options = {}) => openShelf(publications, { trustPointerFor: 0, warn: () => {}, ...options })
const newestId = async (shelf: ReturnType<typeof open>) => (await shelf.newest())?.manifest.id

test('a home without publications has none, and one that comes is picked up', async () => {
  const shelf = open()
  expect(await shelf.newest()).toBeUndefined()
  await writePublication(publications, first)
  expect(await newestId(shelf)).toBe(first.id)
})

test('a new publication takes the place of the old one while the shelf is open', async () => {
  await writePublication(publications, first)
  const shelf = open()
  expect(await newestId(shelf)).toBe(first.id)
  await writePublication(publications, second)
  expect(await newestId(shelf)).toBe(second.id)
})

test('the pointer is not read again until its time is up', async () => {
  await writePublication(publications, first)
  const shelf = open({ trustPointerFor: 60_000 })
  expect(await newestId(shelf)).toBe(first.id)
  await writePublication(publications, second)
  expect(await newestId(shelf)).toBe(first.id)
})

test('a broken publication is refused once, aloud, and the old one stays', async () => {
  const warn = vi.fn<(message: string) => void>()
  await writePublication(publications, first)
  const shelf = open({ warn })
  await shelf.newest()
  const folder = await writePublication(publications, second)
  await writeFile(join(folder, 'costs.arrow'), 'not arrow')
  expect(await newestId(shelf)).toBe(first.id)
  expect(await newestId(shelf)).toBe(first.id)
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining(second.id))
})

test('what is mended after it was refused is taken when it is pointed at again', async () => {
  await writePublication(publications, first)
  const shelf = open()
  await shelf.newest()
  const folder = await writePublication(publications, second)
  await rm(join(folder, 'costs.arrow'))
  expect(await newestId(shelf)).toBe(first.id)
  await pointAt(publications, first.id)
  expect(await newestId(shelf)).toBe(first.id)
  await writePublication(publications, second)
  expect(await newestId(shelf)).toBe(second.id)
})

test('earlier publications are found by id; nothing else is', async () => {
  await writePublication(publications, first)
  await writePublication(publications, second)
  await writeFile(join(publications, '..hidden'), '')
  const shelf = open()
  expect((await shelf.find(first.id))?.manifest.id).toBe(first.id)
  expect(await shelf.ids()).toEqual([second.id, first.id])
  for (const id of ['', '.', '..', '../publications', `${first.id}/`, 'current', '%2e%2e', 'unknown']) {
    expect([id, await shelf.find(id)]).toEqual([id, undefined])
  }
})

test('only so many publications are held in memory, and the rest are read again', async () => {
  await writePublication(publications, first)
  await writePublication(publications, second)
  const shelf = open({ held: 1 })
  const once = await shelf.find(first.id)
  await shelf.find(second.id)
  const again = await shelf.find(first.id)
  expect(again?.manifest).toEqual(once?.manifest)
  expect(again).not.toBe(once)
})
