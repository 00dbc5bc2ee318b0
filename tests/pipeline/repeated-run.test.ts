import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { filesUnder } from './files-under.ts'
import { currentPublication } from './published-results.ts'
import { sampleRun } from './sample.ts'
import { scratchFolder } from './scratch.ts'
import { utfallHere } from './utfall-here.ts'
import { fingerprint } from './warehouse-fingerprint.ts'

const sample = await sampleRun()

test('the sample is ingested and published', () => {
  expect(sample).toMatchObject({ status: expect.toBeOneOf([0, 3]) })
  expect(filesUnder(join(sample.home, 'publications')).length).toBeGreaterThan(10)
})

test('the same files again change nothing', async () => {
  const home = join(scratchFolder(), 'home')
  cpSync(sample.home, home, { recursive: true })
  const rows = await fingerprint(home)
  const publications = filesUnder(join(home, 'publications'))
  const again = await utfallHere('run', '--home', home, '--json')

  expect(again.status).toBe(sample.status)
  const { receipts, publication } = JSON.parse(again.stdout)
  expect(receipts.length).toBeGreaterThan(0)
  expect(publication).toMatchObject({ changed: false, id: idOf(sample.home) })
  expect(filesUnder(join(home, 'publications'))).toEqual(publications)
  expect(await fingerprint(home)).toEqual(rows)
})

test('another home with the same key holds the same rows and publishes the same tables, byte for byte', async () => {
  const home = join(scratchFolder(), 'home')
  mkdirSync(home)
  cpSync(join(sample.home, 'pseudonym.key'), join(home, 'pseudonym.key'))
  expect(await utfallHere('run', '--home', home)).toMatchObject({ status: sample.status })
  expect(await fingerprint(home)).toEqual(await fingerprint(sample.home))

  const [ours, theirs] = [currentPublication(sample.home), currentPublication(home)]
  const tables = filesUnder(ours).filter((file) => /\.(arrow|parquet|csv)$/.test(file))
  expect(tables.length).toBeGreaterThan(4)
  for (const table of tables) {
    expect.soft(readFileSync(join(theirs, table)).equals(readFileSync(join(ours, table))), table).toBe(true)
  }
})

function idOf(home: string): string {
  return readFileSync(join(home, 'publications/current'), 'utf8').trim()
}
