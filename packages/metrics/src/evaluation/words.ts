import type { Sentence } from '@utfall/contracts'

/** A sentence for each code of a list. */
export type Words<Codes extends readonly string[]> = Readonly<Record<Codes[number], Sentence>>

export const words = (sv: string, en: string): Sentence => ({ sv, en })
