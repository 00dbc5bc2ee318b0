import type { Sentence } from '@utfall/contracts'

/** The words about an erasure. */
export const ERASED = {
  head: [
    { sv: 'tabell', en: 'table' },
    { sv: 'raderade rader', en: 'rows erased' },
  ],
  done: (receipts: string): Sentence => ({
    sv: `Lagret är omskrivet. Kvittenser vars rader är borttagna: ${receipts}. Publicerade tal är orörda.`,
    en: `The warehouse is written anew. Receipts whose rows are taken out: ${receipts}. Published figures are untouched.`,
  }),
} as const
