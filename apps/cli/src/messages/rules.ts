import type { Sentence } from '@utfall/contracts'

/** A rule's sentence where no file is at hand to make it concrete. */
export function sentenceWithoutDetail({ sv, en }: Sentence): Sentence {
  return { sv: sv.replace(': {detail}', ''), en: en.replace(': {detail}', '') }
}
