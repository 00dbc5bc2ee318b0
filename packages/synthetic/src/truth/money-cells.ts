import type { Facts } from '../facts.ts'
import type { Cell } from './cell.ts'
import { count, quotient } from './cell.ts'
import type { Money } from './money.ts'
import { moneyIn } from './money.ts'
import { enrolledIn } from './outcomes.ts'
import { leftTo } from './people-cells.ts'
import type { Period } from './periods.ts'
import { hoursOf, participantsIn, sessionsIn, sumOf, visitsIn } from './visits.ts'

/** The figures in kronor. */
export function moneyCells(facts: Facts, period: Period): Cell[] {
  const money = moneyIn(facts, period)
  const place = { period_type: period.type, period: period.code }
  const whole = { ...place, breakdown: 'total' as const, category: '' }
  const amounts = {
    funding_awarded: money.awarded,
    funding_paid: money.paid,
    cost: money.cost,
    own_contribution: money.ownCash + money.effort,
  }
  const costs = [...money.costOf].map(([activity, amount]): Cell => ({
    ...place,
    indicator: 'cost',
    basis: '',
    breakdown: 'activity',
    category: activity,
    ...count(amount / 100),
  }))
  return [
    ...Object.entries(amounts).map(([indicator, amount]) => ({
      ...whole,
      indicator,
      basis: '',
      ...count(amount / 100),
    })),
    {
      ...whole,
      indicator: 'funding_share_paid',
      basis: '',
      ...quotient(money.paid / 100, money.awarded / 100),
    },
    ...costs,
    ...unitCosts(facts, period, money),
  ]
}

/** Unit costs on three bases in total; by activity on cost alone, since only cost is booked by activity. */
function unitCosts(facts: Facts, period: Period, money: Money): Cell[] {
  const bases = {
    municipality: money.paid,
    cost: money.cost,
    cost_with_own_contribution: money.cost + money.effort,
  }
  const leavers = (activity: string | null) =>
    enrolledIn(facts, period, activity).filter(({ isLeaver }) => isLeaver)
  const perUnit = (activity: string | null): [string, number][] => [
    ['cost_per_participant', participantsIn(facts, period, activity).length],
    ['cost_per_attendance', sumOf(visitsIn(facts, period, activity))],
    ['cost_per_hour', hoursOf(sessionsIn(facts, period, activity))],
    ['cost_per_outcome', leftTo('work', 'studies')(leavers(activity)).numerator ?? 0],
  ]
  const cells = (activity: string | null, basis: string, amount: number): Cell[] =>
    perUnit(activity)
      .filter(([, units]) => units > 0)
      .map(([indicator, units]) => ({
        indicator,
        basis,
        period_type: period.type,
        period: period.code,
        breakdown: activity === null ? 'total' : 'activity',
        category: activity ?? '',
        ...quotient(amount / 100, units),
      }))
  return [
    ...Object.entries(bases).flatMap(([basis, amount]) => cells(null, basis, amount)),
    ...[...money.costOf].flatMap(([activity, amount]) => cells(activity, 'cost', amount)),
  ]
}
