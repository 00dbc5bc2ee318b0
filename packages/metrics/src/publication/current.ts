import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Manifest } from '@utfall/contracts'
import { currentId } from './folder.ts'

/** The newest publication. `manifest` is null where its folder is damaged: then it is time for a new one. */
export interface CurrentPublication {
  readonly id: string
  readonly manifest: Manifest | null
}

export function currentPublication(publications: string): CurrentPublication | null {
  const id = currentId(publications)
  return id === null ? null : { id, manifest: readManifest(join(publications, id)) }
}

function readManifest(folder: string): Manifest | null {
  const file = join(folder, 'manifest.json')
  if (!existsSync(file)) return null
  const parsed = Manifest.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  return parsed.success ? parsed.data : null
}
