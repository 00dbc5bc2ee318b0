import type { Receipt } from '@utfall/contracts'
import { ingest } from '@utfall/ingest'
import type { Progress as Phase } from '@utfall/ingest'
import { logAct } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import type { AgreementAt } from './agreements.ts'
import type { Context, Outcome } from './command.ts'
import { PHASES } from './messages/phases.ts'
import { printReceipts } from './print/receipt.ts'
import type { Step } from './progress.ts'

interface Request {
  readonly agreements: readonly AgreementAt[]
  readonly files: readonly string[]
  readonly accept: boolean
  readonly dryRun: boolean
}

export async function takeIn(context: Context, warehouse: Warehouse, request: Request): Promise<Receipt[]> {
  const { home, now, progress } = context
  const report = (phase: Phase) => progress.report(stepOf(phase))
  const receipts = await ingest({ warehouse, home, now, progress: report, ...request })
  if (request.accept && !request.dryRun) {
    for (const { agreement, source, sha256 } of receipts.filter((receipt) => !receipt.already_loaded))
      logAct(home, { what: 'accept', when: now, details: { agreement, source, sha256 } })
  }
  return receipts
}

function stepOf({ file, number, of, phase, share, rowsSoFar }: Phase): Step {
  const what = { sv: `${file}: ${PHASES[phase].sv}`, en: `${file}: ${PHASES[phase].en}` }
  return { what, done: phase === 'done' ? number : number - 1, of, pace: { share, rows: rowsSoFar } }
}

export function receiptsOutcome(receipts: readonly Receipt[]): Outcome {
  return {
    document: { receipts },
    status: statusOf(receipts),
    page: (page) => printReceipts(page, receipts),
  }
}

/** 3 when a delivery was stopped or paused: a program that called must not go on as if all were loaded. */
export function statusOf(receipts: readonly Receipt[]): 0 | 3 {
  return receipts.some(({ verdict }) => verdict === 'paused' || verdict === 'rejected') ? 3 : 0
}
