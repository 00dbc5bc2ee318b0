import type { ResultRow } from '@utfall/contracts'

/** What one page and its downloads show of the numbers that are withheld, and of all others. */
export interface Shown {
  /** For each table with withheld cells: every way that these are written, markup and all. */
  readonly signs: readonly (readonly string[])[]
  /** Every whole number in a picture, its table or their words, seen or only heard, that the publication does not hold. */
  readonly strangers: readonly string[]
  /** For each picture: every length that a gap for a withheld number is drawn with. */
  readonly gaps: readonly (readonly number[])[]
  /** For each picture that has an axis of values: where the axis ends, and the greatest number that it says. */
  readonly axes: readonly { readonly end: number; readonly greatest: number }[]
  /** The names of the rows of each table, in their order. */
  readonly orders: readonly (readonly string[])[]
  /** Lines of the downloaded tables that do not stand in the publication, letter for letter. */
  readonly added: readonly string[]
}

interface Published {
  readonly rows: readonly ResultRow[]
  /** The lines of `results.csv`. */
  readonly lines: ReadonlySet<string>
}

/** Reads the page of an indicator, its source and whatever it offers to download. */
export async function shownOn(address: string, path: string, { rows, lines }: Published): Promise<Shown> {
  const page = await text(address + path)
  const links = (ending: string) => [
    ...new Set(
      [...page.matchAll(/href="([^"]+)"/g)]
        .map(([, href = '']) => new URL(href.replaceAll('&amp;', '&'), address + path).href)
        .filter((href) => href.includes(ending) && !href.includes('profil=')),
    ),
  ]
  const pictures = await Promise.all(links('/figur.svg').map(text))
  const tables = await Promise.all(links('/data.csv').map(text))
  const figures = [...page.matchAll(/<figure.*?<\/figure>/gs)].map(([figure]) => figure)
  const labels = [page, ...pictures].flatMap((source) =>
    [...source.matchAll(/<text[^>]* value="([^"]*)"/g)].map(([, value = '']) => value),
  )
  const words = [...figures, ...pictures].flatMap(saidIn).flatMap(numbersSaid)
  const known = new Set(rows.flatMap(numbersOf).map(String))
  return {
    signs: tablesIn(page)
      .map((table) => [...new Set(cellsIn(table).filter((cell) => cell.includes('..')))])
      .filter(({ length }) => length > 0),
    strangers: [
      ...figures.flatMap(cellsIn).map((cell) => cell.replaceAll(/<[^>]*>/g, '')),
      ...labels,
      ...words,
    ]
      .map((each) => each.replaceAll(/[\s\u00a0\u2060]/g, ''))
      .filter((each) => /^\d+$/.test(each) && !known.has(each)),
    gaps: pictures.map((picture) => [...new Set(gapsIn(picture))]).filter(({ length }) => length > 0),
    axes: figures.flatMap(axisOf),
    orders: figures.map((figure) =>
      [...figure.matchAll(/<th scope="row"[^>]*>(.*?)<\/th>/gs)].map(([, name = '']) =>
        name.replaceAll('\u2060', '').replaceAll('\u00a0', ' '),
      ),
    ),
    added: tables.flatMap((table) => table.trim().split('\r\n')).filter((line) => !lines.has(line)),
  }
}

function tablesIn(html: string): string[] {
  return [...html.matchAll(/<table.*?<\/table>/gs)].map(([table]) => table)
}

function cellsIn(html: string): string[] {
  return [...html.matchAll(/<td[^>]*>.*?<\/td>/gs)].map(([cell]) => cell)
}

/** What is said of a figure or drawing in words: its summary, its name and description, and each of its points. */
function saidIn(source: string): string[] {
  return [
    ...source.matchAll(/(?:aria-label|data-says)="([^"]*)"/g),
    ...source.matchAll(/<(?:p class="summary|title|desc)[^>]*>([^<]*)</g),
  ].map(([, said = '']) => said)
}

/** The whole numbers of a sentence, but for those of days, of years of an agreement, and of ages. */
function numbersSaid(sentence: string): string[] {
  return [
    ...sentence
      .replaceAll(/\d+[–\u2060]+\d+\sår|avtalsår \d+|\d+ [a-z]+ 20\d\d/g, '')
      .matchAll(/\d[\d\u00a0]*/g),
  ].map(([each]) => each)
}

/** Of a chart with bars: one of its sizes is enough, for all have the same axis. */
function axisOf(figure: string): { readonly end: number; readonly greatest: number }[] {
  const [, end] = / [xy]domain="0,([\d.]+)"/.exec(figure) ?? []
  const said = [...figure.matchAll(/data-says="[^"]*: ([\d\u00a0]+)[",]/g)]
  const numbers = said.map(([, each = '']) => Number(each.replaceAll('\u00a0', '')))
  return end === undefined || end === '1' ? [] : [{ end: Number(end), greatest: Math.max(...numbers) }]
}

function numbersOf(row: ResultRow): number[] {
  const { value, numerator, denominator, unknown, excluded, period_start: start } = row
  const year = Number(start.slice(0, 4))
  return [value, numerator, denominator, unknown, excluded, year, year + 1].filter((each) => each !== null)
}

function gapsIn(picture: string): number[] {
  return [...picture.matchAll(/<line class="[^"]*gap[^"]*" x1="([\d.]+)" y1="[\d.]+" x2="([\d.]+)"/g)].map(
    ([, from, to]) => Number(to) - Number(from),
  )
}

async function text(address: string): Promise<string> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${response.status} ${address}`)
  return response.text()
}
