import { daysBetween, earliest, latest } from '../days.ts'
import type { Facts } from '../facts.ts'
import { agreementYear } from './periods.ts'
import type { Period } from './periods.ts'
import { sessionsIn } from './visits.ts'

/** All amounts are öre. */
export interface Money {
  readonly awarded: number
  readonly paid: number
  readonly cost: number
  /** Own cash: it is part of what paid the booked cost. */
  readonly ownCash: number
  /** What is given beside the books: in kind and voluntary hours at the agreement's rate. */
  readonly effort: number
  /** Cost of each activity: its own and its part of what is shared. They sum to `cost`. */
  readonly costOf: ReadonlyMap<string, number>
}

export function moneyIn(facts: Facts, period: Period): Money {
  const costOf = activityCosts(facts, period)
  return {
    awarded: awardedIn(facts, period),
    paid: given(facts, period, 'payment'),
    cost: [...costOf.values()].reduce((sum, amount) => sum + amount, 0),
    ownCash: given(facts, period, 'own_cash'),
    effort:
      given(facts, period, 'in_kind') +
      given(facts, period, 'volunteer_hours') * (facts.agreement.costs.volunteer_rate ?? 0),
    costOf,
  }
}

/** What the municipality promised, day by day of each agreement year. */
function awardedIn({ agreement }: Facts, period: Period): number {
  const parts = agreement.funding
    .filter(({ source }) => source === 'municipality')
    .map(({ year, amount }) => {
      const promised = agreementYear(agreement.period.start, year)
      const days = daysBetween(promised.start, promised.end) + 1
      const from = latest(promised.start, period.start)
      const overlap = Math.max(0, daysBetween(from, earliest(promised.end, period.end)) + 1)
      return (amount * 100 * overlap) / days
    })
  return Math.round(parts.reduce((sum, part) => sum + part, 0))
}

function given(facts: Facts, { start, end }: Period, wanted: string): number {
  return facts.funding
    .filter(({ kind, date }) => kind === wanted && date >= start && date <= end)
    .reduce((sum, { hundredths }) => sum + hundredths, 0)
}

function activityCosts(facts: Facts, period: Period): Map<string, number> {
  const { accounts, objects } = facts.agreement.costs
  const ranges = accounts.map((range) => range.split('-'))
  const rows = facts.costs.filter(
    ({ date, account }) =>
      date >= period.start &&
      date <= period.end &&
      ranges.some(([low = '', high = low]) => account >= low && account <= high),
  )
  const on = (object: string) =>
    rows.filter((row) => row.object === object).reduce((sum, { amount }) => sum + amount, 0)
  const direct = new Map(facts.agreement.activities.map(({ id }) => [id, 0]))
  let shared = 0
  for (const { object, activity } of objects) {
    if (activity === undefined) shared += on(object)
    else direct.set(activity, (direct.get(activity) ?? 0) + on(object))
  }
  const hours = new Map(
    [...direct.keys()].map((activity) => {
      const minutes = sessionsIn(facts, period, activity).map((session) => session.minutes)
      return [activity, minutes.reduce((sum, each) => sum + each, 0)]
    }),
  )
  const parts = allocated(shared, hours)
  return new Map([...direct].map(([activity, amount]) => [activity, amount + (parts.get(activity) ?? 0)]))
}

/** Divides an amount in öre by weight; what is left of rounding down goes, an öre each, to the largest parts first. */
export function allocated(amount: number, weights: ReadonlyMap<string, number>): Map<string, number> {
  const whole = [...weights.values()].reduce((sum, weight) => sum + weight, 0)
  const floors = [...weights].map(([id, weight]) => ({
    id,
    weight,
    part: Math.floor((amount * weight) / whole),
  }))
  let left = amount - floors.reduce((sum, { part }) => sum + part, 0)
  const largestFirst = floors.toSorted((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
  return new Map(
    largestFirst.map(({ id, part }) => {
      const extra = left > 0 ? 1 : 0
      left -= extra
      return [id, part + extra]
    }),
  )
}
