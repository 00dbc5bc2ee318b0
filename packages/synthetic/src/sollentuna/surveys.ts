import type { Day } from '../days.ts'
import { addDays } from '../days.ts'
import type { EngagementFact, SurveyFact } from '../facts.ts'
import type { Random } from '../random.ts'
import type { Course } from './courses.ts'
import { AS_OF } from './opening.ts'

const ITEMS = 10

/** Self-efficacy (S-GSE: ten answers of 1–4) at the start and end of courses, and of some stays in guidance. */
export function surveysOf(
  random: Random,
  courses: readonly Course[],
  engagements: readonly EngagementFact[],
): SurveyFact[] {
  const inCourses = courses.flatMap(({ meetings, members }) =>
    members.flatMap(({ person, stays }) => {
      const [start] = meetings
      const end = stays === meetings.length ? meetings.at(-1) : undefined
      return start === undefined ? [] : answers(random, person.id, start, end ?? null, 0.92)
    }),
  )
  const already = new Set(inCourses.map(({ person }) => person))
  const inGuidance = engagements
    .filter(({ activity, person }) => activity === 'karriarvagledning' && !already.has(person))
    .flatMap(({ person, start, end }) => (random.chance(0.3) ? answers(random, person, start, end, 0.7) : []))
  return [...inCourses, ...inGuidance]
    .filter(({ date }) => date <= AS_OF)
    .toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
}

/** A person's answers: a level of their own, a little higher at the end than at the start. */
function answers(
  random: Random,
  person: string,
  start: Day,
  end: Day | null,
  response: number,
): SurveyFact[] {
  const level = random.normal(2.65, 0.38)
  const change = random.normal(0.24, 0.26)
  const surveys: SurveyFact[] = []
  if (random.chance(response)) surveys.push(answered(random, person, start, 'start', level))
  if (end !== null && random.chance(response)) {
    surveys.push(answered(random, person, end, 'end', level + change))
    if (random.chance(0.2)) {
      surveys.push(answered(random, person, addDays(end, 90), 'followup', level + change * 0.8))
    }
  }
  return surveys
}

function answered(
  random: Random,
  person: string,
  date: Day,
  stage: SurveyFact['stage'],
  level: number,
): SurveyFact {
  const leftOut = random.chance(0.03) ? random.int(0, ITEMS - 1) : -1
  const items = Array.from({ length: ITEMS }, (_, index) => {
    const answer = Math.min(4, Math.max(1, Math.round(random.normal(level, 0.55))))
    return index === leftOut ? null : answer
  })
  const total = items.reduce<number | null>(
    (sum, item) => (sum === null || item === null ? null : sum + item),
    0,
  )
  const onlySum = total !== null && date < '2025-07-01'
  return { person, date, stage, items: onlySum ? [] : items, total }
}
