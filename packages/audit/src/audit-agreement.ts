import { attackAgreement } from './attack.ts'
import type { Attack } from './attack.ts'
import { fewLost } from './curves.ts'
import { fewDelivered } from './deliveries.ts'
import { smallCorrections } from './differences.ts'
import { leaksIn } from './leaks.ts'
import { meansOfFew } from './means.ts'
import { leaksBeside } from './other-tables.ts'
import { readPublication } from './read-publication.ts'
import type { PublicationFiles } from './read-publication.ts'
import type { Leak } from './report.ts'

/** What was found about one agreement. */
export interface Findings extends Attack {
  readonly leaks: readonly Leak[]
}

/** Attacks what the last of some publications says of one agreement, with all that those before it said. */
export async function auditAgreement(
  chain: readonly PublicationFiles[],
  agreement: string,
): Promise<Findings> {
  const publications = chain.map((files) => readPublication(files, agreement))
  const earlier = publications.slice(0, -1)
  const attacked = publications.at(-1)
  const previous = earlier.at(-1)
  return {
    ...(await attackAgreement({ publications, agreement })),
    leaks:
      attacked === undefined
        ? []
        : [
            ...leaksIn(attacked, earlier),
            ...leaksBeside(attacked, earlier),
            ...fewLost(attacked),
            ...fewDelivered(attacked),
            ...meansOfFew(attacked),
            ...(previous === undefined ? [] : smallCorrections(previous, attacked)),
          ],
  }
}
