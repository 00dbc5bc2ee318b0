import { addDays, addMonths } from '../days.ts'
import type { Day } from '../days.ts'
import type { EngagementFact, Facts } from '../facts.ts'
import type { Period } from './periods.ts'

/**
 * Stays as they stood on a day: an end to come is not known yet. One in an activity that begins during one in the
 * agreement is a part of that: it ends with it at the latest, and is none of the agreement as a whole (null). All others are.
 */
export function staysIn(facts: Facts, activity: string | null, asOf: Day): EngagementFact[] {
  const stays = facts.engagements
    .filter((stay) => stay.start <= asOf)
    .map((stay) => (stay.end !== null && stay.end > asOf ? { ...stay, end: null, reason: null } : stay))
  const wholes = Map.groupBy(
    stays.filter((stay) => stay.activity === null),
    ({ person }) => person,
  )
  const wholeOf = (part: EngagementFact) =>
    wholes
      .get(part.person)
      ?.filter(
        ({ start, end }) => part.start >= start && (end === null || part.start < end || part.start === start),
      )
      .reduce<EngagementFact | undefined>(
        (a, b) => (a === undefined || endOf(b) > endOf(a) ? b : a),
        undefined,
      )
  if (activity === null) return stays.filter((stay) => stay.activity === null || wholeOf(stay) === undefined)
  return stays
    .filter((stay) => stay.activity === activity)
    .map((stay) => {
      const whole = wholeOf(stay)
      return whole !== undefined && endOf(whole) < endOf(stay)
        ? { ...stay, end: whole.end, reason: whole.reason }
        : stay
    })
}

const endOf = ({ end }: EngagementFact): Day => end ?? '9999-12-31'

/** Someone who is due to be asked in a period, some months after the last exit. */
export interface Followed {
  readonly person: string
  readonly reason: string
  /** What was noted nearest the day, within the agreement's days for answers; null: nothing. */
  readonly occupation: string | null
}

/** Those whose day of follow-up lies in the period and has come. */
export function followedIn(
  facts: Facts,
  period: Period,
  activity: string | null,
  { months, asOf }: { readonly months: number; readonly asOf: Day },
): Followed[] {
  const { window_days: window } = facts.agreement.followup
  const stays = staysIn(facts, activity, asOf)
  const exits = stays.flatMap((stay) => {
    const { person, end, reason } = stay
    if (end === null || stays.some((other) => other.person === person && runsOver(other, end))) return []
    const due = addMonths(end, months)
    const isDue = due >= period.start && due <= period.end && due <= asOf
    return isDue ? [{ person, end, due, reason: reason ?? 'unknown' }] : []
  })
  return [...Map.groupBy(exits, ({ person }) => person).values()].map((own) => {
    const last = own.reduce((a, b) => (a.due > b.due ? a : b))
    return {
      person: last.person,
      reason: last.reason,
      occupation: occupationAround(facts, last, window, asOf),
    }
  })
}

function runsOver(other: EngagementFact, end: Day): boolean {
  return other.start <= end && (other.end === null || other.end > end)
}

function occupationAround(
  facts: Facts,
  { person, end, due }: { readonly person: string; readonly end: Day; readonly due: Day },
  window: number,
  asOf: Day,
): string | null {
  const near = facts.statuses
    .filter(
      (status) =>
        status.person === person && isOccupation(status) && status.date > end && status.date <= asOf,
    )
    .filter(({ date }) => date >= addDays(due, -window) && date <= addDays(due, window))
  const distance = ({ date }: { date: Day }) => Math.abs(Date.parse(date) - Date.parse(due))
  const [nearest] = near.toSorted((a, b) => distance(a) - distance(b) || (a.date > b.date ? -1 : 1))
  return nearest?.value ?? null
}

/** Whether it tells an occupation at all. */
export const isOccupation = ({ domain, value }: { domain: string; value: string }): boolean =>
  domain === 'occupation' && value !== 'unknown' && value !== 'declined'
