import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { EXIT_STATUS, ExpectedFault, Manifest } from '@utfall/contracts'
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

/** A file of a publication is gone, or is not the one that was published. */
export function damaged(file: string): ExpectedFault {
  return new ExpectedFault(
    'publication_damaged',
    {
      sv: `${file} saknas eller har ändrats sedan publiceringen. Lägg tillbaka filen ur en säkerhetskopia, eller flytta undan mappen och publicera på nytt.`,
      en: `${file} is missing or was changed after publishing. Put the file back from a backup, or move the folder away and publish again.`,
    },
    EXIT_STATUS.wrongUse,
  )
}

function jsonOrNull(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
