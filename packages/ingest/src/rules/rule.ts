import type { DatasetName, Sentence, Severity } from '@utfall/contracts'

/**
 * One check of what is delivered, as data. `{detail}` in the sentence stands for what is concrete in the
 * file at hand (an unknown header, a code with its closest match); a fault without detail leaves it out.
 */
export interface Rule {
  readonly id: string
  /** `stop`: the file is not loaded. `error`: the row is quarantined. `check`: loaded, pointed out. */
  readonly severity: Severity
  /** The datasets that it can befall; none given: all. */
  readonly datasets?: readonly DatasetName[]
  /** What is wrong. */
  readonly sentence: Sentence
  /** Why it matters. */
  readonly why: Sentence
  /** How the sender or the analyst mends it. */
  readonly mend: Sentence
}
