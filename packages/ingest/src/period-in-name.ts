import { MONTH_NAME, monthNamed } from './month-names.ts'

/** Days as `2025-03-01`, both ends included. */
export interface Period {
  readonly start: string
  readonly end: string
}

/** The period that a name states. */
export interface NamedPeriod extends Period {
  /** How many years it is, where the name states nothing but years. */
  readonly years?: number
  /** The name speaks of a part of the year that it does not place: a week, a term. */
  readonly part?: boolean
}

const YEAR = '(20[0-9]{2})'
const MONTH = '(0[1-9]|1[0-2])'
const DAY = '(0[1-9]|[12][0-9]|3[01])'
const GAP = '[-_ ]?'
const DATE = `${YEAR}${GAP}${MONTH}${GAP}${DAY}`
const NO_DIGIT_BEFORE = '(?<![0-9])'
const NO_DIGIT_AFTER = '(?![0-9])'

const pattern = (body: string) => new RegExp(`${NO_DIGIT_BEFORE}${body}${NO_DIGIT_AFTER}`, 'iu')

const SPACE = '[-_ .]{0,3}'
const TO = '(?:[-_ ]|--| - |–| – |_till_| till |_to_| to )'
/** What a part of a year goes by. Of `v` two digits, since `v2` is a version. */
const SOME_PART = new RegExp(
  `${MONTH_NAME}|(?:vecka|week|tertial|kvartal|halvår|halvar)${SPACE}[0-9]|(?<!\\p{L})(?:vår(?:en|termin\\p{L}*)?|(?:höst|sommar|vinter)\\p{L}*)(?!\\p{L})|(?<!\\p{L})(?:[vw]${SPACE}[0-9]{2}(?![0-9])|[vh]t(?!\\p{L}))`,
  'iu',
)

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
  {
    form: pattern(`(?<!\\p{L})(?:T|tertial)${GAP}([1-3])${SPACE}${YEAR}`),
    period: ([n, y]) => months(y, Number(n) * 4 - 3, 4),
  },
  {
    form: pattern(`(?<!\\p{L})(?:Q|kvartal)${GAP}([1-4])${SPACE}${YEAR}`),
    period: ([n, y]) => months(y, Number(n) * 3 - 2, 3),
  },
  {
    form: pattern(`(?<!\\p{L})(?:H|halvår|halvar)${GAP}([12])${SPACE}${YEAR}`),
    period: ([n, y]) => months(y, Number(n) * 6 - 5, 6),
  },
  { form: pattern(`${YEAR}${GAP}${MONTH}`), period: ([y, m]) => months(y, Number(m), 1) },
  {
    form: pattern(`(${MONTH_NAME})${SPACE}${YEAR}${TO}(${MONTH_NAME})${SPACE}${YEAR}`),
    period: ([m1, y1, m2, y2]) => namedMonths(y1, m1, y2, m2),
  },
  {
    form: pattern(`(${MONTH_NAME})${TO}(${MONTH_NAME})${SPACE}${YEAR}`),
    period: ([m1, m2, y]) => namedMonths(y, m1, y, m2),
  },
  {
    form: pattern(`${YEAR}${SPACE}(${MONTH_NAME})(?:${TO}(${MONTH_NAME}))?`),
    period: ([y, m1, m2]) => namedMonths(y, m1, y, m2 ?? m1),
  },
  {
    form: pattern(`([0-9]{1,2})${SPACE}(${MONTH_NAME})${SPACE}${YEAR}`),
    period: ([d = '', m = '', y = '']) => {
      const day = `${y}-${twoDigits(monthNamed(m))}-${twoDigits(Number(d))}`
      return range(day, day)
    },
  },
  {
    form: pattern(`(${MONTH_NAME})${SPACE}${YEAR}`),
    period: ([m, y]) => namedMonths(y, m, y, m),
  },
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
    if (read) return read.years === 1 && SOME_PART.test(name) ? { ...read, part: true } : read
  }
  return null
}

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

function namedMonths(y1?: string, m1 = '', y2?: string, m2 = ''): Period | null {
  return range(months(y1, monthNamed(m1), 1).start, months(y2, monthNamed(m2), 1).end)
}

const twoDigits = (number: number) => String(number).padStart(2, '0')

/** Null where a day is not in the calendar, or the end is before the start. */
function range(start: string, end: string): Period | null {
  return isDay(start) && isDay(end) && start <= end ? { start, end } : null
}

function isDay(day: string): boolean {
  const read = new Date(`${day}T00:00:00Z`)
  return !Number.isNaN(read.valueOf()) && read.toISOString().startsWith(day)
}
