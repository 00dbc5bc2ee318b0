import { REASON_WORDS, STATUS_WORDS, WATERFALL_WORDS } from '@utfall/metrics'
import type { Explanation, Step } from '@utfall/metrics'
import { EXPLANATION } from '../messages/explanation.ts'
import type { Page } from './page.ts'

const REASONS = new Map(Object.entries(REASON_WORDS))

/** A figure from the people it looks at to its value, and then what it rests on. */
export function printExplanation(page: Page, explanation: Explanation): void {
  const { title, definition, definition_version, period, where, publication } = explanation
  const narrowed = Object.entries(where).map(([name, value]) => `${name}=${value}`)
  page.line(page.paint('bold', [page.say(title), period, ...narrowed].join(' · ')))
  page.line(page.say(definition))
  page.line(
    `${explanation.agreement} · ${explanation.indicator}, ${page.say(EXPLANATION.version(definition_version))}`,
  )
  page.line(page.say(EXPLANATION.span(explanation.period_start, explanation.period_end, explanation.as_of)))
  page.line(page.say(publication === null ? EXPLANATION.draft : EXPLANATION.published(publication)))
  page.line()
  printWaterfall(page, explanation)
  printFigures(page, explanation)
  page.line()
  page.table(
    EXPLANATION.deliveries,
    explanation.deliveries.map(({ file, source, rows, sha256 }) => [file, source, rows, sha256]),
  )
  if (explanation.members !== undefined) printMembers(page, explanation.members)
}

function printWaterfall(page: Page, { waterfall, value }: Explanation): void {
  if (waterfall.length === 0) return page.line(page.say(EXPLANATION.noPeople))
  page.table(
    EXPLANATION.waterfall,
    waterfall.map((step) => [stepWords(page, step), step.role === 'excluded' ? -step.count : step.count]),
  )
  page.line(`${page.say(EXPLANATION.value)}: ${value === null ? '–' : page.number(value)}`)
}

function stepWords(page: Page, { role, reason }: Step): string {
  const words = page.say(WATERFALL_WORDS[role])
  return reason === '' ? words : `${words}: ${reasonWords(page, reason)}`
}

/** An own indicator has reasons of its own: they are shown as they are. */
function reasonWords(page: Page, reason: string): string {
  const known = REASONS.get(reason)
  return known === undefined ? reason : page.say(known)
}

function printFigures(page: Page, { figures }: Explanation): void {
  if (figures.length === 0) return
  page.line()
  page.table(
    EXPLANATION.figures,
    figures.map(({ basis, numerator, denominator, value, unit, status }) => [
      basis,
      numerator,
      denominator,
      value,
      unit,
      page.say(STATUS_WORDS[status]),
    ]),
  )
}

function printMembers(page: Page, members: NonNullable<Explanation['members']>): void {
  page.line()
  page.table(
    EXPLANATION.members,
    members.map(({ person, role, reason }) => [person, role, reason === '' ? '' : reasonWords(page, reason)]),
  )
}
