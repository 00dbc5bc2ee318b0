import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Manifest } from '@utfall/contracts'
import { homeAt } from '@utfall/warehouse'
import { expect, test } from 'vitest'
import { draftIn, refuseOtherThan } from './drafts.ts'

const home = homeAt(mkdtempSync(join(tmpdir(), 'utfall-drafts-')))

const file = (path: string, sign: string) => ({ path, sha256: sign.repeat(64), bytes: 1, rows: 1 })

/** A folder with a manifest that lists one table and the file that names the publication. */
function write(folder: string, id: string, table: string): string {
  mkdirSync(join(folder, id), { recursive: true })
  const manifest: Manifest = Manifest.parse({
    id,
    created: '2026-01-01T00:00:00.000Z',
    as_of: '2025-12-31',
    previous: null,
    note: null,
    program: 'utfall 0.0.0',
    rule_set: '1',
    agreements: [],
    deliveries: [],
    files: [file('results.arrow', table), file('datapackage.json', id)],
  })
  writeFileSync(join(folder, id, 'manifest.json'), JSON.stringify(manifest))
  return join(folder, id)
}

test('only what says the same as the draft is released', () => {
  write(home.drafts, 'a', '1')
  const draft = draftIn(home, 'a')
  expect(() => refuseOtherThan(draft, write(home.publications, 'b', '1'))).not.toThrow()
  expect(() => refuseOtherThan(draft, write(home.publications, 'c', '2'))).toThrow(/draft a \(results\.arrow/)
})

test('a publication is no draft', () => {
  write(home.publications, 'd', '1')
  expect(() => draftIn(home, 'd')).toThrow('There is no draft "d"')
})
