import type { Sentence } from '@utfall/contracts'

/** What is said of a mapping that is proposed for a file. */
export const PROPOSAL = {
  head: (file: string): Sentence => ({
    sv: `${file}: förslag att klistra in under sources i agreement.yaml`,
    en: `${file}: proposal to paste below sources in agreement.yaml`,
  }),
  judge: {
    sv: 'Det är en gissning efter rubriker och innehåll. Läs igenom den och rätta id, mapp och replaces.',
    en: 'It is a guess from headers and content. Read it through and mend id, folder and replaces.',
  },
  incomplete: (missing: readonly string[]): Sentence => ({
    sv: `Det är en gissning. Ingen kolumn verkar vara ${missing.join(', ')}, som måste finnas.`,
    en: `It is a guess. No column seems to be ${missing.join(', ')}, which must be there.`,
  }),
}
