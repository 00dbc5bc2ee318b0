import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { attackAgreement } from './attack.ts'
import type { Assault, Attack } from './attack.ts'
import { unlessHeld } from './held-attacks.ts'
import type { HeldAttacks } from './held-attacks.ts'
import type { Publication } from './publication.ts'

/** Fewer figures are attacked sooner than a thread has started. */
const MANY_FIGURES = 20_000

/**
 * Attacks each agreement by itself, as many at once as there are cores where there is much to attack; in their order.
 * Where it is remembered what held before, those of which nothing else is said are not attacked again.
 */
export function attackEach(
  chain: readonly Publication[],
  agreements: readonly string[],
  held?: HeldAttacks,
): Promise<readonly Attack[]> {
  const sliceOf = slices(chain)
  const assaults = agreements.map((agreement) => ({ publications: sliceOf(agreement), agreement }))
  return held === undefined ? attackAll(assaults) : unlessHeld(held, assaults, attackAll)
}

async function attackAll(assaults: readonly Assault[]): Promise<readonly Attack[]> {
  const figures = assaults.flatMap(({ publications }) => publications.map(({ results }) => results.length))
  const isMuch = figures.reduce((sum, each) => sum + each, 0) >= MANY_FIGURES
  const lanes = isMuch ? Math.min(assaults.length, availableParallelism()) : 1
  const queue = assaults.entries()
  const attacks: Attack[] = []
  if (lanes < 2) for (const [at, assault] of queue) attacks[at] = await attackAgreement(assault)
  else {
    const each = Array.from({ length: lanes }, () =>
      inThread(async (attack) => {
        for (const [at, assault] of queue) attacks[at] = await attack(assault)
      }),
    )
    for (const ended of await Promise.allSettled(each)) if (ended.status === 'rejected') throw ended.reason
  }
  return attacks
}

async function inThread(
  work: (attack: (assault: Assault) => Promise<Attack>) => Promise<void>,
): Promise<void> {
  const thread = new Worker(new URL('attack-thread.ts', import.meta.url))
  try {
    await work(async (assault) => {
      thread.postMessage(assault)
      const [attack]: Attack[] = await once(thread, 'message')
      if (attack === undefined) throw new Error('The attack ended without an answer')
      return attack
    })
  } finally {
    await thread.terminate()
  }
}

/** What publications say of one agreement: what they say of others is no help, and there may be much of it. */
function slices(chain: readonly Publication[]): (agreement: string) => Publication[] {
  const cut = chain.map((publication) => ({
    publication,
    results: byAgreement(publication.results),
    waterfalls: byAgreement(publication.waterfalls),
    transitions: byAgreement(publication.transitions),
    costs: byAgreement(publication.costs),
  }))
  return (agreement) =>
    cut.map(({ publication, results, waterfalls, transitions, costs }) => ({
      ...publication,
      results: results(agreement),
      waterfalls: waterfalls(agreement),
      transitions: transitions(agreement),
      costs: costs(agreement),
      // these are attacked without any arithmetic
      curves: [],
      goals: [],
      quality: [],
      deliveries: [],
    }))
}

function byAgreement<Row extends { readonly agreement: string }>(
  rows: readonly Row[],
): (agreement: string) => readonly Row[] {
  const found = Map.groupBy(rows, ({ agreement }) => agreement)
  return (agreement) => found.get(agreement) ?? []
}
