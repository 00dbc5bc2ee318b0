/** Days as `2025-03-01`, both ends included. */
export interface Period {
  readonly start: string
  readonly end: string
}

/** The period that a name states; `years` of them, where it states nothing but years. */
export interface NamedPeriod extends Period {
  readonly years?: number
}

const YEAR = '(20[0-9]{2})'
const MONTH = '(0[1-9]|1[0-2])'
const DAY = '(0[1-9]|[12][0-9]|3[01])'
const GAP = '[-_ ]?'
const DATE = `${YEAR}${GAP}${MONTH}${GAP}${DAY}`
const NO_DIGIT_BEFORE = '(?<![0-9])'
const NO_DIGIT_AFTER = '(?![0-9])'

const pattern = (body: string) => new RegExp(`${NO_DIGIT_BEFORE}${body}${NO_DIGIT_AFTER}`, 'i')

/** How file names state their period, the most exact first: `2025-03-01--2025-03-31`, `2025-T1`, `202503`, `2025-2026`, `2025`. */
const FORMS: readonly { form: RegExp; period: (parts: readonly string[]) => NamedPeriod | null }[] = [
  {
    form: pattern(`${DATE}(?:--|_|__| - |-|–|_till_|_to_|\\.\\.)${DATE}`),
    period: ([y1 = '', m1 = '', d1 = '', y2 = '', m2 = '', d2 = '']) =>
      range(`${y1}-${m1}-${d1}`, `${y2}-${m2}-${d2}`),
  },
  { form: pattern(DATE), period: ([y = '', m = '', d = '']) => range(`${y}-${m}-${d}`, `${y}-${m}-${d}`) },
  {
    form: pattern(`${YEAR}${GAP}${MONTH}(?:--|_till_|_to_|\\.\\.)${YEAR}${GAP}${MONTH}`),
    period: ([y1, m1, y2, m2]) => range(months(y1, Number(m1), 1).start, months(y2, Number(m2), 1).end),
  },
  {
    form: pattern(`${YEAR}${GAP}(?:T|tertial${GAP})([1-3])`),
    period: ([y, n]) => months(y, Number(n) * 4 - 3, 4),
  },
  {
    form: pattern(`${YEAR}${GAP}(?:Q|K|kvartal${GAP})([1-4])`),
    period: ([y, n]) => months(y, Number(n) * 3 - 2, 3),
  },
  {
    form: pattern(`${YEAR}${GAP}(?:H|halvår${GAP}|halvar${GAP})([12])`),
    period: ([y, n]) => months(y, Number(n) * 6 - 5, 6),
  },
  { form: pattern(`${YEAR}${GAP}${MONTH}`), period: ([y, m]) => months(y, Number(m), 1) },
  { form: pattern(`${YEAR}[-–_]${YEAR}`), period: ([first, last]) => years(first, Number(last)) },
  {
    // Only two years on end: `2025-26`.
    form: pattern(`${YEAR}[-–_]([0-9]{2})`),
    period: ([first, last]) =>
      (Number(first) + 1) % 100 === Number(last) ? years(first, Number(first) + 1) : null,
  },
  { form: pattern(YEAR), period: ([y]) => years(y, Number(y)) },
]

/** The period that a file's name states, or null. The folder's name is not looked at. */
export function periodInName(path: string): NamedPeriod | null {
  const name = path.normalize('NFC').split(/[\\/]/).at(-1) ?? ''
  for (const { form, period } of FORMS) {
    const found = form.exec(name)
    const read = found && period(found.slice(1))
    if (read) return read
  }
  return null
}

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

function years(first: string | undefined, last: number): NamedPeriod | null {
  const count = last - Number(first) + 1
  return count > 0 ? { ...months(first, 1, count * 12), years: count } : null
}

function months(year: string | undefined, first: number, count: number): Period {
  return {
    start: new Date(Date.UTC(Number(year), first - 1, 1)).toISOString().slice(0, 10),
    end: new Date(Date.UTC(Number(year), first - 1 + count, 0)).toISOString().slice(0, 10),
  }
}

/** The day that it is, `2025-03-01`, where the agreement is. */
export function dayIn(timeZone: string, now: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now)
}

/** Null where a day is not in the calendar, or the end is before the start. */
function range(start: string, end: string): Period | null {
  return isDay(start) && isDay(end) && start <= end ? { start, end } : null
}

function isDay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(day)
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
