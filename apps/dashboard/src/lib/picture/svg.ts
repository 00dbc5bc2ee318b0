import { render } from 'svelte/server'
import Chart from '#lib/chart/Chart.svelte'
import type { FigureView } from '#lib/figure/figure.ts'
import { STYLE } from './style.ts'

const WIDTH = 900
const MARGIN = 32
const INNER = WIDTH - 2 * MARGIN

/** A figure as one SVG document: title, summary, key, the chart as on the page, notes and source. */
export function standaloneSvg(figure: FigureView, agreement: string): string {
  const lines = [
    ...wrap(`${figure.heading}, ${agreement}`, 70).map((text) => ({ text, style: 'title', height: 28 })),
    ...wrap(figure.summary, 118).map((text) => ({ text, style: 'summary', height: 21 })),
  ]
  const names =
    figure.chart.kind === 'line' && figure.chart.series.length > 1
      ? figure.chart.series.map(({ name }) => name)
      : []
  const head = stack(lines, MARGIN)
  const key = names.map((name, place) => keyOf(name, place, head.bottom + 20)).join('')
  const chart = chartOf(figure)
  const chartTop = head.bottom + (names.length > 0 ? 44 : 16)
  const foot = stack(
    [...figure.notes, figure.source].flatMap((text) =>
      wrap(text, 132).map((part) => ({ text: part, style: 'source', height: 18 })),
    ),
    chartTop + chart.height + 14,
  )
  const height = foot.bottom + MARGIN
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-labelledby="title summary"><title id="title">${escape(figure.heading)}, ${escape(agreement)}</title><desc id="summary">${escape(figure.summary)} ${escape(figure.source)}</desc><style>${STYLE}</style><rect width="100%" height="100%" fill="#fff"/>${head.svg}${key}<svg x="${MARGIN}" y="${chartTop}" width="${INNER}" height="${chart.height}" overflow="visible">${chart.svg}</svg>${foot.svg}</svg>\n`
}

interface TextLine {
  readonly text: string
  readonly style: string
  readonly height: number
}

function stack(lines: readonly TextLine[], top: number): { readonly svg: string; readonly bottom: number } {
  let y = top
  const svg = lines.map(({ text, style, height }) => {
    y += height
    return `<text class="${style}" x="${MARGIN}" y="${y - 6}">${escape(text)}</text>`
  })
  return { svg: svg.join(''), bottom: y }
}

/** The chart as the page draws it at this width, cut out of the elements of the page. */
function chartOf(figure: FigureView): { readonly svg: string; readonly height: number } {
  const { body } = render(Chart, {
    props: { name: figure.heading, chart: figure.chart, width: INNER },
  })
  const [drawn = ''] = /<svg[^>]*lc-layout-svg[\s\S]*<\/svg>/.exec(body.replaceAll(/<!--.*?-->/gs, '')) ?? []
  const height = Number(/height="([\d.]+)"/.exec(drawn)?.[1] ?? 0)
  return { svg: drawn.replaceAll('<svg ', '<svg overflow="visible" '), height }
}

const KEY_WIDTH = 260
const SHAPES = [
  '<circle class="dot" cx="17" cy="0" r="6.5"/>',
  '<rect class="dot second" x="11.5" y="-5.5" width="11" height="11"/>',
  '<path class="dot third" d="M17 -7.5l7 12.5h-14z"/>',
] as const

const keyOf = (name: string, place: number, y: number): string =>
  `<g transform="translate(${MARGIN + place * KEY_WIDTH} ${y})"><line class="line series-${place}" x1="1" x2="33" y1="0" y2="0"/>${SHAPES[place] ?? ''}<text x="42" y="5">${escape(name)}</text></g>`

/** Lines of at most `length` characters, broken between words. */
function wrap(text: string, length: number): string[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const last = lines.at(-1)
    if (last !== undefined && last.length + word.length < length) lines.splice(-1, 1, `${last} ${word}`)
    else lines.push(word)
  }
  return lines
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
