import type { CostRow } from '@utfall/contracts'
import type { FigureTable } from '#lib/figure/marks.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { SIGNS } from '@utfall/contracts/written-figure'
import type { Words } from '#lib/words/words.ts'

type Item = CostRow['item']

/** What was paid, spent and given: in a sentence or three, and by agreement year. */
export interface MoneyView {
  readonly lead: string
  readonly table: FigureTable
}

/** The rows of the table in order; the parts of a sum stand under it. */
const ROWS: readonly { readonly item: Item; readonly part?: boolean }[] = [
  { item: 'funding_awarded' },
  { item: 'funding_paid' },
  { item: 'cost' },
  { item: 'cost_direct', part: true },
  { item: 'cost_shared', part: true },
  { item: 'own_contribution_agreed' },
  { item: 'own_cash_agreed', part: true },
  { item: 'in_kind_agreed', part: true },
  { item: 'own_contribution' },
  { item: 'own_cash', part: true },
  { item: 'in_kind', part: true },
  { item: 'volunteer_value', part: true },
  { item: 'volunteer_hours' },
]

/** What few agreements state: where it is not agreed there is no row for it. */
const AGREED_BY_SOME: ReadonlySet<Item> = new Set([
  'own_contribution_agreed',
  'own_cash_agreed',
  'in_kind_agreed',
])

const isTold = (item: Item, rows: readonly CostRow[]) =>
  rows.some((row) => row.item === item && row.amount !== null)

/** The money of the whole agreement or of its activities, as published. */
export const costsOf = ({ publication, agreement }: Reading): readonly CostRow[] =>
  publication.costs.filter((row) => row.agreement === agreement.id)

/** Undefined where no amount of the agreement is published. */
export function moneyView(reading: Reading): MoneyView | undefined {
  const rows = costsOf(reading).filter(({ activity }) => activity === '')
  if (rows.every(({ amount }) => amount === null)) return undefined
  const whole = rows.filter(({ period_type }) => period_type === 'agreement')
  return { lead: leadOf(whole, reading.words), table: moneyTable(rows, whole, reading) }
}

function leadOf(whole: readonly CostRow[], words: Words): string {
  const say = words.say.economyPage
  const amount = (item: Item): string => {
    const row = whole.find((each) => each.item === item)
    return row?.amount ? words.kronor(row.amount) : ''
  }
  const [paid, agreed] = [amount('funding_paid'), amount('funding_awarded')]
  const [own, promised] = [amount('own_contribution'), amount('own_contribution_agreed')]
  const cost = amount('cost')
  return [
    paid && (agreed ? say.paidAgainst(paid, agreed) : say.paid(paid)),
    cost && say.spent(cost),
    own && (promised ? say.contributedAgainst(own, promised) : say.contributed(own)),
  ]
    .filter((sentence) => sentence !== '')
    .map((sentence) => `${sentence}.`)
    .join(' ')
}

function moneyTable(rows: readonly CostRow[], whole: readonly CostRow[], reading: Reading): FigureTable {
  const { words, publication } = reading
  const say = words.say.economyPage.money
  const years = [
    ...Map.groupBy(
      rows.filter(({ period_type }) => period_type === 'agreement_year'),
      ({ period }) => period,
    ),
  ].toSorted(([a], [b]) => Number(a) - Number(b))
  const spans = [...years.map(([, of]) => of), whole]
  return {
    caption: say.caption,
    columns: [
      say.item,
      ...years.map(([year, of]) =>
        of.some(({ period_end }) => period_end > publication.manifest.as_of)
          ? say.ongoing(year)
          : say.year(year),
      ),
      say.whole,
    ],
    rows: ROWS.filter(({ item }) => !AGREED_BY_SOME.has(item) || isTold(item, rows)).map(
      ({ item, part }) => ({
        name: say.items[item],
        cells: spans.map((span) =>
          cell(
            span.find((row) => row.item === item),
            words,
          ),
        ),
        part: part === true,
      }),
    ),
  }
}

function cell(row: CostRow | undefined, words: Words): string {
  if (!row) return SIGNS.no_data
  if (row.status !== 'ok') return `${SIGNS[row.status]} ${words.say.codes.status[row.status]}`
  if (row.amount === null) return SIGNS.no_data
  return row.unit === 'hours'
    ? words.say.economyPage.money.hours(words.number(row.amount))
    : words.kronor(row.amount)
}
