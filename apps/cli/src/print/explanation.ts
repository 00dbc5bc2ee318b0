import { BASIS_WORDS, REASON_WORDS, STATUS_WORDS, UNIT_WORDS, WATERFALL_WORDS } from '@utfall/metrics'
import type { Explanation, Step } from '@utfall/metrics'
import { EXPLANATION } from '../messages/explanation.ts'
import type { Page } from './page.ts'

const REASONS = new Map(Object.entries(REASON_WORDS))
const BASES = new Map(Object.entries(BASIS_WORDS))

/** A figure from the people it looks at to its value, and then what it rests on. */
export function printExplanation(page: Page, explanation: Explanation): void {
  const { title, definition, definition_version, definition_versions, period, where, publication } =
    explanation
  const narrowed = Object.entries(where).map(([name, value]) => `${name}=${value}`)
  page.line(page.paint('bold', [page.say(title), period, ...narrowed].join(' · ')))
  page.line(page.say(definition))
  printWords(page, explanation)
  page.line(
    `${explanation.agreement} · ${explanation.indicator}, ${page.say(EXPLANATION.version(definition_version))}`,
  )
  const others = definition_versions.filter((version) => version !== definition_version)
  if (others.length > 0) page.line(page.say(EXPLANATION.otherVersions(others)))
  page.line(page.say(EXPLANATION.span(explanation.period_start, explanation.period_end, explanation.as_of)))
  page.line(page.say(publication === null ? EXPLANATION.draft : EXPLANATION.published(publication)))
  page.line()
  printWaterfall(page, explanation)
  printFigures(page, explanation)
  page.line()
  printDeliveries(page, explanation)
  if (explanation.members !== undefined) printMembers(page, explanation.members)
}

function printDeliveries(page: Page, { deliveries }: Explanation): void {
  if (deliveries.length === 0) {
    page.line(page.say(EXPLANATION.noDeliveries))
    return
  }
  page.table(
    EXPLANATION.deliveries,
    deliveries.map(({ file, source, rows = '..', sha256 = '..' }) => [file, source, rows, sha256]),
  )
}

const WORDS = ['numerator', 'denominator', 'excluded', 'placed_by', 'limitation'] as const

function printWords(page: Page, explanation: Explanation): void {
  const said = WORDS.flatMap((part) => {
    const words = explanation[part]
    return words === undefined ? [] : [[EXPLANATION.words[part], page.say(words)] as const]
  })
  const decided = Object.entries(explanation.parameters).map(
    ([name, value]) => `${name} = ${JSON.stringify(value)}`,
  )
  if (decided.length > 0) said.push([EXPLANATION.words.parameters, decided.join(', ')])
  for (const [name, words] of said) page.line(`  ${page.paint('dim', `${page.say(name)}:`)} ${words}`)
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

/** As published: a figure on several bases of cost has a row for each. */
function printFigures(page: Page, { figures }: Explanation): void {
  if (figures.length === 0) return
  const hasBasis = figures.some(({ basis }) => basis !== '')
  const span = (low: number | null, high: number | null) =>
    low === null || high === null ? '' : `${page.number(low)} – ${page.number(high)}`
  page.line()
  page.table(
    [...(hasBasis ? [EXPLANATION.basis] : []), ...EXPLANATION.figures],
    figures.map((row) => [
      ...(hasBasis ? [basisWords(page, row.basis)] : []),
      row.numerator,
      row.denominator,
      row.value,
      page.say(UNIT_WORDS[row.unit]),
      span(row.ci_low, row.ci_high),
      span(row.lower_bound, row.upper_bound),
      page.say(STATUS_WORDS[row.status]),
    ]),
  )
}

function basisWords(page: Page, basis: string): string {
  const known = BASES.get(basis)
  return known === undefined ? basis : page.say(known)
}

function printMembers(page: Page, members: NonNullable<Explanation['members']>): void {
  page.line()
  page.table(
    EXPLANATION.members,
    members.map(({ person, role, reason }) => [person, role, reason === '' ? '' : reasonWords(page, reason)]),
  )
}
