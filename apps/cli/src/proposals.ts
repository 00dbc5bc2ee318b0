import { join, resolve } from 'node:path'
import type { Language, Receipt } from '@utfall/contracts'
import { proposeSource } from '@utfall/ingest'
import type { SourceProposal } from '@utfall/ingest'
import type { AgreementAt } from './agreements.ts'
import { PROPOSAL } from './messages/proposal.ts'
import type { Page } from './print/page.ts'

/** A file whose layout is not known, and how it could be read. */
export interface FileProposal extends SourceProposal {
  readonly file: string
}

/** What a receipt says of a file that no source knows how to read. */
const UNKNOWN_LAYOUT: ReadonlySet<string> = new Set(['source_unknown', 'column_missing'])

/**
 * Proposes a mapping for each file that was turned away for its layout.
 *
 * @param files those that the analyst named; empty when the sources found them
 */
export async function proposalsFor(
  receipts: readonly Receipt[],
  files: readonly string[],
  agreements: readonly AgreementAt[],
  language: Language,
): Promise<FileProposal[]> {
  const proposals: FileProposal[] = []
  for (const [index, receipt] of receipts.entries()) {
    if (!receipt.faults.some(({ rule }) => UNKNOWN_LAYOUT.has(rule))) continue
    const at = agreements.find(({ agreement }) => agreement.id === receipt.agreement) ?? agreements[0]
    if (at === undefined) continue
    // A register that feeds two datasets has two receipts.
    const named = files.find((given) => resolve(given).endsWith(receipt.file)) ?? files[index]
    const file = named === undefined ? join(at.deliveries, receipt.file) : resolve(named)
    const source = at.agreement.sources.find(({ id }) => id === receipt.source)
    const proposal = await proposeSource(file, at.agreement, source, language)
    if (proposal !== null) proposals.push({ file: receipt.file, ...proposal })
  }
  return proposals
}

export function printProposals(page: Page, proposals: readonly FileProposal[]): void {
  for (const { file, yaml, missing } of proposals) {
    page.line()
    page.line(page.paint('bold', page.say(PROPOSAL.head(file))))
    page.line(page.say(missing.length > 0 ? PROPOSAL.incomplete(missing) : PROPOSAL.judge))
    page.line()
    page.line(yaml.trimEnd())
  }
}
