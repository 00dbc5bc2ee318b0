import type { ResultRow } from '@utfall/contracts'
import { CODE_WORDS } from '../code-words.ts'
import { paragraph, subheading } from './document.ts'
import type { Block, Section, Table } from './document.ts'
import { countedOn, figureOrSign, interval } from './figures.ts'
import type { ReportSource } from './source.ts'
import { countedTotals, yearTotals } from './year-totals.ts'
import type { YearTotal } from './year-totals.ts'

/** What each table holds; money has a section of its own. */
const GROUPS: readonly { readonly heading: string; readonly holds: (row: ResultRow) => boolean }[] = [
  { heading: 'Hur många och hur mycket', holds: ({ unit }) => ['people', 'events', 'hours'].includes(unit) },
  { heading: 'Hur stor andel', holds: ({ unit }) => unit === 'share' },
  {
    heading: 'Förändring, tid och takt',
    holds: ({ unit }) => ['points', 'days', 'months', 'events_per_day'].includes(unit),
  },
]

/** Every figure of the year in total, beside the year before where there is one. */
export function yearSection(source: ReportSource): Section {
  const totals = countedTotals(source)
  return {
    heading: 'Årets siffror',
    blocks: [
      ...partOfYear(source).map(paragraph),
      ...GROUPS.flatMap(({ heading, holds }): Block[] => {
        const rows = totals.filter(({ row }) => holds(row))
        return rows.length > 0 ? [subheading(heading), figureTable(rows, source)] : []
      }),
      ...notCounted(source).map(paragraph),
    ],
  }
}

/** Where the agreement does not hold for a whole year, its figures do not compare with those of one that it does. */
function partOfYear({ agreement, cut, before }: ReportSource): string[] {
  const { start, end } = agreement.period
  const years = before.length > 0 ? [cut.year - 1, cut.year] : [cut.year]
  return years.flatMap((year) => [
    ...(start > `${year}-01-01`
      ? [`Avtalet började ${start}: siffrorna för ${year} gäller inte ett helt år.`]
      : []),
    ...(end < `${year}-12-31`
      ? [`Avtalet slutade ${end}: siffrorna för ${year} gäller inte ett helt år.`]
      : []),
  ])
}

function notCounted(source: ReportSource): string[] {
  const titles = yearTotals(source)
    .filter(({ row }) => row.status === 'not_computable')
    .map(({ title }) => title)
  return titles.length > 0
    ? [`Det här går inte att räkna ur de uppgifter som lämnas: ${[...new Set(titles)].join('; ')}.`]
    : []
}

function figureTable(totals: readonly YearTotal[], { before, cut }: ReportSource): Table {
  const earlier = (row: ResultRow) =>
    before.find(
      (each) =>
        each.breakdown === 'total' &&
        each.indicator === row.indicator &&
        each.definition_version === row.definition_version &&
        each.basis === row.basis,
    )
  const rows = totals.map(({ row }) => row)
  const withBefore = rows.some(earlier)
  const withInterval = rows.some(({ ci_low }) => ci_low !== null)
  const withBase = rows.some((row) => countedOn(row) !== '')
  return {
    kind: 'table',
    columns: [
      { title: 'Mått', width: 6 },
      { title: String(cut.year), width: 2.4, numbers: true },
      ...(withBefore ? [{ title: String(cut.year - 1), width: 2.4, numbers: true }] : []),
      ...(withBase ? [{ title: 'Räknat på', width: 3, numbers: true }] : []),
      ...(withInterval ? [{ title: '95 % intervall', width: 3, numbers: true }] : []),
      { title: 'Tillförlitlighet', width: 3 },
    ],
    rows: totals.map(({ row, title }) => {
      const last = earlier(row)
      return [
        title,
        figureOrSign(row),
        ...(withBefore ? [last ? figureOrSign(last) : ''] : []),
        ...(withBase ? [countedOn(row)] : []),
        ...(withInterval ? [interval(row.ci_low, row.ci_high, row.unit)] : []),
        row.trust === null || row.status !== 'ok' ? '' : (CODE_WORDS.results['trust']?.[row.trust]?.sv ?? ''),
      ]
    }),
  }
}
