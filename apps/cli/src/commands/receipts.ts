import { VERDICT_WORDS } from '@utfall/contracts'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import type { Outcome } from '../command.ts'
import { AGREEMENT_FLAG } from '../messages/help.ts'
import { printReceipts } from '../print/receipt.ts'
import { keptReceipts, receiptOf } from '../receipts.ts'
import type { KeptReceipt } from '../receipts.ts'

const HEAD = [
  { sv: 'kvittens', en: 'receipt' },
  { sv: 'fil', en: 'file' },
  { sv: 'utslag', en: 'verdict' },
  { sv: 'rader', en: 'rows' },
  { sv: 'i karantän', en: 'quarantined' },
]
const NONE = { sv: 'Det finns inga kvittenser ännu.', en: 'There are no receipts yet.' }
const TRIED = { sv: '(prövning)', en: '(check)' }

export const receipts = defineCommand({
  name: 'receipts',
  summary: { sv: 'visar kvittenserna', en: 'list the receipts' },
  description: {
    sv: 'Visar kvittenserna, den nyaste först, eller en av dem: ange dess id, början av det, eller filens namn eller en del av det. Kvittensen finns som HTML att skicka tillbaka, JSON och CSV.',
    en: 'Lists the receipts, the newest first, or shows one: give its id, the beginning of it, or the name of the file or a part of that. A receipt is kept as HTML to send back, as JSON and as CSV.',
  },
  word: {
    name: { sv: 'kvittens', en: 'receipt' },
    words: { sv: 'kvittensens id eller filens namn', en: 'id of the receipt or name of the file' },
  },
  flags: [
    AGREEMENT_FLAG,
    {
      flags: '--html',
      words: { sv: 'skriver bara sökvägen till HTML-filen', en: 'print only the path of the HTML file' },
    },
  ],
  options: z.object({ agreement: z.string().optional(), html: z.boolean().default(false) }),
  run: ({ home }, { agreement, html }, [wanted]) => {
    if (wanted !== undefined) return one(receiptOf(home, wanted), html)
    const all = keptReceipts(home).filter(
      ({ receipt }) => agreement === undefined || receipt.agreement === agreement,
    )
    return html ? paths(all) : list(all)
  },
})

function one(kept: KeptReceipt, html: boolean): Outcome {
  const { id, receipt, paths: files } = kept
  if (html) return paths([kept])
  return {
    document: { id, ...receipt, paths: files },
    status: 0,
    page: (page) => {
      printReceipts(page, [{ ...receipt, already_loaded: false }])
      for (const path of Object.values(files)) page.line(path)
    },
  }
}

function paths(all: readonly KeptReceipt[]): Outcome {
  return {
    document: all.map(({ id, paths: { html } }) => ({ id, html })),
    status: 0,
    page: (page) => {
      for (const { paths: files } of all) page.line(files.html)
    },
  }
}

function list(all: readonly KeptReceipt[]): Outcome {
  return {
    document: all.map(({ id, receipt, paths: files }) => {
      const { received, agreement, source, file, verdict, dry_run, rows } = receipt
      return { id, received, agreement, source, file, verdict, dry_run, rows, paths: files }
    }),
    status: 0,
    page: (page) => {
      if (all.length === 0) return page.line(page.say(NONE))
      page.table(
        HEAD,
        all.map(({ id, receipt: { file, verdict, dry_run, rows } }) => [
          id,
          file,
          `${page.say(VERDICT_WORDS[verdict])}${dry_run ? ` ${page.say(TRIED)}` : ''}`,
          rows.read,
          rows.quarantined,
        ]),
      )
    },
  }
}
