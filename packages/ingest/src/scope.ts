import { periodInName } from './period-in-name.ts'
import type { NamedPeriod, Period } from './period-in-name.ts'

/**
 * The period of a file that says which fiscal year it is about: that year, where the file's name states the same years
 * and nothing more exact.
 */
export function inFiscalYear(named: NamedPeriod | null, fiscalYear: Period | undefined): NamedPeriod | null {
  if (named?.years === undefined || fiscalYear === undefined) return named
  const same = (['start', 'end'] as const).every((day) => yearOf(named[day]) === yearOf(fiscalYear[day]))
  return same ? fiscalYear : named
}

const yearOf = (day: string) => day.slice(0, 4)

/** The day that it is, `2025-03-01`, where the agreement is. */
export function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now)
}

/**
 * The order in which files are ingested: those without a period first, then by the end of their period, a wider
 * period after the narrower that end with it, then by name, so that `2025-03-rattad` follows `2025-03`.
 */
function byPeriodThenName(a: string, b: string): number {
  const [first, second] = [periodInName(a), periodInName(b)]
  return (
    compare(first?.end ?? '', second?.end ?? '') ||
    compare(second?.start ?? '', first?.start ?? '') ||
    compare(withoutExtension(a), withoutExtension(b)) ||
    compare(a, b)
  )
}

/**
 * Files in the order that they are ingested in. A file for a part of another's period comes before it, unless it was
 * written on a later day (`writtenOn`, ISO): then it is taken as a correction, as when it arrived.
 */
export function inOrder(paths: readonly string[], writtenOn: (path: string) => string): string[] {
  const order = paths
    .toSorted(byPeriodThenName)
    .map((path) => ({ path, day: writtenOn(path), period: periodInName(path) }))
  for (const part of order.toSorted((a, b) => compare(a.day, b.day))) {
    const at = order.indexOf(part)
    const after = order.findLastIndex((whole) => whole.day < part.day && isPartOf(part.period, whole.period))
    if (after > at) {
      order.splice(at, 1)
      order.splice(after, 0, part)
    }
  }
  return order.map(({ path }) => path)
}

/** Whether a period lies within another, and is shorter. */
function isPartOf(part: Period | null, whole: Period | null): boolean {
  if (part === null || whole === null) return false
  const same = part.start === whole.start && part.end === whole.end
  return !same && whole.start <= part.start && part.end <= whole.end
}

const withoutExtension = (path: string) => path.replace(/\.[^./]*$/, '')
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
