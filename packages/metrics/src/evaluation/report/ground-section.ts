import type { Manifest } from '@utfall/contracts'
import { VERDICT_WORDS } from '@utfall/contracts'
import { SIGNS, number } from '@utfall/contracts/written-figure'
import { paragraph } from './document.ts'
import type { Section } from './document.ts'
import type { ReportSource } from './source.ts'

/** The deliveries behind the figures, gathered by source; the readme of the package names each. */
export function groundSection({ cut }: ReportSource): Section {
  const sources = Map.groupBy(cut.deliveries, ({ sender, source }) => `${sender}: ${source}`)
  return {
    heading: 'Underlaget',
    blocks:
      sources.size === 0
        ? [paragraph('Inga leveranser rör vid året.')]
        : [
            {
              kind: 'table',
              columns: [
                { title: 'Avsändare och källa', width: 6 },
                { title: 'Leveranser', width: 2.2, numbers: true },
                { title: 'Rader', width: 2.2, numbers: true },
                { title: 'Besked', width: 6 },
              ],
              rows: [...sources.entries()]
                .toSorted(([one], [other]) => (one < other ? -1 : 1))
                .map(([name, deliveries]) => [
                  name,
                  number(deliveries.length, 'sv'),
                  rowsOf(deliveries),
                  verdictsOf(deliveries),
                ]),
            },
            paragraph('Varje leverans står med sitt besked i LASMIG-README.txt.'),
          ],
  }
}

type Deliveries = Manifest['deliveries']

/** No sum where a part of it is withheld. */
function rowsOf(deliveries: Deliveries): string {
  const rows = deliveries.map((delivery) => delivery.rows)
  const shown = rows.filter((count) => count !== undefined)
  return shown.length < rows.length
    ? SIGNS.suppressed
    : number(
        shown.reduce((sum, count) => sum + count, 0),
        'sv',
      )
}

function verdictsOf(deliveries: Deliveries): string {
  return [...Map.groupBy(deliveries, ({ verdict }) => verdict)]
    .map(([verdict, of]) => `${VERDICT_WORDS[verdict].sv}: ${of.length}`)
    .toSorted()
    .join(', ')
}
