import type { Part, Relation } from '../puzzle.ts'
import { atMost, sumIs } from '../puzzle.ts'
import type { Entry, Sheet } from '../sheet.ts'
import { seriesOf } from '../epochs.ts'

/** Attributes that each person has exactly one of, `unknown` included. */
const ATTRIBUTES = ['gender', 'age_group', 'district']
const CROSSED = 'gender*age_group'

/** Whoever these count in an activity they count in the agreement, and the other way round. */
const FOLLOWS_PARTICIPATION = new Set([
  'unique_participants',
  'new_participants',
  'association_participants',
  'share_association_active',
  'share_newly_association_active',
  'culture_leisure_participants',
])
/** Whoever these count in an activity they count in the agreement; some belong to no activity. */
const PART_OF_AGREEMENT = new Set(['enrolled_participants'])
const EVENTS = new Set(['attendances', 'sessions', 'activity_hours'])

/** How the categories of each figure hang together with its total. */
export function breakdownRelations({ entries }: Sheet): Relation[] {
  return [...Map.groupBy(entries, ({ figure }) => seriesOf(figure)).values()].flatMap((series) => {
    const total = series.find(({ figure }) => figure.breakdown === 'total')
    if (total === undefined) return crossed(series)
    return [...total.parts.keys()].flatMap((part) => ofTotal(series, total, part)).concat(crossed(series))
  })
}

function ofTotal(series: readonly Entry[], total: Entry, part: Part): Relation[] {
  const whole = total.parts.get(part)
  if (whole === undefined || total.book.counts === 'kronor') return []
  const attributes = ATTRIBUTES.flatMap((breakdown) => {
    const parts = partsIn(series, breakdown, part)
    return isWhole(parts) ? [sumIs('parts_of_breakdown', parts, whole)] : []
  })
  const activities = partsIn(series, 'activity', part)
  return isWhole(activities)
    ? [...attributes, ...ofActivities(total.figure.indicator, activities, whole)]
    : attributes
}

function ofActivities(indicator: string, activities: string[], whole: string): Relation[] {
  if (EVENTS.has(indicator)) return [sumIs('parts_of_breakdown', activities, whole)]
  const within = activities.map((activity) => atMost('people_of_activities', [activity], [whole]))
  if (PART_OF_AGREEMENT.has(indicator)) return within
  if (FOLLOWS_PARTICIPATION.has(indicator))
    return [...within, atMost('people_of_activities', [whole], activities)]
  return []
}

/** Gender by age adds up to either. */
function crossed(series: readonly Entry[]): Relation[] {
  const pairs = series.filter(({ figure }) => figure.breakdown === CROSSED)
  return ['gender', 'age_group'].flatMap((breakdown, at) =>
    series
      .filter(({ figure }) => figure.breakdown === breakdown)
      .flatMap(({ figure, parts }) =>
        [...parts].flatMap(([part, whole]) => {
          const cells = pairs
            .filter((pair) => pair.figure.category.split('*')[at] === figure.category)
            .map((pair) => pair.parts.get(part))
          return isWhole(cells) ? [sumIs('crossed_breakdown', cells, whole)] : []
        }),
      ),
  )
}

function partsIn(series: readonly Entry[], breakdown: string, part: Part): (string | undefined)[] {
  return series.filter(({ figure }) => figure.breakdown === breakdown).map(({ parts }) => parts.get(part))
}

function isWhole(parts: (string | undefined)[]): parts is string[] {
  return parts.length > 0 && parts.every((part) => part !== undefined)
}
