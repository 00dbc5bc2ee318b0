import { createWriteStream, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { once } from 'node:events'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Receipt } from '@utfall/contracts'
import { identifier } from '@utfall/warehouse'
import type { Home } from '@utfall/warehouse'
import { faultListSql } from './faults.ts'
import type { Stage } from './stage.ts'
import { receiptPage } from './receipt-page/page.ts'

/**
 * Writes `<home>/receipts/<name>.json`, `.html` and `.csv` under names that end in `.part`; the CSV lists every fault in
 * the table `fault`. The function that comes back gives them their names: once what they say has come true.
 */
export async function writeReceipt(
  connection: DuckDBConnection,
  home: Home,
  receipt: Receipt,
  stage: Stage | null,
): Promise<() => void> {
  mkdirSync(home.receipts, { recursive: true, mode: 0o700 })
  const path = join(home.receipts, receiptName(receipt))
  await writeReceiptCsv(
    connection,
    receipt.faults.length > 0 ? faultListSql(stage) : null,
    `${path}.csv.part`,
  )
  writeFileSync(`${path}.html.part`, receiptPage(receipt), { mode: 0o600 })
  writeFileSync(`${path}.json.part`, `${JSON.stringify(receipt, null, 2)}\n`, { mode: 0o600 })
  return () => {
    for (const file of [`${path}.csv`, `${path}.html`, `${path}.json`]) renameSync(`${file}.part`, file)
  }
}

/** Which rules the last delivery of the source broke and this one does not, and so on. */
export function sinceLast(last: readonly string[], faults: Receipt['faults']): Receipt['since_last'] {
  const now = faults.map(({ rule }) => rule)
  return {
    fixed: last.filter((rule) => !now.includes(rule)),
    new: now.filter((rule) => !last.includes(rule)),
    remaining: now.filter((rule) => last.includes(rule)),
  }
}

/** When it came, where it belongs and what it is: `2026-11-21T10-15-00-000Z-narvaro-2025-03-1f0c9a2b`. */
function receiptName({ received, agreement, source, file, sha256, dry_run }: Receipt): string {
  const when = received.replaceAll(/[:.]/g, '-')
  const what = file
    .replace(/\.[^./]*$/, '')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .slice(-60)
  return [when, agreement, source ?? 'okand', what, sha256.slice(0, 8), ...(dry_run ? ['check'] : [])].join(
    '-',
  )
}

const HEADER = ['line', 'rule', 'severity', 'column', 'value', 'sentence_sv', 'sentence_en']

/** Streams every fault of the delivery at hand into a CSV file after RFC 4180, UTF-8. */
async function writeReceiptCsv(
  connection: DuckDBConnection,
  list: string | null,
  file: string,
): Promise<void> {
  const out = createWriteStream(file, { mode: 0o600 })
  out.write(`${HEADER.join(',')}\r\n`)
  if (list !== null) {
    // One step after another: a macro is written out with its argument at every place.
    const cells = HEADER.map((name) => `harmless(${identifier(name)}::varchar) as ${identifier(name)}`)
    const quoted = HEADER.map((name) => `coalesce(quoted(${identifier(name)}), '')`)
    const lines = await connection.stream(
      `select concat_ws(',', ${quoted.join(', ')}) || chr(13) || chr(10)
       from (select ${cells.join(', ')} from (${list}))`,
    )
    for await (const chunk of lines) {
      if (!out.write(chunk.getColumnValues(0).join(''))) await once(out, 'drain')
    }
  }
  out.end()
  await once(out, 'finish')
}
