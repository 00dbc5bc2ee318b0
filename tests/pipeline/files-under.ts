import { existsSync, readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** Paths of all files under a folder, relative to it, in order. */
export function filesUnder(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}
