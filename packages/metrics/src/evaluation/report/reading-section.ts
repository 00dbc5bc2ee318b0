import { CELL_STATUSES } from '@utfall/contracts'
import { SIGNS } from '@utfall/contracts/written-figure'
import { STATUS_WORDS } from '../figure-words.ts'
import { withheldInWords } from '../withheld-in-words.ts'
import { paragraph } from './document.ts'
import type { Section } from './document.ts'
import type { ReportSource } from './source.ts'

/** A sign may stand for one of several reasons. */
const SIGNS_IN_WORDS = [
  ...Map.groupBy(
    CELL_STATUSES.filter((status) => status !== 'ok'),
    (status) => SIGNS[status],
  ),
].map(([sign, statuses]) => [sign, statuses.map((status) => STATUS_WORDS[status].sv).join(', eller ')])

/** What the signs say, and what is not shown. */
export function readingSection({ agreement }: ReportSource): Section {
  return {
    heading: 'Så läses siffrorna',
    blocks: [
      paragraph(withheldInWords(agreement.disclosure).sv.replaceAll('\n', ' ')),
      {
        kind: 'table',
        columns: [
          { title: 'Tecken', width: 1.5 },
          { title: 'Betydelse', width: 10 },
        ],
        rows: SIGNS_IN_WORDS,
      },
      paragraph(
        'Ett 95-procentigt intervall visar hur mycket talet kan bero på slumpen: i 95 fall av 100 täcker ett sådant intervall det underliggande värdet.',
      ),
    ],
  }
}
