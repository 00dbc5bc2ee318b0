import { join } from 'node:path'
import { attackEach } from './by-agreement.ts'
import { fewLost } from './curves.ts'
import { fewDelivered } from './deliveries.ts'
import { smallCorrections } from './differences.ts'
import { formLeaks } from './forms.ts'
import type { HeldAttacks } from './held-attacks.ts'
import { leaksIn } from './leaks.ts'
import { meansOfFew } from './means.ts'
import { leaksBeside } from './other-tables.ts'
import { publicationFolders, readPublication } from './publication.ts'
import type { AuditReport } from './report.ts'

export interface AuditRequest {
  /** The folder of all publications. */
  readonly publications: string
  /** Folder of the publication to attack; those made before it are joined to it. */
  readonly folder: string
  /** What held before, where a publication is made anew: what is still said of an agreement is not attacked again. */
  readonly held?: HeldAttacks
}

/** Attacks one publication from its published files and all earlier ones, as a hostile reader would. */
export async function audit({ publications, folder, held }: AuditRequest): Promise<AuditReport> {
  const attacked = readPublication(folder)
  const earlier = publicationFolders(publications)
    .filter((each) => join(each) !== join(folder))
    .map(readPublication)
    .filter(({ created, id }) => created <= attacked.created && id !== attacked.id)
  const chain = [...earlier, attacked]
  const attacks = await attackEach(
    chain,
    attacked.agreements.map(({ id }) => id),
    held,
  )
  const widths = attacks.map(({ narrowest }) => narrowest).filter((width) => width !== null)
  const previous = earlier.at(-1)
  return {
    publication: attacked.id,
    earlier: earlier.map(({ id }) => id),
    hunted: attacks.reduce((sum, { hunted }) => sum + hunted, 0),
    broken: attacks.flatMap(({ broken }) => broken),
    narrowest: widths.length > 0 ? Math.min(...widths) : null,
    leaks: [
      ...leaksIn(attacked),
      ...leaksBeside(attacked),
      ...fewLost(attacked),
      ...fewDelivered(attacked),
      ...meansOfFew(attacked),
      ...(previous === undefined ? [] : smallCorrections(previous, attacked)),
      ...(await formLeaks(folder, attacked.id)),
    ],
    contradictions: attacks.flatMap(({ contradictions }) => contradictions),
  }
}
