import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Manifest } from '@utfall/contracts'

/** The manifest of the publication in a folder; null where there is none, or none that can be read. */
export function manifestIn(folder: string): Manifest | null {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) return null
  return Manifest.safeParse(jsonOrNull(readFileSync(file, 'utf8'))).data ?? null
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
