import type { Language, Sentence } from '@utfall/contracts'
import type { Stream } from './surroundings.ts'

/** Says how far the work has come, on standard error: a bar on a terminal, plain lines elsewhere. */
export interface Progress {
  readonly report: (step: Step) => void
  /** Takes the bar away, so that what follows starts on a clean line. */
  readonly end: () => void
}

export interface Step {
  readonly what: Sentence
  readonly done: number
  readonly of: number
  /** Where it is known: how much of all the work is done, 0–1, and how many rows have been read. */
  readonly pace?: { readonly share: number; readonly rows: number }
}

const BAR_WIDTH = 24
const ERASE_LINE = '\r\u001B[2K'

/** `clock`: milliseconds since any moment. */
export function progressOn(stream: Stream, language: Language, clock = () => performance.now()): Progress {
  return stream.isTTY ? bar(stream, language, clock) : lines(stream, language)
}

function bar(stream: Stream, language: Language, clock: () => number): Progress {
  const started = clock()
  return {
    report: ({ what, done, of, pace }) => {
      const share = pace?.share ?? (of > 0 ? done / of : 0)
      const filled = Math.round(BAR_WIDTH * share)
      const drawn = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
      const told = pace ? paceIn(pace, (clock() - started) / 1000, language) : ''
      const text = `${drawn} ${done}/${of} ${told}${what[language]}`
      stream.write(`${ERASE_LINE}${text.slice(0, (stream.columns ?? 80) - 1)}`)
    },
    end: () => stream.write(ERASE_LINE),
  }
}

/** Before this the pace says more of how the program starts than of the work. */
const TOO_EARLY_SECONDS = 1

/** `120 000 rader/s, 8 s kvar: `; nothing as long as there is nothing to tell it from. */
function paceIn({ share, rows }: NonNullable<Step['pace']>, seconds: number, language: Language): string {
  if (seconds < TOO_EARLY_SECONDS || share === 0 || rows === 0) return ''
  const perSecond = new Intl.NumberFormat(language).format(Math.round(rows / seconds))
  const left = Math.ceil((seconds * (1 - share)) / share)
  return `${perSecond} ${language === 'sv' ? `rader/s, ${left} s kvar` : `rows/s, ${left} s left`}: `
}

/** A line when the work starts and one for each part that is done: what happens between is for a bar. */
function lines(stream: Stream, language: Language): Progress {
  let told = -1
  return {
    report: ({ what, done, of }) => {
      if (done === told) return
      told = done
      stream.write(`${done}/${of} ${what[language]}\n`)
    },
    end: () => undefined,
  }
}
