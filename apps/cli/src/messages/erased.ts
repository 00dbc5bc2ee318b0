import type { Sentence } from '@utfall/contracts'

/** The words about an erasure. */
export const ERASED = {
  head: [
    { sv: 'tabell', en: 'table' },
    { sv: 'raderade rader', en: 'rows erased' },
  ],
  nobody: {
    sv: 'Inga rader om den personen hittades i lagret. Är id:t rätt skrivet? Rader i karantän är knutna till ingen, och tas därför bort allihop.',
    en: 'No rows about that person were found in the warehouse. Is the id written right? Rows in quarantine are tied to nobody, so all of them are erased.',
  },
  done: (receipts: string): Sentence => ({
    sv: `Lagret är omskrivet. Kvittenser vars rader är borttagna: ${receipts}. Publicerade tal är orörda.`,
    en: `The warehouse is written anew. Receipts whose rows are taken out: ${receipts}. Published figures are untouched.`,
  }),
} as const
