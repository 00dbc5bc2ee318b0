import type { Figure } from '../publication.ts'
import type { Part, Relation } from '../puzzle.ts'
import { atMost, sumIs } from '../puzzle.ts'
import type { Entry, Sheet } from '../sheet.ts'

interface Linked {
  /** `sum`: parts of a period add up. `within`: whom a part counts the period counts. `covered`: whom the period counts some part counts. */
  readonly law: readonly ('sum' | 'within' | 'covered')[]
  readonly part: Part
}

const BY_INDICATOR: Readonly<Record<string, Linked>> = {
  unique_participants: { law: ['within', 'covered'], part: 'value' },
  enrolled_participants: { law: ['within', 'covered'], part: 'value' },
  leavers: { law: ['covered'], part: 'value' },
  new_participants: { law: ['sum'], part: 'value' },
  attendances: { law: ['sum'], part: 'value' },
  sessions: { law: ['sum'], part: 'value' },
  activity_hours: { law: ['sum'], part: 'value' },
}
/** Known at the end of each period: gender hardly changes, and age is that of the calendar year. */
const LASTING = new Set(['total', 'activity', 'gender', 'age_group'])

interface Span {
  readonly entry: Entry
  readonly type: string
  readonly start: string
  readonly end: string
}

/** How a year and its parts, agreement years and the agreement to date hang together. */
export function periodRelations(sheet: Sheet): Relation[] {
  const linked = sheet.entries.filter(
    ({ figure }) => figure.indicator in BY_INDICATOR && LASTING.has(figure.breakdown),
  )
  const series = Map.groupBy(linked, ({ figure }) =>
    [figure.indicator, figure.definition_version, figure.breakdown, figure.category].join('|'),
  )
  return [...series.values()].flatMap((entries) => {
    const spans = entries.map((entry) => spanOf(entry, sheet))
    return spans.flatMap((whole) => ofWhole(whole, spans))
  })
}

/** Whoever is new in the year may come to an activity long after the first visit: there the parts do not add up. */
function ruleOf({ indicator, breakdown }: Figure): Linked | undefined {
  if (indicator === 'new_participants' && breakdown === 'activity') return { law: ['within'], part: 'value' }
  return BY_INDICATOR[indicator]
}

function ofWhole(whole: Span, spans: readonly Span[]): Relation[] {
  const { figure } = whole.entry
  const rule = ruleOf(figure)
  const key = rule && whole.entry.parts.get(rule.part)
  if (rule === undefined || key === undefined) return []
  const inside = spans.filter(
    (span) =>
      span.type !== whole.type &&
      span.start >= whole.start &&
      span.end <= whole.end &&
      (figure.breakdown !== 'age_group' || sameYear(span, whole)),
  )
  const within = inside.map((span) => span.entry.parts.get(rule.part)).filter((part) => part !== undefined)
  const relations = rule.law.includes('within')
    ? within.map((part) => atMost('people_of_periods', [part], [key]))
    : []
  for (const parts of Map.groupBy(inside, ({ type }) => type).values()) {
    if (!tiles(parts, whole)) continue
    const keys = parts.map((span) => span.entry.parts.get(rule.part)).filter((part) => part !== undefined)
    if (rule.law.includes('covered')) relations.push(atMost('people_of_periods', [key], keys))
    if (rule.law.includes('sum')) relations.push(sumIs('sum_of_periods', keys, key))
  }
  return relations
}

/** Cut to the days of the agreement and of the publication, but for engagements, which may begin before. */
function spanOf(entry: Entry, { terms, publication }: Sheet): Span {
  const { period_type: type, period_start: start, period_end: end, indicator }: Figure = entry.figure
  const first = terms.period.start
  return {
    entry,
    type,
    start: indicator === 'enrolled_participants' || start > first ? start : first,
    end: [end, terms.period.end, publication.asOf].toSorted()[0] ?? end,
  }
}

function tiles(parts: readonly Span[], whole: Span): boolean {
  const inOrder = parts.toSorted((a, b) => (a.start < b.start ? -1 : 1))
  return (
    inOrder[0]?.start === whole.start &&
    inOrder.at(-1)?.end === whole.end &&
    inOrder.every((part, at) => at === 0 || part.start === dayAfter(inOrder[at - 1]?.end ?? ''))
  )
}

function dayAfter(date: string): string {
  const day = new Date(`${date}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() + 1)
  return day.toISOString().slice(0, 10)
}

const sameYear = (one: Span, other: Span): boolean =>
  one.end.slice(0, 4) === other.end.slice(0, 4) && one.start.slice(0, 4) === other.start.slice(0, 4)
