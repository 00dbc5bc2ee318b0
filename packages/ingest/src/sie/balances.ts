import type { SieBalance, SieFile, SieObject, SieRow } from './file.ts'
import { objectsOf } from './objects.ts'
import { kronorOf, oreOf } from './amount.ts'
import { textAt } from './fields.ts'
import type { SieField } from './fields.ts'

/** `#RES year account balance`, or undefined for another year than the file's own and for accounts of the balance sheet. */
export function yearBalance(fields: readonly SieField[], line: number): SieBalance | undefined {
  return ofYear(fields, {
    line,
    period: '',
    account: textAt(fields, 1),
    objects: [],
    amount: textAt(fields, 2),
  })
}

/**
 * `#PSALDO year period account {objects} balance`: what was booked in the month, not since the year began. Some programs
 * leave the braces out where there are no objects.
 */
export function monthBalance(fields: readonly SieField[], line: number): SieBalance | undefined {
  const list = fields[3]
  const hasList = list !== undefined && typeof list !== 'string'
  const objects = hasList ? objectsOf(list) : []
  const [period, account, amount] = [textAt(fields, 1), textAt(fields, 2), textAt(fields, hasList ? 4 : 3)]
  return objects && ofYear(fields, { line, period, account, objects, amount })
}

function ofYear(fields: readonly SieField[], balance: SieBalance): SieBalance | undefined {
  return Number(textAt(fields, 0)) === 0 && /^[3-8]/.test(balance.account) ? balance : undefined
}

/** A row of cost that stands for what was booked on an account in a month or a year. */
interface BalanceRow {
  readonly row: SieRow
  /** What the row is known by from one file to the next. */
  readonly key: string
}

interface Balances {
  readonly rows: readonly BalanceRow[]
  /** On objects of the agreement, but in another dimension than the rows of their account and month. */
  readonly leftOut: readonly SieBalance[]
}

/**
 * Balances as rows of cost, by month where the file has months. A balance without objects is the total of its account: it is
 * never added to the rows of objects, but what it holds beyond them is a row without object. The same krona stands once in
 * each dimension, so the objects of an account and month are those of one: the first where it has `objects` of the
 * agreement, or else the first that it has at all. `hide`: what may be kept of a balance.
 */
export function rowsOfBalances(
  file: SieFile,
  objects: readonly SieObject[],
  hide: (balance: SieBalance) => SieBalance,
): Balances {
  const monthly = file.balances.filter(({ period }) => period !== '')
  const balances = monthly.length > 0 ? monthly : file.balances
  const groups = Map.groupBy(balances, ({ period, account }) => `${period} ${account}`)
  const chosen = [...groups.values()].map((group) => {
    const agreed = group.filter((balance) => objects.some((object) => isOn(balance, object)))
    const dimension = firstOf(objects, agreed) ?? firstOf(objects, group)
    const parts = group.filter((balance) => dimension !== undefined && isOnly(balance, dimension))
    const total = group.find((balance) => balance.objects.length === 0)
    return {
      kept: [...parts, ...(total ? [beyond(total, parts)] : [])].filter(isSomething),
      leftOut: agreed.filter((balance) => !parts.includes(balance)).filter(isSomething),
    }
  })
  return {
    rows: chosen
      .flatMap(({ kept }) => kept)
      .map(hide)
      .map((balance) => ({ row: costOf(file, balance), key: keyOf(file, balance) })),
    leftOut: chosen.flatMap(({ leftOut }) => leftOut),
  }
}

/** The first dimension of the agreement's objects that there are balances of. */
function firstOf(objects: readonly SieObject[], balances: readonly SieBalance[]): number | undefined {
  return objects.find(({ dimension }) => balances.some((balance) => isOnly(balance, dimension)))?.dimension
}

const isSomething = ({ amount }: SieBalance) => oreOf(amount) !== 0n

function isOn(balance: SieBalance, { dimension, object }: SieObject): boolean {
  return isOnly(balance, dimension) && balance.objects[0]?.object === object
}

function isOnly({ objects }: SieBalance, dimension: number): boolean {
  return objects.length === 1 && objects[0]?.dimension === dimension
}

/** What a total holds beyond its parts. One that cannot be read stays as written, for the rules to point out. */
function beyond(total: SieBalance, parts: readonly SieBalance[]): SieBalance {
  const ore = oreOf(total.amount)
  if (ore === undefined || parts.length === 0) return total
  const rest = parts.reduce((left, { amount }) => left - (oreOf(amount) ?? 0n), ore)
  return { ...total, amount: kronorOf(rest) }
}

function costOf(file: SieFile, { line, period, account, objects, amount }: SieBalance): SieRow {
  const text = period === '' ? 'Årets saldo' : `Saldo ${monthOf(period)}`
  return { line, account, objects, amount, ore: oreOf(amount), date: lastDay(file, period), text }
}

function keyOf({ fiscalYears }: SieFile, { period, account, objects }: SieBalance): string {
  const start = fiscalYears.find(({ number }) => number === 0)?.start ?? ''
  const on = objects.flatMap(({ dimension, object }) => [String(dimension), object])
  return [start, period === '' ? 'RES' : `PSALDO ${period}`, account, ...on].join(' ').trim()
}

/** A balance for people to find in the file: `4010 2025-01 {1 A}`. */
export function nameOf({ period, account, objects }: SieBalance): string {
  const on = objects.map(({ dimension, object }) => `${dimension} ${object}`).join(' ')
  return `${account} ${monthOf(period)} {${on}}`
}

const monthOf = (period: string) => period.replace(/^(\d{4})(\d{2})$/, '$1-$2')

/** Of the month or the year, but not after the day that the balances run to (`#OMFATTN`) or the end of the fiscal year. */
function lastDay({ fiscalYears, through }: SieFile, period: string): string {
  const end = fiscalYears.find(({ number }) => number === 0)?.end
  const month = /^(\d{4})(\d{2})$/.exec(period)
  const ofMonth =
    month && new Date(Date.UTC(Number(month[1]), Number(month[2]), 0)).toISOString().slice(0, 10)
  return (
    [ofMonth ?? undefined, end, through].filter((day) => day !== undefined && day !== '').toSorted()[0] ?? ''
  )
}
