import { VERDICT_WORDS } from '@utfall/contracts'
import type { FaultGroup, Receipt, RowSum, Sentence, Verdict } from '@utfall/contracts'
import { RECEIPT } from '../messages/receipt.ts'
import type { Page } from './page.ts'

const TONES = {
  approved: 'green',
  approved_with_remarks: 'yellow',
  paused: 'yellow',
  rejected: 'red',
} as const satisfies Record<Verdict, string>

/** The receipts of one run: each delivery that was new, and how many were loaded before. */
export function printReceipts(page: Page, receipts: readonly Receipt[]): void {
  const fresh = receipts.filter((receipt) => !receipt.already_loaded)
  for (const receipt of fresh) printReceipt(page, receipt)
  const before = receipts.length - fresh.length
  if (before > 0) page.line(page.say(RECEIPT.loadedBefore(before)))
  if (receipts.length === 0) page.line(page.say(RECEIPT.noFiles))
  else if (fresh.length > 0) page.line(page.say(RECEIPT.summary(countVerdicts(fresh))))
}

function printReceipt(page: Page, receipt: Receipt): void {
  const verdict = page.paint(TONES[receipt.verdict], page.say(VERDICT_WORDS[receipt.verdict]))
  page.line(`${page.paint('bold', receipt.file)}  ${verdict}`)
  const from = [receipt.agreement, receipt.source, receipt.sender, receipt.format].filter(Boolean)
  if (from.length > 0) page.line(`  ${from.join(' · ')}`)
  page.line(`  ${rowSum(page, receipt.rows)}`)
  for (const { sentence } of receipt.effects) page.line(`  ${page.say(sentence)}`)
  for (const { ok, sentence } of receipt.notes) if (ok !== true) page.line(`  ${page.say(sentence)}`)
  for (const fault of receipt.faults) printFaults(page, fault)
  if (receipt.verdict === 'paused') page.line(`  ${page.say(RECEIPT.accept)}`)
  page.line()
}

function rowSum(page: Page, rows: RowSum): string {
  const term = (words: Sentence, count: number) => `${page.say(words)} ${page.number(count)}`
  const terms = [
    term(RECEIPT.new, rows.new),
    term(RECEIPT.changed, rows.changed),
    term(RECEIPT.unchanged, rows.unchanged),
    term(RECEIPT.duplicate, rows.duplicate),
    term(RECEIPT.quarantined, rows.quarantined),
  ]
  const removed = rows.removed > 0 ? `; ${term(RECEIPT.removed, rows.removed)}` : ''
  return `${term(RECEIPT.read, rows.read)} = ${terms.join(' + ')}${removed}`
}

/** One rule, with where to look and what to do. */
function printFaults(page: Page, { severity, count, sentence, mend, examples, rule }: FaultGroup): void {
  const tone = severity === 'check' ? 'dim' : 'red'
  const lines = [...new Set(examples.flatMap(({ line }) => (line === null ? [] : [line])))]
  const where = lines.length > 0 ? ` (${page.say(RECEIPT.lines(lines, count > examples.length))})` : ''
  page.line(
    `  ${page.paint(tone, page.say(RECEIPT.severity[severity]))} ${page.number(count)} × ${page.say(sentence)}${where}`,
  )
  page.line(`    ${page.say(RECEIPT.mend)} ${page.say(mend)} ${page.paint('dim', `[${rule}]`)}`)
}

function countVerdicts(receipts: readonly Receipt[]): ReadonlyMap<Verdict, number> {
  const counts = new Map<Verdict, number>()
  for (const { verdict } of receipts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1)
  return counts
}
