import { COST_BASES } from '@utfall/contracts'
import { capital, SIGNS, number, quantity } from '@utfall/contracts/written-figure'
import { CODE_WORDS } from '../code-words.ts'
import { BASIS_WORDS } from '../figure-words.ts'
import { paragraph, subheading } from './document.ts'
import type { Block, Section } from './document.ts'
import { figureOrSign } from './figures.ts'
import type { ReportSource } from './source.ts'
import { countedTotals } from './year-totals.ts'

/** What was agreed, paid, spent and contributed in the year, and what a unit cost on each basis. */
export function moneySection(source: ReportSource): Section {
  return { heading: 'Pengarna', blocks: [...sums(source), ...unitCosts(source)] }
}

function sums({ costs, cut }: ReportSource): Block[] {
  const rows = costs.filter(
    ({ period_type, period, activity }) =>
      period_type === 'year' && period === String(cut.year) && activity === '',
  )
  if (rows.length === 0) return [paragraph('Inga pengar är redovisade för året.')]
  return [
    {
      kind: 'table',
      columns: [
        { title: 'Post', width: 8 },
        { title: 'Belopp eller timmar', width: 4, numbers: true },
      ],
      rows: rows.map(({ item, amount, unit, status }) => [
        capital(CODE_WORDS.costs['item']?.[item]?.sv ?? item),
        status !== 'ok' || amount === null
          ? SIGNS[status === 'ok' ? 'no_data' : status]
          : written(amount, unit),
      ]),
    },
  ]
}

const written = (amount: number, unit: 'kronor' | 'hours') =>
  unit === 'hours' ? `${number(amount, 'sv', 1)} timmar` : quantity(amount, unit, 'sv')

function unitCosts(source: ReportSource): Block[] {
  const rows = countedTotals(source).filter(({ row }) => row.basis !== '')
  const byTitle = Map.groupBy(rows, ({ title }) => title)
  if (byTitle.size === 0) return []
  return [
    subheading('Kostnad per enhet, på tre grunder'),
    {
      kind: 'table',
      columns: [
        { title: 'Mått', width: 5 },
        ...COST_BASES.map((basis) => ({ title: capital(BASIS_WORDS[basis].sv), width: 3, numbers: true })),
      ],
      rows: [...byTitle].map(([title, cells]) => [
        title,
        ...COST_BASES.map((basis) => {
          const cell = cells.find(({ row }) => row.basis === basis)
          return cell ? figureOrSign(cell.row) : ''
        }),
      ]),
    },
  ]
}
