import type { Receipt } from '@utfall/contracts'
import { ingest } from '@utfall/ingest'
import type { Warehouse } from '@utfall/warehouse'
import type { AgreementAt } from './agreements.ts'
import type { Context, Outcome } from './command.ts'
import { printReceipts } from './print/receipt.ts'

interface Request {
  readonly agreements: readonly AgreementAt[]
  readonly files: readonly string[]
  readonly accept: boolean
  readonly dryRun: boolean
}

export async function takeIn(context: Context, warehouse: Warehouse, request: Request): Promise<Receipt[]> {
  const { home, now, progress } = context
  return ingest({ warehouse, home, now, progress: progress.report, ...request })
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
