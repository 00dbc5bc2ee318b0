import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Receipt } from '@utfall/contracts'
import type { Home } from '@utfall/warehouse'
import { brokenReceipt, noReceipt } from './messages/faults.ts'

/** A receipt that is kept, and its three files. */
export interface KeptReceipt {
  readonly id: string
  readonly receipt: Receipt
  readonly paths: { readonly html: string; readonly json: string; readonly csv: string }
}

/** Every receipt, the newest first. */
export function keptReceipts({ receipts }: Home): KeptReceipt[] {
  return idsIn(receipts).map((id) => receiptIn(receipts, id))
}

/** The receipt with an id or the beginning of one, else the newest of a file by its name or a part of that; throws `ExpectedFault` when there is none. */
export function receiptOf({ receipts }: Home, wanted: string): KeptReceipt {
  const ids = idsIn(receipts)
  const named = ids.find((id) => id === wanted) ?? ids.find((id) => id.startsWith(wanted))
  if (named !== undefined) return receiptIn(receipts, named)
  const path = wanted.split('\\').join('/')
  const all = ids.map((id) => receiptIn(receipts, id))
  const found =
    all.find(
      ({ receipt: { file } }) =>
        file === path || `/${path}`.endsWith(`/${file}`) || file.endsWith(`/${path}`),
    ) ?? all.find(({ receipt: { file } }) => file.includes(path))
  if (found === undefined) throw noReceipt(wanted)
  return found
}

/** Ids begin with the moment that they were written, so that their order is that of time. */
function idsIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
    .toSorted()
    .toReversed()
}

function receiptIn(folder: string, id: string): KeptReceipt {
  const path = join(folder, id)
  const paths = { html: `${path}.html`, json: `${path}.json`, csv: `${path}.csv` }
  try {
    return { id, receipt: Receipt.parse(JSON.parse(readFileSync(paths.json, 'utf8'))), paths }
  } catch {
    throw brokenReceipt(paths.json)
  }
}
