import type { XmlSink } from './xml.ts'

/** Formats that Excel has without naming them: days, times, and those of East Asia. */
const BUILT_IN = [
  [14, 22],
  [27, 36],
  [45, 47],
  [50, 58],
] as const

/** Finds out of `styles.xml` which cell formats, by their place, show a day or a time. */
export function startStyles(): XmlSink & { readonly isMoment: (style: number) => boolean } {
  const codes = new Map<number, string>()
  const formats: number[] = []
  let inCells = false
  return {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true
      const format = Number(attributes.numFmtId ?? 0)
      if (name === 'numFmt') codes.set(format, attributes.formatCode ?? '')
      if (name === 'xf' && inCells) formats.push(format)
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false
    },
    isMoment: (style) => {
      const format = formats[style] ?? 0
      const code = codes.get(format)
      return code === undefined
        ? BUILT_IN.some(([from, to]) => format >= from && format <= to)
        : showsMoment(code)
    },
  }
}

/** Whether a format has a letter of a day or a time, besides what it quotes, escapes, or says of colour and language. */
function showsMoment(code: string): boolean {
  const [positive = ''] = code.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')
  return (
    /^[^]*\[(?:h+|m+|s+)\]/i.test(positive) || /[dmyhs]/i.test(positive.replace(/\[[^\]]*\]|General/gi, ''))
  )
}
