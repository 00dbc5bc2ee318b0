import { audit } from '@utfall/audit'
import type { AuditReport, BrokenCell, Leak } from '@utfall/audit'
import type { Sentence } from '@utfall/contracts'
import { contradictory, smallCorrections, tellsInPlainSight, tellsOfFew } from './messages/gate.ts'

/**
 * How much closer than the contract asks a hidden number may be told. Disclosure control does not yet join breakdowns
 * with one another, and so tells a few cells one closer: see decision 8. Nought when that is mended.
 */
const TOLERATED = 1

/**
 * What is told and not refused. Disclosure control holds final figures until a correction of them is large enough
 * (disclosure.md, rule 7); one that slips past it should not stop every later publication. `utfall audit` names them.
 */
const TOLD_ONLY = new Set<Leak['kind']>(['small_correction'])

interface Inspection {
  /** The folder of all publications. */
  readonly publications: string
  /** Of the publication that is about to be released. */
  readonly folder: string
  readonly say: (sentence: Sentence) => void
}

/**
 * Attacks a publication together with all earlier ones before anyone can read it. Throws `ExpectedFault` with the
 * cell named where a small number can be worked out of them, or is in plain sight.
 */
export async function inspect({ publications, folder, say }: Inspection): Promise<AuditReport> {
  const report = await audit({ publications, folder })
  const [cell] = report.broken.filter((each) => isTooClose(each)).toSorted(closestFirst)
  if (cell !== undefined) throw tellsOfFew(cell)
  const leak = report.leaks.find(({ kind }) => !TOLD_ONLY.has(kind))
  if (leak !== undefined) throw tellsInPlainSight(leak)
  const small = report.leaks.filter(({ kind }) => TOLD_ONLY.has(kind))
  if (small.length > 0) say(smallCorrections(small.length))
  const [sum] = report.contradictions
  if (sum !== undefined) say(contradictory(sum))
  return report
}

const isTooClose = ({ least, most, asked }: BrokenCell): boolean => most - least < asked - TOLERATED
const closestFirst = (a: BrokenCell, b: BrokenCell): number => a.most - a.least - (b.most - b.least)
