import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Manifest } from '@utfall/contracts'
import { sha256 } from './written-file.ts'

/** The manifest of the publication in a folder; null where there is none, or none that can be read. */
export function manifestIn(folder: string): Manifest | null {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) return null
  return Manifest.safeParse(jsonOrNull(readFileSync(file, 'utf8'))).data ?? null
}

/** Whether a file of a publication is there, and is the one that was published. */
export function isAsPublished(folder: string, { files }: Manifest, path: string): boolean {
  const published = files.find((each) => each.path === path)
  const file = join(folder, path)
  return published !== undefined && existsSync(file) && sha256(readFileSync(file)) === published.sha256
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
