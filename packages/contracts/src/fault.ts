import type { Sentence } from './sentence.ts'

/** What a program that calls `utfall` can tell from its exit status. 0 is done, 1 is a bug. */
export const EXIT_STATUS = {
  wrongUse: 2,
  deliveryStopped: 3,
  publicationRefused: 3,
  warehouseInUse: 4,
} as const
export type ExitStatus = (typeof EXIT_STATUS)[keyof typeof EXIT_STATUS]

/**
 * A fault that was foreseen: it carries a sentence that says what, where and how to mend it,
 * and the exit status that the command ends with. Anything else that is thrown is a bug.
 */
export class ExpectedFault extends Error {
  readonly code: string
  readonly sentence: Sentence
  readonly exitStatus: ExitStatus

  constructor(code: string, sentence: Sentence, exitStatus: ExitStatus) {
    super(sentence.en)
    this.name = 'ExpectedFault'
    this.code = code
    this.sentence = sentence
    this.exitStatus = exitStatus
  }
}
