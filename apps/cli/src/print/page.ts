import { styleText } from 'node:util'
import type { Language, Sentence } from '@utfall/contracts'
import type { Stream } from '../surroundings.ts'

type Tone = 'bold' | 'dim' | 'green' | 'yellow' | 'red'

/** What a person reads, line by line, in one language. */
export interface Page {
  readonly language: Language
  readonly say: (sentence: Sentence) => string
  readonly line: (text?: string) => void
  readonly table: (head: readonly Sentence[], rows: readonly (readonly Cell[])[]) => void
  readonly paint: (tone: Tone, text: string) => string
  readonly number: (value: number) => string
}

/** Text stands left, numbers right. */
type Cell = string | number | null

const LOCALE: Readonly<Record<Language, string>> = { sv: 'sv-SE', en: 'en-GB' }

export function pageOn(stream: Stream, language: Language, coloured: boolean): Page {
  const format = new Intl.NumberFormat(LOCALE[language])
  const page: Page = {
    language,
    say: (sentence) => sentence[language],
    line: (text = '') => stream.write(`${text}\n`),
    paint: (tone, text) => (coloured ? styleText(tone, text, { validateStream: false }) : text),
    number: (value) => format.format(value),
    table: (head, rows) => {
      const titles = head.map((title) => title[language])
      for (const text of alignColumns(titles, rows, page)) page.line(text)
    },
  }
  return page
}

function alignColumns(titles: readonly string[], rows: readonly (readonly Cell[])[], page: Page): string[] {
  const texts = rows.map((row) => row.map((cell) => textOf(cell, page)))
  const widths = titles.map((title, at) =>
    Math.max(title.length, ...texts.map((row) => (row[at] ?? '').length)),
  )
  const isRight = titles.map((_, at) => rows.some((row) => typeof row[at] === 'number'))
  const align = (cells: readonly string[]) =>
    cells
      .map((cell, at) => (isRight[at] ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd()
  return [page.paint('bold', align(titles)), ...texts.map(align)]
}

function textOf(cell: Cell, page: Page): string {
  if (cell === null) return '–'
  return typeof cell === 'number' ? page.number(cell) : cell
}
