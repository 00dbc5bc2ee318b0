import { categoryRank } from '@utfall/contracts'
import type { Breakdown, PublishedAgreement, ResultRow, Sentence } from '@utfall/contracts'
import { capital } from '@utfall/contracts/written-figure'
import { GENDER_WORDS } from '../figure-words.ts'
import type { Section, Table } from './document.ts'
import { figureOrSign } from './figures.ts'
import type { ReportSource } from './source.ts'

const GENDERS: Readonly<Record<string, Sentence>> = GENDER_WORDS

const BREAKDOWNS: readonly { readonly breakdown: Breakdown; readonly title: string }[] = [
  { breakdown: 'activity', title: 'Insats' },
  { breakdown: 'gender', title: 'Kön' },
  { breakdown: 'age_group', title: 'Ålder vid årets slut' },
  { breakdown: 'district', title: 'Bostadsområde' },
]

const INDICATORS = [
  { indicator: 'unique_participants', title: 'Deltagare' },
  { indicator: 'attendances', title: 'Deltagartillfällen' },
  { indicator: 'cost', title: 'Kostnad' },
]

/** Participants, visits and cost of each group; undefined where the year is not broken down. */
export function groupSection({ results, agreement }: ReportSource): Section | undefined {
  const blocks = BREAKDOWNS.flatMap(({ breakdown, title }) => {
    const rows = results.filter((row) => row.breakdown === breakdown)
    return groupTable(rows, title, agreement) ?? []
  })
  return blocks.length > 0 ? { heading: 'Insatserna och deltagarna', blocks } : undefined
}

function groupTable(
  rows: readonly ResultRow[],
  title: string,
  agreement: PublishedAgreement,
): Table | undefined {
  const columns = INDICATORS.filter(({ indicator }) =>
    rows.some((row) => row.indicator === indicator && row.status !== 'not_computable'),
  )
  const categories = new Map(
    rows
      .filter((row) => columns.some(({ indicator }) => indicator === row.indicator))
      .map((row) => [row.category, row] as const),
  )
  if (categories.size === 0) return undefined
  const cell = (indicator: string, category: string) => {
    const row = rows.find((each) => each.indicator === indicator && each.category === category)
    return row ? figureOrSign(row) : ''
  }
  return {
    kind: 'table',
    columns: [
      { title, width: 6 },
      ...columns.map((column) => ({ title: column.title, width: 3, numbers: true })),
    ],
    rows: [...categories.values()]
      .toSorted((one, other) => categoryRank(one, agreement) - categoryRank(other, agreement))
      .map((row) => [
        categoryName(row, agreement),
        ...columns.map(({ indicator }) => cell(indicator, row.category)),
      ]),
  }
}

function categoryName({ breakdown, category }: ResultRow, agreement: PublishedAgreement): string {
  if (category === 'unknown') return 'Okänt'
  if (breakdown === 'activity')
    return agreement.activities.find(({ id }) => id === category)?.name ?? category
  if (breakdown === 'gender') return capital(GENDERS[category]?.sv ?? category)
  if (breakdown !== 'age_group') return category
  return category.endsWith('+') ? `${category.slice(0, -1)} år och äldre` : `${category} år`
}
