import { paragraph } from './document.ts'
import type { Section } from './document.ts'
import type { ReportSource } from './source.ts'
import { countedTotals } from './year-totals.ts'

/** What each measure of the year says, and what it does not. */
export function definitionSection(source: ReportSource): Section {
  const said = new Map(
    countedTotals(source).map(({ title, definition }) => [
      title,
      [definition?.definition.sv, definition?.limitation?.sv].filter((each) => each !== undefined).join(' '),
    ]),
  )
  return {
    heading: 'Vad måtten betyder',
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'Mått', width: 4 },
          { title: 'Betydelse', width: 10 },
        ],
        rows: [...said],
      },
      paragraph('Täljare, nämnare, undantag och hur varje siffra räknas fram i SQL står i definitions.md.'),
    ],
  }
}
