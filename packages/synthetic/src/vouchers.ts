import type { Day } from './days.ts'
import { addDays, monthCode } from './days.ts'
import { bankDay } from './holidays.ts'
import type { Posting, VoucherDraft } from './ledger.ts'

const BANK = '1930'
const SUPPLIERS = '2440'
const TAX = '2710'
const FEES = '2730'

const total = (postings: readonly Posting[]): number => postings.reduce((sum, { amount }) => sum + amount, 0)

/** An invoice that came, and its payment a month later. Kronor with öre as öre. */
export function invoice(date: Day, text: string, costs: readonly Posting[]): VoucherDraft[] {
  const amount = total(costs)
  const paid = bankDay(addDays(date, 30))
  return [
    { series: 'L', date, text, postings: [...costs, { account: SUPPLIERS, amount: -amount }] },
    {
      series: 'B',
      date: paid,
      text: `Betalning ${text}`,
      postings: [
        { account: SUPPLIERS, amount },
        { account: BANK, amount: -amount },
      ],
    },
  ]
}

/** A month's salaries by project, with employers' fees of 31.42 per cent, and the tax account paid in the next month. */
export function salaries(month: Day, kronor: Readonly<Record<string, number>>): VoucherDraft[] {
  const costs = Object.entries(kronor).flatMap(([object, monthly]): Posting[] => [
    { account: '7210', object, amount: monthly * 100 },
    { account: '7510', object, amount: Math.round(monthly * 31.42) },
  ])
  const gross = total(costs.filter(({ account }) => account === '7210'))
  const fees = total(costs) - gross
  const tax = Math.round(gross * 0.27)
  return [
    {
      series: 'N',
      date: bankDay(addDays(month, 24)),
      text: `Löner ${monthCode(month)}`,
      postings: [
        ...costs,
        { account: TAX, amount: -tax },
        { account: FEES, amount: -fees },
        { account: BANK, amount: tax - gross },
      ],
    },
    {
      series: 'B',
      date: bankDay(addDays(month, 42)),
      text: 'Skattekonto',
      postings: [
        { account: TAX, amount: tax },
        { account: FEES, amount: fees },
        { account: BANK, amount: -tax - fees },
      ],
    },
  ]
}

/** Money that came in. */
export function income(date: Day, text: string, posting: Posting): VoucherDraft {
  return {
    series: 'A',
    date,
    text,
    postings: [
      { account: BANK, amount: posting.amount },
      { ...posting, amount: -posting.amount },
    ],
  }
}
