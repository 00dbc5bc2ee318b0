/** When a session was, as the dataset writes it. Minutes are stated only where the times alone do not tell them. */
export interface DakTimes {
  readonly date: string
  readonly start: string
  readonly end: string
  readonly minutes: string
  /** Whether the session is longer than the day and night that minutes can hold. */
  readonly manyDays: boolean
}

const TIME = /^(?:\d{4}-\d\d-\d\dT)?(\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/
const DATE = /^(\d{4}-\d\d-\d\d)(?:T[\d:.]+)?(?:Z|[+-]\d\d:\d\d)?$/
const DAY_AND_NIGHT = 1440

interface Written {
  readonly date: string
  readonly start: string
  readonly stop: string
  readonly stopDate: string
}

/**
 * How sessions in a time zone (`Europe/Stockholm`) are read. What cannot be read stays as written, for the rules to
 * find. Without `stopDate` an end at or before the start is past midnight, as everywhere in the dataset.
 */
export function timesIn(timeZone: string): (written: Written) => DakTimes {
  const clock = new Intl.DateTimeFormat('sv-SE', { timeZone, hour: '2-digit', minute: '2-digit' })
  const zone = new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'longOffset' })
  const offsetOn = (day: string) =>
    zone.formatToParts(new Date(`${day}T12:00:00Z`)).find(({ type }) => type === 'timeZoneName')?.value

  return (written) => {
    const date = dayOf(written.date)
    const start = clockTime(date, written.start)
    const end = clockTime(date, written.stop)
    const minutes = written.stopDate === '' ? NaN : between(date, start, dayOf(written.stopDate), end)
    const manyDays = minutes > DAY_AND_NIGHT
    if (manyDays) return { date, start, end: '', minutes: String(DAY_AND_NIGHT), manyDays }
    return { date, start, end, minutes: Number.isNaN(minutes) ? '' : String(minutes), manyDays }
  }

  /**
   * The time on the wall. Programs that write local time often add the offset of another season than the session's,
   * so an offset of the zone itself, winter or summer, changes nothing; any other is reckoned from.
   */
  function clockTime(date: string, written: string): string {
    const [, time, offset] = TIME.exec(written) ?? []
    if (time === undefined) return written
    const moment = new Date(`${date}T${time}:00${offset ?? ''}`)
    if (offset === undefined || Number.isNaN(moment.valueOf())) return time
    const own = ['01-01', '07-01'].map((day) => offsetOn(`${date.slice(0, 4)}-${day}`))
    return own.includes(`GMT${offset}`) ? time : clock.format(moment)
  }
}

function dayOf(written: string): string {
  return DATE.exec(written)?.[1] ?? written
}

/** Minutes; NaN where a part is no day or time. */
function between(date: string, start: string, stopDate: string, stop: string): number {
  return (Date.parse(`${stopDate}T${stop}:00Z`) - Date.parse(`${date}T${start}:00Z`)) / 60_000
}
