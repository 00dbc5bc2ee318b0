import type { Sentence, Severity } from '@utfall/contracts'

/** A rule's sentence where no file is at hand to make it concrete. */
export function sentenceWithoutDetail({ sv, en }: Sentence): Sentence {
  return { sv: sv.replace(': {detail}', ''), en: en.replace(': {detail}', '') }
}

/** What a rule does with what breaks it. */
export const SEVERITIES: Readonly<Record<Severity, Sentence>> = {
  stop: { sv: 'stopp', en: 'stop' },
  error: { sv: 'fel', en: 'error' },
  check: { sv: 'kontrollera', en: 'check' },
}
