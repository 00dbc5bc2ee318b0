import { audit } from '@utfall/audit'
import type { BrokenCell } from '@utfall/audit'
import type { Objection } from '@utfall/metrics'
import { contradictory, tellsInPlainSight, tellsOfFew } from './messages/gate.ts'

interface Inspection {
  /** The folder of all publications. */
  readonly publications: string
  /** Of the publication that is about to be released. */
  readonly folder: string
}

/**
 * Attacks a publication together with all earlier ones before anyone can read it, and objects where a small number can
 * be worked out of them. Throws `ExpectedFault` where one is in plain sight, and where figures contradict one another:
 * then nothing is proved of the hidden ones.
 */
export async function inspect(inspection: Inspection): Promise<Objection | null> {
  const { broken, leaks, contradictions } = await audit(inspection)
  const [leak] = leaks
  if (leak !== undefined) throw tellsInPlainSight(leak)
  const [sum] = contradictions
  if (sum !== undefined) throw contradictory(sum)
  const [cell] = broken.toSorted(closestFirst)
  if (cell === undefined) return null
  return { fault: tellsOfFew(cell), told: broken }
}

const closestFirst = (a: BrokenCell, b: BrokenCell): number => a.most - a.least - (b.most - b.least)
