import type { Sentence } from '@utfall/contracts'
import type { Progress } from '@utfall/ingest'

/** What is done with a delivery just now. */
export const PHASES: Readonly<Record<Progress['phase'], Sentence>> = {
  reading: { sv: 'läses', en: 'reading' },
  validating: { sv: 'prövas', en: 'validating' },
  reconciling: { sv: 'jämförs', en: 'reconciling' },
  loading: { sv: 'läses in', en: 'loading' },
  done: { sv: 'klar', en: 'done' },
}
