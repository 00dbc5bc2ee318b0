import type { Sentence } from '@utfall/contracts'

/** The words about an attack on a publication. */
export const AUDIT = {
  attacked: (id: string, earlier: number, hunted: string): Sentence => ({
    sv: `Angrep ${id} tillsammans med ${earlier} tidigare. Dolda tal: ${hunted}.`,
    en: `Attacked ${id} together with ${earlier} earlier. Hidden numbers: ${hunted}.`,
  }),
  holds: { sv: 'Inget dolt tal går att räkna fram.', en: 'No hidden number can be worked out.' },
  broken: (cells: string, leaks: string): Sentence => ({
    sv: `Publikationen röjer små tal: ${cells} går att räkna fram, ${leaks} syns direkt.`,
    en: `The publication gives small numbers away: ${cells} can be worked out, ${leaks} are in plain sight.`,
  }),
  more: (number: string): Sentence => ({
    sv: `… och ${number} till. Alla finns med --json.`,
    en: `… and ${number} more. --json has them all.`,
  }),
  contradicts: (sum: string): Sentence => ({
    sv: `Publicerade tal säger emot varandra: ${sum}`,
    en: `Published figures contradict one another: ${sum}`,
  }),
} as const
