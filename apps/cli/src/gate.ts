import { audit } from '@utfall/audit'
import type { BrokenCell } from '@utfall/audit'
import type { Objection } from '@utfall/metrics'
import type { Context } from './command.ts'
import { contradictory, tellsInPlainSight, tellsOfFew } from './messages/gate.ts'

/**
 * Attacks a publication together with all earlier ones before anyone can read it, and objects where a small number can
 * be worked out of them. What held before is not attacked again. Throws `ExpectedFault` where a number is in plain sight,
 * and where figures contradict one another: then nothing is proved of the hidden ones.
 */
export async function inspect(
  { home, program }: Pick<Context, 'home' | 'program'>,
  folder: string,
): Promise<Objection | null> {
  const { broken, leaks, contradictions } = await audit({
    publications: home.publications,
    folder,
    memory: { file: home.heldAudits, program },
  })
  const [leak] = leaks
  if (leak !== undefined) throw tellsInPlainSight(leak)
  const [sum] = contradictions
  if (sum !== undefined) throw contradictory(sum)
  const [cell] = broken.toSorted(closestFirst)
  return cell === undefined ? null : { fault: tellsOfFew(cell), told: broken }
}

const closestFirst = (a: BrokenCell, b: BrokenCell): number => a.most - a.least - (b.most - b.least)
