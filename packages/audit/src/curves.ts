import { leak } from './leaks.ts'
import { termsOf } from './publication.ts'
import type { CurvePoint, Publication } from './publication.ts'
import type { Leak } from './report.ts'

/** A time at which a curve is known: how many are still followed, and how many of a hundred had no event. */
interface Known {
  readonly atRisk: number
  readonly without: number
  readonly month: number
}

/**
 * Few for certain who were lost from sight between two points of a curve. Each event adds to the incidence what is left without
 * one over those at risk, and that weight never falls: it is the same after an event, and greater after a loss
 * (Aalen and Johansen 1978). So the rise of each cause tells how many events it had, and who is no longer at
 * risk without one was lost. Events on the very day of a point, which one in hundreds is, are left out of account.
 */
export function fewLost(publication: Publication): Leak[] {
  const curves = Map.groupBy(publication.curves, (point) =>
    [point.agreement, point.indicator, point.period_type, point.period].join('|'),
  )
  return [...curves].flatMap(([curve, points]) => {
    const [first] = points
    const terms = termsOf(publication, first?.agreement)
    const followed = first === undefined ? null : followedIn(publication, first)
    if (terms === undefined || followed === null) return []
    const { threshold } = terms.disclosure
    const months = [...Map.groupBy(points, ({ month }) => month)].toSorted(([a], [b]) => a - b)
    let before: Known = { atRisk: followed, without: 1, month: 0 }
    let rise = new Map<string, number>()
    return months.flatMap(([month, causes]) => {
      const now = known(month, causes)
      if (now === null) return []
      const { least, most } = lostBetween(before, now, causes, rise)
      before = now
      rise = new Map(causes.map(({ cause, value }) => [cause, value ?? 0]))
      return most > 0 && most < threshold
        ? [leak('few_lost_from_sight', publication, `${curve}|${month}`, `${least}–${most}`)]
        : []
    })
  })
}

/** How many the curve begins with, as `results` shows it. */
function followedIn(publication: Publication, point: CurvePoint): number | null {
  const figure = publication.results.find(
    (row) =>
      row.agreement === point.agreement &&
      row.indicator === point.indicator &&
      row.period_type === point.period_type &&
      row.period === point.period &&
      row.breakdown === 'total',
  )
  return figure?.denominator ?? null
}

function known(month: number, causes: readonly CurvePoint[]): Known | null {
  const [{ at_risk: atRisk } = { at_risk: null }] = causes
  const values = causes.flatMap(({ value }) => (value === null ? [] : [value]))
  if (atRisk === null || values.length < causes.length) return null
  return { atRisk, month, without: 1 - values.reduce((sum, value) => sum + value, 0) }
}

function lostBetween(
  before: Known,
  now: Known,
  causes: readonly CurvePoint[],
  rise: ReadonlyMap<string, number>,
): { least: number; most: number } {
  const gone = before.atRisk - now.atRisk
  const [light, heavy] = [before.without / before.atRisk, now.without / now.atRisk]
  const rises = causes.map(({ cause, value }) => (value ?? 0) - (rise.get(cause) ?? 0))
  const events = (weight: number, rounded: (value: number) => number) =>
    rises.reduce((sum, each) => sum + rounded(each / weight), 0)
  return {
    least: Math.max(0, gone - events(light, (value) => Math.floor(value + SLACK))),
    most: gone - events(heavy, (value) => Math.ceil(value - SLACK)),
  }
}

const SLACK = 1e-6
