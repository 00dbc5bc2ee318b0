import { DataType, TimeUnit } from 'apache-arrow'

/** A cell as the text that a delimited file would have. */
type TextOf = (value: unknown) => string

/** How the values of a column become text; days and times are those of the time zone where the column has one. */
export function textOfArrow(type: DataType, timezone: string): TextOf {
  if (DataType.isDictionary(type)) return textOfArrow(type.dictionary, timezone)
  if (DataType.isDate(type)) return ofMoment((moment) => new Date(moment).toISOString().slice(0, 10))
  if (DataType.isTimestamp(type)) return type.timezone ? wallClock(timezone) : wallClock('UTC')
  if (DataType.isTime(type)) return timeOfDay(PER_SECOND[type.unit])
  if (DataType.isDecimal(type)) return decimal(type.scale)
  // Lists and tables within a cell are no value of any dataset, and may be of any length.
  if (type.children?.length > 0) return () => '[…]'
  return String
}

/** Milliseconds from 1970 that a `Date` reaches (ECMAScript, "Time Values and Time Range"). */
const LAST_MOMENT = 8.64e15
/** Seconds. */
const DAY = 86_400

const PER_SECOND: Readonly<Record<TimeUnit, number>> = {
  [TimeUnit.SECOND]: 1,
  [TimeUnit.MILLISECOND]: 1e3,
  [TimeUnit.MICROSECOND]: 1e6,
  [TimeUnit.NANOSECOND]: 1e9,
}

/** `2025-03-01 18:30:00`, of milliseconds since 1970. Swedish writes dates as ISO does. */
function wallClock(timeZone: string): TextOf {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' })
  return ofMoment((moment) => clock.format(moment))
}

/** A number that no calendar reaches stays a number, for the rules to find. */
function ofMoment(textOf: (moment: number) => string): TextOf {
  return (value) => (Math.abs(Number(value)) <= LAST_MOMENT ? textOf(Number(value)) : String(value))
}

function timeOfDay(perSecond: number): TextOf {
  return (value) => {
    const seconds = Number(value) / perSecond
    if (seconds < 0 || seconds >= DAY) return `${seconds} s`
    return new Date(seconds * 1000).toISOString().slice(11, 19)
  }
}

/** Arrow keeps a decimal as a whole number, least significant word first, in two's complement. */
function decimal(scale: number): TextOf {
  return (value) => {
    if (!(value instanceof Uint32Array)) return String(value)
    const whole = value.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n)
    const signed = BigInt.asIntN(value.length * 32, whole)
    const digits = String(signed < 0n ? -signed : signed).padStart(scale + 1, '0')
    const cut = digits.length - scale
    return `${signed < 0n ? '-' : ''}${digits.slice(0, cut)}${scale > 0 ? `.${digits.slice(cut)}` : ''}`
  }
}
