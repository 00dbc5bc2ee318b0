import { audit } from '@utfall/audit'
import type { BrokenCell, HeldAttacks } from '@utfall/audit'
import type { Objection } from '@utfall/metrics'
import { contradictory, tellsInPlainSight, tellsOfFew } from './messages/gate.ts'

/**
 * Attacks publications together with all earlier ones before anyone can read them, and objects where a small number can
 * be worked out of them. What held in one is not attacked again in the next. Throws `ExpectedFault` where a number is in
 * plain sight, and where figures contradict one another: then nothing is proved of the hidden ones.
 */
export function gateTo(publications: string): (folder: string) => Promise<Objection | null> {
  const held: HeldAttacks = new Map()
  return async (folder) => {
    const { broken, leaks, contradictions } = await audit({ publications, folder, held })
    const [leak] = leaks
    if (leak !== undefined) throw tellsInPlainSight(leak)
    const [sum] = contradictions
    if (sum !== undefined) throw contradictory(sum)
    const [cell] = broken.toSorted(closestFirst)
    return cell === undefined ? null : { fault: tellsOfFew(cell), told: broken }
  }
}

const closestFirst = (a: BrokenCell, b: BrokenCell): number => a.most - a.least - (b.most - b.least)
