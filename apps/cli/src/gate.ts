import { audit } from '@utfall/audit'
import type { AuditReport, BrokenCell } from '@utfall/audit'
import { contradictory, tellsInPlainSight, tellsOfFew } from './messages/gate.ts'

interface Inspection {
  /** The folder of all publications. */
  readonly publications: string
  /** Of the publication that is about to be released. */
  readonly folder: string
}

/**
 * Attacks a publication together with all earlier ones before anyone can read it. Throws `ExpectedFault` with the
 * cell named where a small number can be worked out of them, or is in plain sight, and where figures contradict one
 * another: then nothing is proved of the hidden ones.
 */
export async function inspect(inspection: Inspection): Promise<AuditReport> {
  const report = await audit(inspection)
  const [cell] = report.broken.toSorted(closestFirst)
  if (cell !== undefined) throw tellsOfFew(cell)
  const [leak] = report.leaks
  if (leak !== undefined) throw tellsInPlainSight(leak)
  const [sum] = report.contradictions
  if (sum !== undefined) throw contradictory(sum)
  return report
}

const closestFirst = (a: BrokenCell, b: BrokenCell): number => a.most - a.least - (b.most - b.least)
