import type { XmlSink } from './xml.ts'

/** Collects the texts of `sharedStrings.xml`, which cells name by their place. How a text is pronounced is left out. */
export function startSharedTexts(): XmlSink & { readonly texts: readonly string[] } {
  const texts: string[] = []
  const within: string[] = []
  let item = ''
  return {
    texts,
    open: (name) => {
      within.push(name)
      if (name === 'si') item = ''
    },
    text: (text) => {
      if (within.at(-1) === 't' && !within.includes('rPh')) item += text
    },
    close: (name) => {
      within.pop()
      if (name === 'si') texts.push(unescaped(item))
    },
  }
}

/** `_x000D_` is how a workbook writes a sign that XML cannot have. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(/_x([\dA-F]{4})_/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text
}
