import { createHash } from 'node:crypto'
import type { Assault, Attack } from './attack.ts'

/** Attacks that found nothing, by what all publications say of the agreement. */
export type HeldAttacks = Map<string, Attack>

/** Makes those attacks that did not hold before, and remembers those that hold now. All of them, in their order. */
export async function unlessHeld(
  held: HeldAttacks,
  assaults: readonly Assault[],
  attackAll: (assaults: readonly Assault[]) => Promise<readonly Attack[]>,
): Promise<readonly Attack[]> {
  const names = assaults.map(contentOf)
  const due = names.flatMap((name, at) => (held.has(name) ? [] : [at]))
  const made = await attackAll(due.flatMap((at) => assaults[at] ?? []))
  const found = new Map(due.map((at, number) => [names[at], made[number]]))
  const attacks = names.flatMap((name) => held.get(name) ?? found.get(name) ?? [])
  for (const [at, attack] of attacks.entries())
    if (attack.broken.length === 0 && attack.contradictions.length === 0) held.set(names[at] ?? '', attack)
  return attacks
}

/** A publication that is made anew has another name and another folder, which tell nothing. */
function contentOf({ publications, agreement }: Assault): string {
  const content = publications.map(({ indicators, agreements, ...publication }) => ({
    ...publication,
    terms: agreements.find(({ id }) => id === agreement),
    indicators: [...indicators],
    id: '',
    folder: '',
    created: '',
  }))
  return createHash('sha256')
    .update(JSON.stringify([agreement, content]))
    .digest('hex')
}
