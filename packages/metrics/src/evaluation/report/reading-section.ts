import type { ReportSource } from './source.ts'
import { CELL_STATUSES } from '@utfall/contracts'
import { SIGNS } from '@utfall/contracts/written-figure'
import { STATUS_WORDS } from '../code-words.ts'
import { withheldInWords } from '../withheld-in-words.ts'
import { paragraph } from './document.ts'
import type { Section } from './document.ts'

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
        rows: CELL_STATUSES.filter((status) => status !== 'ok').map((status) => [
          SIGNS[status],
          STATUS_WORDS[status].sv,
        ]),
      },
      paragraph(
        'Ett 95-procentigt intervall visar hur mycket talet kan bero på slumpen: i 95 fall av 100 täcker ett sådant intervall det underliggande värdet.',
      ),
    ],
  }
}
