import { existsSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Home } from './home.ts'

const Told = z.looseObject({
  agreement: z.string(),
  scope: z.looseObject({ end: z.string().nullish() }).nullish(),
  faults: z.array(z.looseObject({ examples: z.array(z.unknown()).optional() })),
})

/**
 * Takes the rows that receipts quote out of them: their sums stay, and the page and the list of faults, which are
 * nothing but rows, go. `before`: only receipts of deliveries that speak of days before that one. Returns how many.
 */
export function eraseQuotedRows(home: Home, agreements: readonly string[], before?: string): number {
  if (!existsSync(home.receipts)) return 0
  const receipts = readdirSync(home.receipts).filter((name) => name.endsWith('.json'))
  return receipts.filter((name) => eraseFrom(join(home.receipts, name), agreements, before)).length
}

function eraseFrom(file: string, agreements: readonly string[], before: string | undefined): boolean {
  const receipt = Told.parse(JSON.parse(readFileSync(file, 'utf8')))
  if (!agreements.includes(receipt.agreement)) return false
  if (before !== undefined && (receipt.scope?.end ?? before) >= before) return false
  const faults = receipt.faults.map((fault) => ({ ...fault, examples: [] }))
  const draft = `${file}.part`
  writeFileSync(draft, `${JSON.stringify({ ...receipt, faults }, null, 2)}\n`, { mode: 0o600 })
  renameSync(draft, file)
  for (const ending of ['.csv', '.html']) rmSync(file.replace(/\.json$/, ending), { force: true })
  return true
}
