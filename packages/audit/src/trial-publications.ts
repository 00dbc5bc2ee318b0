import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { audit } from './audit.ts'
import type { Publication } from './publication.ts'
import { openPublication, readPublication } from './read-publication.ts'
import type { AuditReport } from './report.ts'
import { writePublicationFiles } from './written-publication.ts'
import type { WrittenPublication } from './written-publication.ts'

/** A folder of publications for the tests of a file: empty when each begins, and gone when it has ended. */
export function trialPublications() {
  let publications = ''
  beforeEach(() => {
    publications = mkdtempSync(join(tmpdir(), 'utfall-audit-'))
  })
  afterEach(() => rmSync(publications, { recursive: true, force: true }))

  /** Writes one; its folder. */
  const write = (publication: Partial<WrittenPublication>): string =>
    writePublicationFiles(publications, { id: '2026-02-01', rows: [], ...publication })
  return {
    write,
    /** Writes one, and reads what it says of the agreement that the rows of tests are about. */
    read: (publication: Partial<WrittenPublication>): Publication =>
      readPublication(openPublication(write(publication)), 'a'),
    /** Writes one, and attacks it together with those that are there. */
    attack: (
      publication: Partial<WrittenPublication>,
      { program }: { readonly program?: string } = {},
    ): Promise<AuditReport> =>
      audit({
        publications,
        folder: write(publication),
        ...(program !== undefined && { memory: { file: join(publications, 'held.json'), program } }),
      }),
  }
}
