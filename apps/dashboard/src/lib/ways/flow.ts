import { TRANSITION_STAGES } from '@utfall/contracts'
import type { FigureTable } from '#lib/figure/marks.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { figureOrSign } from '#lib/words/words.ts'

/** What people did at the start against what they did at each later stage; stages without a shown cell are left out. */
export function flowTables({ publication, agreement, words }: Reading): FigureTable[] {
  const say = words.say.waysPage.flow
  const all = publication.transitions.filter(
    (row) => row.agreement === agreement.id && row.period_type === 'agreement',
  )
  return TRANSITION_STAGES.flatMap((stage) => {
    const rows = all.filter((row) => row.stage === stage)
    if (rows.every(({ count }) => count === null)) return []
    const order = Object.keys(say.occupations)
    const inOrder = (codes: readonly string[]) =>
      [...new Set(codes)].toSorted((a, b) => order.indexOf(a) - order.indexOf(b))
    const froms = inOrder(rows.map((row) => row.from_status))
    const tos = inOrder(rows.map((row) => row.to_status))
    const cell = (from: string, to: string): string => {
      const row = rows.find((each) => each.from_status === from && each.to_status === to)
      return figureOrSign(
        { value: row?.count ?? null, unit: 'people', status: row?.status ?? 'no_data' },
        words,
      )
    }
    return [
      {
        caption: say.stages[stage],
        columns: [say.from, ...tos.map((to) => say.occupations[to] ?? to)],
        rows: froms.map((from) => ({
          name: say.occupations[from] ?? from,
          cells: tos.map((to) => cell(from, to)),
        })),
      },
    ]
  })
}
