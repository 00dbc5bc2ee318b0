import type { Facts } from '../facts.ts'
import type { Cell } from './cell.ts'
import { cellsOf, count, quotient } from './cell.ts'
import type { Period } from './periods.ts'
import type { Session, Visit } from './visits.ts'
import { hoursOf, sessionsIn, sumOf, visitsIn } from './visits.ts'

/** The figures that count attendances and sessions. */
export function eventCells(facts: Facts, period: Period): Cell[] {
  const activities = facts.agreement.activities.map(({ id }) => id)
  const visits = (activity: string | null) => visitsIn(facts, period, activity)
  const sessions = (activity: string | null) => sessionsIn(facts, period, activity)
  const both = (activity: string | null): (Visit | Session)[] => [...visits(activity), ...sessions(activity)]
  return [
    ...cellsOf(period, 'attendances', visits, (units) => count(sumOf(units)), {
      activities,
      attributes: (visit) => visit.attributes,
    }),
    ...cellsOf(period, 'sessions', sessions, (units) => count(units.length), { activities }),
    ...cellsOf(period, 'activity_hours', sessions, (units) => count(hoursOf(units)), { activities }),
    ...cellsOf(
      period,
      'visits_per_open_day',
      both,
      (units) => {
        const days = new Set(units.flatMap((unit) => (isVisit(unit) ? [] : [unit.date])))
        return quotient(sumOf(units.filter(isVisit)), days.size)
      },
      { activities },
    ),
    ...cellsOf(
      period,
      'anonymous_share',
      visits,
      (units) => quotient(sumOf(units.filter(({ isAnonymous }) => isAnonymous)), sumOf(units)),
      { activities },
    ),
  ]
}

const isVisit = (unit: Visit | Session): unit is Visit => 'many' in unit
