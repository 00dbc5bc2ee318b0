/**
 * Identity numbers in bytes, however they are written: 10 or 12 digits, with or without a separator.
 * A number is known by its ten digits: two of the year, month, day (60 more for a coordination number),
 * and the last four. Organisation numbers have no month and are none.
 */
const WRITTEN =
  /(?<![0-9])(?:18|19|20)?([0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01]|6[1-9]|[78][0-9]|9[01]))[-+ ]?([0-9]{4})(?![0-9])/g

/** The ten digits of every identity number that stands by itself in the text. */
export function identityNumbersIn(text: string): Set<string> {
  return new Set([...text.matchAll(WRITTEN)].map(([, day = '', last = '']) => `${day}${last}`))
}

/**
 * Those of the numbers that are found anywhere in the bytes, as grep would find them in any of their forms,
 * inside longer runs of digits, too. Text of two bytes a letter is searched as well.
 */
export function foundIn(bytes: Buffer, numbers: ReadonlySet<string>): string[] {
  const text = bytes.toString('latin1')
  return [text, text.replaceAll('\0', '')].flatMap((each) =>
    digitRuns(each).flatMap((run) => windows(run).filter((window) => numbers.has(window))),
  )
}

/** Every run of at least ten digits, with the separator of an identity number taken out. */
function digitRuns(text: string): string[] {
  const runs = text.match(/[0-9]{6,}(?:[-+ ][0-9]{4,})?/g) ?? []
  return runs.map((run) => run.replaceAll(/[-+ ]/g, '')).filter((run) => run.length >= 10)
}

function windows(run: string): string[] {
  return Array.from({ length: run.length - 9 }, (_, at) => run.slice(at, at + 10))
}
