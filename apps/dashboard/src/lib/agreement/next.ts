import type { PublishedAgreement } from '@utfall/contracts'
import type { Words } from '#lib/words/words.ts'

/** Something that is still ahead on the day that is given. */
export interface NextStep {
  readonly day: string
  readonly text: string
  readonly decisive: boolean
  readonly assumed: boolean
}

/** The day on which something is decided next; undefined where nothing is ahead. */
export const nextDecision = (steps: readonly NextStep[]): NextStep | undefined =>
  steps.find(({ decisive }) => decisive)

/** What lies ahead after `today`, in order: the calendar, the first day, the last day for notice, the end. */
export function nextSteps(agreement: PublishedAgreement, today: string, words: Words): NextStep[] {
  const { calendar, period } = agreement
  const { next } = words.say.agreementPage
  const step = (day: string, text: string, decisive = true) => ({
    day,
    text,
    decisive,
    assumed: period.assumed,
  })
  const inCalendar = calendar.some(({ date }) => date === period.notice_by)
  return [
    ...calendar.map(({ date, text, text_en, assumed }) => ({
      day: date,
      text: words.language === 'en' ? (text_en ?? text) : text,
      decisive: date === period.notice_by,
      assumed,
    })),
    ...(period.notice_by && !inCalendar ? [step(period.notice_by, next.notice)] : []),
    step(period.start, next.begin, false),
    step(period.end, next.end),
  ]
    .filter(({ day }) => day >= today)
    .toSorted((a, b) => a.day.localeCompare(b.day))
}
