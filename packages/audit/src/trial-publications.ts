import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'
import { audit } from './audit.ts'
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
    /** Writes one, and attacks it together with those that are there. */
    attack: (publication: Partial<WrittenPublication>): Promise<AuditReport> =>
      audit({ publications, folder: write(publication) }),
  }
}
