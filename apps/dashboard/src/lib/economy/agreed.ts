import type { PublishedAgreement } from '@utfall/contracts'
import type { FigureTable } from '#lib/figure/marks.ts'
import type { Words } from '#lib/words/words.ts'

/** The amounts that the agreement itself states, by agreement year and who gives; undefined where it states none. */
export function agreedTable({ funding }: PublishedAgreement, words: Words): FigureTable | undefined {
  if (funding.length === 0) return undefined
  const say = words.say.economyPage.agreed
  const givers = [
    ...Map.groupBy(funding, ({ source, kind }) =>
      kind === 'in_kind' ? `${say.source[source]}, ${say.inKind}` : say.source[source],
    ),
  ]
  const years = [...new Set(funding.map(({ year }) => year))].toSorted((a, b) => a - b)
  const sum = (awards: typeof funding) => words.kronor(awards.reduce((all, { amount }) => all + amount, 0))
  return {
    caption: say.caption,
    columns: [say.year, ...givers.map(([name]) => name)],
    rows: [
      ...years.map((year) => ({
        name: String(year),
        cells: givers.map(([, awards]) => sum(awards.filter((award) => award.year === year))),
      })),
      { name: say.sum, cells: givers.map(([, awards]) => sum(awards)) },
    ],
  }
}
