import type { Sentence } from './sentence.ts'

/** A fault between values that are each well-formed. */
export interface AgreementCheck {
  readonly path: readonly (string | number)[]
  readonly sentence: Sentence
  readonly expected: string
  readonly closest?: string
}
