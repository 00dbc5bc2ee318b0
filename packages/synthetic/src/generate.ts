import type { Agreement } from '@utfall/contracts'
import type { Delivery } from './delivery.ts'
import { eskilstunaDeliveries, eskilstunaWorld } from './eskilstuna/world.ts'
import type { Facts } from './facts.ts'
import { sollentunaDeliveries } from './sollentuna/deliveries.ts'
import { sollentunaWorld } from './sollentuna/world.ts'

/** What happened under an agreement, and what was sent about it. */
export interface Sample {
  readonly facts: Facts
  readonly deliveries: readonly Delivery[]
}

/** The seed that the committed sample was made with. */
export const SEED = 'utfall 1'

/** Invents an agreement's world and its deliveries. The same agreement and seed give the same bytes. */
export function sampleOf(agreement: Agreement, seed: string): Sample {
  if (agreement.id === 'sollentuna-mojligheternas-plats') {
    const world = sollentunaWorld(agreement, seed)
    return { facts: world.facts, deliveries: sollentunaDeliveries(world) }
  }
  if (agreement.id === 'eskilstuna-stadsmissionen') {
    const world = eskilstunaWorld(agreement, seed)
    return { facts: world.facts, deliveries: eskilstunaDeliveries(world) }
  }
  throw new RangeError(`no world for agreement ${agreement.id}`)
}
