import type { Sentence } from '@utfall/contracts'
import type { NewAgreement } from '../new-agreement.ts'

/** The questions behind a new agreement, in their order; each is also a flag for scripts. */
export const QUESTIONS: Readonly<Record<keyof NewAgreement, Sentence>> = {
  title: { sv: 'avtalets namn', en: 'title of the agreement' },
  association: { sv: 'föreningens namn', en: 'name of the association' },
  municipality: { sv: 'kommunens namn', en: 'name of the municipality' },
  code: { sv: 'kommunens kod, fyra siffror', en: 'code of the municipality, four digits' },
  start: { sv: 'första dagen, som 2025-03-01', en: 'first day, like 2025-03-01' },
  end: {
    sv: 'sista dagen, efter den första, som 2028-02-29',
    en: 'last day, after the first, like 2028-02-29',
  },
  amount: {
    sv: 'kronor om året från kommunen, som 1450000',
    en: 'kronor a year from the municipality, like 1450000',
  },
  activities: { sv: 'insatserna, med komma emellan', en: 'the activities, separated by commas' },
}

export const NEW_AGREEMENT = {
  again: (expected: Sentence): Sentence => ({
    sv: `Väntat: ${expected.sv}.`,
    en: `Expected: ${expected.en}.`,
  }),
  written: (file: string): Sentence => ({
    sv: `${file} är skriven. Gå igenom den, och lägg filerna i mappen deliveries bredvid.`,
    en: `${file} is written. Go through it, and put the files in the folder deliveries beside it.`,
  }),
}
