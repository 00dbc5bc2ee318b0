import { join } from 'node:path'
import { auditEach } from './by-agreement.ts'
import { formLeaks } from './forms.ts'
import { unlessHeld } from './held-audits.ts'
import type { Memory } from './held-audits.ts'
import { agreementsIn, openPublication, publicationFolders } from './read-publication.ts'
import type { AuditReport } from './report.ts'

export interface AuditRequest {
  /** The folder of all publications. */
  readonly publications: string
  /** Folder of the publication to attack; those made before it are joined to it. */
  readonly folder: string
  /** Of what held before, which is not attacked again; without it all is. */
  readonly memory?: Memory
}

/** Attacks one publication from its published files and all earlier ones, as a hostile reader would. */
export async function audit({ publications, folder, memory }: AuditRequest): Promise<AuditReport> {
  const attacked = openPublication(folder)
  const earlier = publicationFolders(publications)
    .filter((each) => join(each) !== join(folder))
    .map(openPublication)
    .filter(({ created, id }) => created <= attacked.created && id !== attacked.id)
  const chain = [...earlier, attacked]
  const agreements = agreementsIn(attacked)
  const attack = (due: readonly string[]) => auditEach(chain, due)
  const [found, ofForms] = await Promise.all([
    memory === undefined ? attack(agreements) : unlessHeld(memory, chain, agreements, attack),
    formLeaks(folder, attacked.id),
  ])
  const widths = found.map(({ narrowest }) => narrowest).filter((width) => width !== null)
  return {
    publication: attacked.id,
    earlier: earlier.map(({ id }) => id),
    hunted: found.reduce((sum, { hunted }) => sum + hunted, 0),
    broken: found.flatMap(({ broken }) => broken),
    narrowest: widths.length > 0 ? Math.min(...widths) : null,
    leaks: [...found.flatMap(({ leaks }) => leaks), ...ofForms],
    contradictions: found.flatMap(({ contradictions }) => contradictions),
  }
}
