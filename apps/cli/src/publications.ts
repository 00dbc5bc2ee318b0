import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Manifest } from '@utfall/contracts'
import type { Home } from '@utfall/warehouse'
import { brokenPublication, nothingPublished } from './messages/faults.ts'

/** Id of the newest publication, or undefined before the first. */
export function currentPublication({ publications }: Home): string | undefined {
  const pointer = join(publications, 'current')
  return (existsSync(pointer) && readFileSync(pointer, 'utf8').trim()) || undefined
}

/** Folder of the newest publication; throws `ExpectedFault` before the first. */
export function currentPublicationFolder(home: Home): string {
  const id = currentPublication(home)
  if (id === undefined) throw nothingPublished(home.folder)
  return join(home.publications, id)
}

/** The manifests of all publications, newest first. */
export const publicationManifests = ({ publications }: Home): Manifest[] => manifestsIn(publications)

/** The manifest of the draft that there is: one at most. */
export const draftManifests = ({ drafts }: Home): Manifest[] => manifestsIn(drafts)

/** Of the finished ones: the name of a folder that is being written in begins with a full stop. */
function manifestsIn(folder: string): Manifest[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .filter(({ name }) => existsSync(join(folder, name, 'manifest.json')))
    .map(({ name }) => manifestIn(join(folder, name)))
    .sort((a, b) => (a.created < b.created ? 1 : -1))
}

/** The manifest of the publication in a folder; throws `ExpectedFault` where it cannot be read. */
export function manifestIn(folder: string): Manifest {
  const text = readFileSync(join(folder, 'manifest.json'), 'utf8')
  try {
    return Manifest.parse(JSON.parse(text))
  } catch {
    throw brokenPublication(folder)
  }
}
