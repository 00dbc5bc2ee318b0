import type { Sentence } from '@utfall/contracts'

/** The words about a publication on the terminal. */
export const PUBLISHED = {
  made: (id: string, asOf: string): Sentence => ({
    sv: `Publicerat: ${id}, med uppgifter till och med ${asOf}.`,
    en: `Published: ${id}, with data up to ${asOf}.`,
  }),
  drafted: (id: string, asOf: string): Sentence => ({
    sv: `Utkast: ${id}, med uppgifter till och med ${asOf}. Det är inte publicerat.\nPublicera det som det är med utfall publish --release ${id}`,
    en: `Draft: ${id}, with data up to ${asOf}. It is not published.\nPublish it as it is with utfall publish --release ${id}`,
  }),
  unchanged: (id: string, asOf: string): Sentence => ({
    sv: `Inget har ändrats sedan ${id}, med uppgifter till och med ${asOf}.`,
    en: `Nothing has changed since ${id}, with data up to ${asOf}.`,
  }),
  exported: (file: string): Sentence => ({
    sv: `Utvärderingspaketet är skrivet: ${file}`,
    en: `The evaluation package is written: ${file}`,
  }),
}
