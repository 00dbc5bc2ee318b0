import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { auditAgreement } from './audit-agreement.ts'
import type { Findings } from './audit-agreement.ts'
import type { PublicationFiles } from './read-publication.ts'
import { bytesOf } from './table-pieces.ts'

/** What is said in fewer bytes is attacked sooner than a thread has started. */
const MUCH = 2_500_000

/** Audits each agreement by itself, as many at once as there are cores where there is much to attack; in their order. */
export async function auditEach(
  chain: readonly PublicationFiles[],
  agreements: readonly string[],
): Promise<readonly Findings[]> {
  const lanes = isMuch(chain, agreements) ? Math.min(agreements.length, availableParallelism()) : 1
  const queue = agreements.entries()
  const found: Findings[] = []
  if (lanes < 2) for (const [at, agreement] of queue) found[at] = await auditAgreement(chain, agreement)
  else {
    const each = Array.from({ length: lanes }, () =>
      inThread(chain, async (auditOf) => {
        for (const [at, agreement] of queue) found[at] = await auditOf(agreement)
      }),
    )
    for (const ended of await Promise.allSettled(each)) if (ended.status === 'rejected') throw ended.reason
  }
  return found
}

function isMuch(chain: readonly PublicationFiles[], agreements: readonly string[]): boolean {
  const tables = chain.flatMap((files) => [...files.tables.values()])
  const bytes = agreements.flatMap((agreement) => tables.map((table) => bytesOf(table, agreement)))
  return bytes.reduce((sum, each) => sum + each, 0) >= MUCH
}

async function inThread(
  chain: readonly PublicationFiles[],
  work: (auditOf: (agreement: string) => Promise<Findings>) => Promise<void>,
): Promise<void> {
  const thread = new Worker(new URL('audit-thread.ts', import.meta.url), { workerData: chain })
  try {
    await work(async (agreement) => {
      thread.postMessage(agreement)
      const [findings]: Findings[] = await once(thread, 'message')
      if (findings === undefined) throw new Error('The attack ended without an answer')
      return findings
    })
  } finally {
    await thread.terminate()
  }
}
