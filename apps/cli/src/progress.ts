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
}

const BAR_WIDTH = 24
const ERASE_LINE = '\r\u001B[2K'

export function progressOn(stream: Stream, language: Language): Progress {
  return stream.isTTY ? bar(stream, language) : lines(stream, language)
}

function bar(stream: Stream, language: Language): Progress {
  return {
    report: ({ what, done, of }) => {
      const filled = of > 0 ? Math.round((BAR_WIDTH * done) / of) : 0
      const drawn = '█'.repeat(filled) + '░'.repeat(BAR_WIDTH - filled)
      const text = `${drawn} ${done}/${of} ${what[language]}`
      stream.write(`${ERASE_LINE}${text.slice(0, (stream.columns ?? 80) - 1)}`)
    },
    end: () => stream.write(ERASE_LINE),
  }
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
