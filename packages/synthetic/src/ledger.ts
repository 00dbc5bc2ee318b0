import type { Day } from './days.ts'
import { yearOf } from './days.ts'
import type { CostFact } from './facts.ts'

/** One row of a voucher. Öre; debit is positive. */
export interface Posting {
  readonly account: string
  readonly amount: number
  /** Project, dimension 6. */
  readonly object?: string
}

export interface Voucher {
  readonly series: string
  readonly number: number
  readonly date: Day
  readonly text: string
  readonly postings: readonly Posting[]
  /** A row that was struck out and put right, as bookkeeping programs keep track of it. */
  readonly corrected?: Posting
}

/** The books of one association, year by year. */
export interface Ledger {
  readonly association: string
  readonly accounts: Readonly<Record<string, string>>
  readonly objects: Readonly<Record<string, string>>
  /** Öre at the start of the first year. They sum to nothing. */
  readonly opening: Readonly<Record<string, number>>
  readonly vouchers: readonly Voucher[]
}

export type VoucherDraft = Omit<Voucher, 'number'>

/** Numbers vouchers in each series and year by date, as they would have been entered. */
export function numbered(drafts: readonly VoucherDraft[]): Voucher[] {
  const last = new Map<string, number>()
  return drafts
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
    .map((draft) => {
      const series = `${yearOf(draft.date)} ${draft.series}`
      const number = (last.get(series) ?? 0) + 1
      last.set(series, number)
      return { ...draft, number }
    })
}

/** Öre per account: of all postings, or of those that pass. */
export function sums(vouchers: readonly Voucher[]): Map<string, number> {
  const totals = new Map<string, number>()
  for (const { account, amount } of vouchers.flatMap(({ postings }) => postings)) {
    totals.set(account, (totals.get(account) ?? 0) + amount)
  }
  return totals
}

export const isBalanceAccount = (account: string): boolean => account < '3000'

/** The voucher that closes a year: its result goes to equity, so that the balance sheet sums to nothing. */
export function closing(year: number, vouchers: readonly Voucher[]): VoucherDraft {
  const result = [...sums(vouchers)]
    .filter(([account]) => !isBalanceAccount(account))
    .reduce((total, [, amount]) => total + amount, 0)
  return {
    series: 'A',
    date: `${year}-12-31`,
    text: 'Årets resultat',
    postings: [
      { account: '8999', amount: -result },
      { account: '2069', amount: result },
    ],
  }
}

/** Income and cost rows, which are all that an agreement's costs can be found among. */
export function costFacts(vouchers: readonly Voucher[]): CostFact[] {
  return vouchers.flatMap(({ date, postings }) =>
    postings
      .filter(({ account }) => !isBalanceAccount(account))
      .map(({ account, amount, object }) => ({ date, account, amount, object: object ?? null })),
  )
}
