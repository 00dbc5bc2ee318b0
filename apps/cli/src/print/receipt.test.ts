import type { Receipt } from '@utfall/contracts'
import { describe, expect, test } from 'vitest'
import { pageOn } from './page.ts'
import { printReceipts } from './receipt.ts'

const RECEIPT: Receipt = {
  agreement: 'huset',
  source: 'narvaro',
  sender: 'Föreningen',
  dataset: 'attendance',
  file: 'narvaro/2025-03.csv',
  sha256: '0'.repeat(64),
  bytes: 100,
  format: 'csv utf-8 ;',
  received: '2025-04-02T08:00:00.000Z',
  scope: { replaces: 'period', start: '2025-03-01', end: '2025-03-31' },
  rule_set: '1',
  verdict: 'approved_with_remarks',
  already_loaded: false,
  dry_run: false,
  rows: { read: 1412, new: 1400, changed: 0, unchanged: 8, duplicate: 1, quarantined: 3, removed: 0 },
  effects: [
    {
      what: 'unique_participants',
      period: '2025',
      before: 84,
      after: 86,
      sentence: { sv: 'unika deltagare 2025: 84 → 86', en: 'unique participants 2025: 84 → 86' },
    },
  ],
  notes: [
    { id: 'balanced', ok: true, sentence: { sv: 'stämmer', en: 'is right' } },
    { id: 'coverage', ok: false, sentence: { sv: 'december saknas', en: 'december is missing' } },
  ],
  faults: [
    {
      rule: 'not_a_date',
      severity: 'error',
      count: 3,
      sentence: { sv: 'Värdet är inget datum.', en: 'The value is no date.' },
      why: { sv: 'Utan dag ingen period.', en: 'No day, no period.' },
      mend: { sv: 'Skriv datum som 2025-03-01.', en: 'Write dates like 2025-03-01.' },
      examples: [12, 40].map((line) => ({ line, column: 'Datum', cells: {} })),
    },
  ],
  since_last: { fixed: [], new: [], remaining: [] },
}

function printed(language: 'sv' | 'en', ...receipts: readonly Receipt[]): string[] {
  const lines: string[] = []
  printReceipts(pageOn({ write: (text) => lines.push(text.trimEnd()) }, language, false), receipts)
  return lines
}

describe('a receipt on the terminal', () => {
  test('says the verdict, the row sum, the effect, and each fault with its place and its mend', () => {
    expect(printed('sv', RECEIPT).map((line) => line.replaceAll('\u00A0', ' '))).toEqual([
      'narvaro/2025-03.csv  godkänd med anmärkningar',
      '  huset · narvaro · Föreningen · csv utf-8 ;',
      '  Rader: lästa 1 412 = nya 1 400 + ändrade 0 + oförändrade 8 + dubbletter 1 + i karantän 3',
      '  unika deltagare 2025: 84 → 86',
      '  december saknas',
      '  Fel: 3 × Värdet är inget datum. (raderna 12, 40 med flera)',
      '    Så rättas det: Skriv datum som 2025-03-01. [not_a_date]',
      '',
      'Leveranser: godkänd med anmärkningar 1.',
    ])
  })

  test('says how a paused delivery is accepted', () => {
    const paused: Receipt = { ...RECEIPT, verdict: 'paused', rows: { ...RECEIPT.rows, removed: 300 } }
    const text = printed('en', paused).join('\n')
    expect(text).toContain('; removed 300')
    expect(text).toContain('--accept')
  })

  test('counts the files that were loaded before, without a word more', () => {
    const before: Receipt = { ...RECEIPT, already_loaded: true }
    expect(printed('sv', before, before)).toEqual(['2 filer var redan inlästa.'])
  })

  test('says when there is nothing', () => {
    expect(printed('sv')).toEqual(['Det finns inga levererade filer.'])
  })
})
