import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeAt } from '@utfall/warehouse'
import { expect, test } from 'vitest'
import { currentPublication, publicationManifests } from './publications.ts'

function manifest(id: string) {
  return JSON.stringify({
    id,
    created: '2026-01-01T12:00:00.000Z',
    as_of: '2025-12-31',
    previous: null,
    note: null,
    program: 'utfall 0.1.0',
    rule_set: 'x',
    agreements: [],
    deliveries: [],
    files: [],
  })
}

function homeWith(folders: Readonly<Record<string, string>>) {
  const home = homeAt(mkdtempSync(join(tmpdir(), 'utfall-')))
  for (const [name, text] of Object.entries(folders)) {
    mkdirSync(join(home.publications, name), { recursive: true })
    writeFileSync(join(home.publications, name, 'manifest.json'), text)
  }
  return home
}

test('a publication that is being written, or was when its command was killed, is not among the published', () => {
  const home = homeWith({ a: manifest('a'), '.writing-publication': manifest('b') })
  expect(publicationManifests(home).map(({ id }) => id)).toEqual(['a'])
})

test('an empty pointer names no publication', () => {
  const home = homeWith({ a: manifest('a') })
  writeFileSync(join(home.publications, 'current'), '')
  expect(currentPublication(home)).toBeUndefined()
})
