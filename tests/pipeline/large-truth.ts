import { AS_OF, FIRST, SHARES, addDays, addMonths, heads, money, people } from './large-world.ts'
import type { Person, Stay } from './large-world.ts'

/** A figure of the large agreement, told from its people alone. Shares have both their parts. */
export interface TrueFigure {
  readonly value: number | null
  readonly numerator?: number
  readonly denominator?: number
  readonly unknown?: number
}

interface Span {
  readonly period_type: string
  readonly period: string
  readonly from: string
  readonly to: string
}

const SPANS: readonly Span[] = [
  ...['2023', '2024'].flatMap((year) => [
    { period_type: 'year', period: year, from: `${year}-01-01`, to: `${year}-12-31` },
    { period_type: 'tertial', period: `${year}-T1`, from: `${year}-01-01`, to: `${year}-04-30` },
    { period_type: 'tertial', period: `${year}-T2`, from: `${year}-05-01`, to: `${year}-08-31` },
    { period_type: 'tertial', period: `${year}-T3`, from: `${year}-09-01`, to: `${year}-12-31` },
  ]),
  { period_type: 'agreement_year', period: '1', from: FIRST, to: '2024-02-29' },
  { period_type: 'agreement_year', period: '2', from: '2024-03-01', to: AS_OF },
  { period_type: 'agreement', period: 'all', from: FIRST, to: AS_OF },
]

const number = (value: number): TrueFigure => ({ value })
const inside = (date: string, { from, to }: Span) => date >= from && date <= to
const share = (numerator: number, denominator: number, unknown = 0): TrueFigure => ({
  value: denominator === 0 ? null : numerator / denominator,
  numerator,
  denominator,
  unknown,
})

const visitsOf = (person: Person, span: Span, activity?: string) =>
  person.visits.filter((visit) => inside(visit.date, span) && (activity ?? visit.activity) === visit.activity)

/** The house counts once a day, the course every visit. */
function attendances(those: readonly Person[], span: Span, activity?: string): number {
  return those.reduce((sum, person) => {
    const visits = visitsOf(person, span, activity)
    const days = new Set(visits.filter((visit) => visit.activity === 'hus').map(({ date }) => date))
    return sum + days.size + visits.filter((visit) => visit.activity === 'kurs').length
  }, 0)
}

/** The last stay that touches the span, and whether it is open when the span ends. */
function lastStay(
  { stays }: Person,
  span: Span,
): { readonly stay: Stay; readonly open: boolean } | undefined {
  const touching = stays.filter(({ start, end }) => start <= span.to && (end ?? AS_OF) >= span.from)
  const stay = touching.toSorted((a, b) => ((a.end ?? '9') > (b.end ?? '9') ? 1 : -1)).at(-1)
  return stay && { stay, open: touching.some(({ end }) => end === null || end > span.to) }
}

const left = (those: readonly Person[], span: Span): Stay[] =>
  those.flatMap((person) => {
    const last = lastStay(person, span)
    return last && !last.open ? [last.stay] : []
  })

const went = (stays: readonly Stay[], ...reasons: readonly string[]) =>
  share(
    stays.filter(({ reason }) => reasons.includes(reason)).length,
    stays.length,
    stays.filter(({ reason }) => reason === 'unknown').length,
  )

/** Reason for leaving, and what was answered nearest the day, of everyone whose day of follow-up is in the span. */
function followed(those: readonly Person[], span: Span, months: number) {
  return those.flatMap(({ stays, statuses }) => {
    const [stay] = stays
    if (!stay?.end) return []
    const due = addMonths(stay.end, months)
    if (!inside(due, span)) return []
    const near = statuses.find(
      ({ date, value }) => date >= addDays(due, -30) && date <= addDays(due, 30) && value !== 'unknown',
    )
    return [
      {
        reason: stay.reason,
        works: near ? near.value.includes('work') || near.value === 'studies' : null,
      },
    ]
  })
}

function changes(those: readonly Person[], span: Span): number[] {
  return those.flatMap(({ answers: [start, end] }) =>
    start && end && inside(end.date, span) ? [end.total - start.total] : [],
  )
}

function median(days: readonly number[]): TrueFigure {
  const sorted = days.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return { value: low === undefined || high === undefined ? null : (low + high) / 2 }
}

const daysFrom = (start: string, end: string) => (Date.parse(end) - Date.parse(start)) / 86_400_000

/** Everything that is counted of some people in a span. */
function ofPeople(those: readonly Person[], span: Span): Record<string, TrueFigure> {
  const came = those.filter((person) => visitsOf(person, span).length > 0)
  const enrolled = those.flatMap((person) => lastStay(person, span) ?? [])
  const stays = left(those, span)
  const active = came.filter(({ member }) => member && member.from <= span.to && member.until >= span.from)
  const change = changes(those, span)
  const jobless = stays.filter(({ occupation }) => occupation === 'unemployed' || occupation === 'neither')
  const due = { 3: followed(those, span, 3), 6: followed(those, span, 6) }
  const inWork = (asked: (typeof due)[3]) =>
    share(
      asked.filter(({ works }) => works === true).length,
      asked.length,
      asked.filter(({ works }) => works === null).length,
    )
  return {
    unique_participants: number(came.length),
    new_participants: number(came.filter(({ visits: [first] }) => first && inside(first.date, span)).length),
    enrolled_participants: number(enrolled.length),
    leavers: number(stays.length),
    stayers: number(enrolled.length - stays.length),
    association_participants: number(active.length),
    share_to_work_or_studies: went(stays, 'work', 'studies'),
    share_to_work: went(stays, 'work'),
    share_to_studies: went(stays, 'studies'),
    share_from_none_to_work_or_studies: went(jobless, 'work', 'studies'),
    share_in_work_or_studies_3m: inWork(due[3]),
    share_in_work_or_studies_6m: inWork(due[6]),
    share_sustained_6m: {
      ...share(
        due[6].filter(({ reason, works }) => works === true && (reason === 'work' || reason === 'studies'))
          .length,
        due[6].length,
      ),
      unknown: due[6].filter(
        ({ reason, works }) =>
          (reason === 'unknown' && works !== false) ||
          ((reason === 'work' || reason === 'studies') && works === null),
      ).length,
    },
    self_efficacy_change: {
      value: change.length === 0 ? null : change.reduce((sum, each) => sum + each, 0) / change.length,
      denominator: change.length,
    },
    share_self_efficacy_improved: share(change.filter((each) => each > 0).length, change.length),
    median_days_leavers: median(stays.map(({ start, end }) => daysFrom(start, end ?? start))),
    median_days_stayers: median(
      enrolled.filter(({ open }) => open).map(({ stay }) => daysFrom(stay.start, span.to) + 1),
    ),
  }
}

/** Age at the end of the calendar year. */
function ageGroup({ birthYear }: Person, { to }: Span): string {
  const age = Number(to.slice(0, 4)) - birthYear
  const groups = [
    [12, '0–12'],
    [15, '13–15'],
    [19, '16–19'],
    [24, '20–24'],
    [29, '25–29'],
  ] as const
  return groups.find(([oldest]) => age <= oldest)?.[1] ?? '30–64'
}

/** Öre of each activity; what is shared is cut so that the parts are whole and the larger has what is left. */
function moneyIn(span: Span) {
  const months = money.filter(({ date }) => inside(date, span))
  const sum = (of: (month: (typeof money)[number]) => number) =>
    months.reduce((all, each) => all + of(each), 0)
  const shared = sum(({ spent }) => spent[''])
  const smaller = Math.floor((shared * SHARES.kurs) / (SHARES.hus + SHARES.kurs))
  const hus = sum(({ spent }) => spent.hus) + shared - smaller
  const kurs = sum(({ spent }) => spent.kurs) + smaller
  return { paid: sum(({ paid }) => paid), hus, kurs }
}

/** Every figure that is told, by indicator, period, breakdown and category. */
export function largeTruth(): Map<string, TrueFigure> {
  const truth = new Map<string, TrueFigure>()
  for (const span of SPANS) {
    const put = (indicator: string, breakdown: string, category: string, figure: TrueFigure) =>
      truth.set([indicator, span.period_type, span.period, breakdown, category].join(' '), figure)
    const groups = {
      gender: Map.groupBy(people, ({ gender }) => gender),
      district: Map.groupBy(people, ({ district }) => district),
      age_group: Map.groupBy(people, (person) => ageGroup(person, span)),
    }
    for (const [indicator, figure] of Object.entries(ofPeople(people, span)))
      put(indicator, 'total', '', figure)
    for (const [breakdown, parts] of Object.entries(groups)) {
      for (const [category, those] of parts) {
        for (const [indicator, figure] of Object.entries(ofPeople(those, span)))
          put(indicator, breakdown, category, figure)
      }
    }
    const counted = heads.filter(({ date }) => inside(date, span)).reduce((sum, { count }) => sum + count, 0)
    const named = attendances(people, span)
    put('attendances', 'total', '', { value: named + counted })
    put('anonymous_share', 'total', '', share(counted, named + counted))
    for (const activity of ['hus', 'kurs']) {
      put('attendances', 'activity', activity, { value: attendances(people, span, activity) })
      put('unique_participants', 'activity', activity, {
        value: people.filter((person) => visitsOf(person, span, activity).length > 0).length,
      })
      const held = new Set(
        people.flatMap((person) => visitsOf(person, span, activity).map(({ date, time }) => date + time)),
      )
      put('sessions', 'activity', activity, { value: held.size })
      put('activity_hours', 'activity', activity, { value: held.size })
    }
    const { paid, hus, kurs } = moneyIn(span)
    put('funding_paid', 'total', '', { value: paid / 100 })
    put('cost', 'total', '', { value: (hus + kurs) / 100 })
    put('cost', 'activity', 'hus', { value: hus / 100 })
    put('cost', 'activity', 'kurs', { value: kurs / 100 })
  }
  return truth
}
