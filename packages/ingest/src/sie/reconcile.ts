import { oreOf } from './amount.ts'
import type { SieFile } from './file.ts'

/** An account whose vouchers do not lead to what the file states. Öre. */
export interface Difference {
  readonly account: string
  readonly booked: bigint
  readonly stated: bigint
}

/** Σ `#TRANS` = `#RES 0` on accounts of income and cost; undefined when the file states no results. */
export function resultDifferences({ result, booked }: SieFile): Difference[] | undefined {
  if (result.size === 0) return undefined
  const accounts = new Set([...result.keys(), ...[...booked.keys()].filter(isResultAccount)])
  return differences(accounts, (account) => booked.get(account) ?? 0n, result)
}

/** Σ `#PSALDO 0` = `#RES 0`, of the totals of accounts; undefined when the file lacks one of them. */
export function monthDifferences({ result, balances }: SieFile): Difference[] | undefined {
  const months = balances.filter(({ period, objects }) => period !== '' && objects.length === 0)
  if (result.size === 0 || months.length === 0) return undefined
  const byAccount = Map.groupBy(months, ({ account }) => account)
  const reached = (account: string) =>
    (byAccount.get(account) ?? []).reduce((sum, { amount }) => sum + (oreOf(amount) ?? 0n), 0n)
  return differences(new Set([...result.keys(), ...byAccount.keys()]), reached, result)
}

/** `#IB 0` + Σ `#TRANS` = `#UB 0` on balance accounts; undefined when the file states no closing balances. */
export function balanceDifferences({ opening, closing, booked }: SieFile): Difference[] | undefined {
  if (closing.size === 0) return undefined
  const moved = [...booked.keys()].filter(isBalanceAccount)
  const accounts = new Set([...opening.keys(), ...closing.keys(), ...moved])
  const reached = (account: string) => (opening.get(account) ?? 0n) + (booked.get(account) ?? 0n)
  return differences(accounts, reached, closing)
}

/** Classes of the BAS chart of accounts: 1–2 balance, 3–8 result, 9 internal and stated nowhere. */
const isBalanceAccount = (account: string) => /^[12]/.test(account)
const isResultAccount = (account: string) => /^[3-8]/.test(account)

function differences(
  accounts: Iterable<string>,
  reached: (account: string) => bigint,
  states: ReadonlyMap<string, bigint>,
): Difference[] {
  return [...accounts]
    .filter((account) => /^\d{3,6}$/.test(account))
    .map((account) => ({ account, booked: reached(account), stated: states.get(account) ?? 0n }))
    .filter(({ booked, stated }) => booked !== stated)
    .sort((a, b) => (a.account < b.account ? -1 : 1))
}
