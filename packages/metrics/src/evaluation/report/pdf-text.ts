import { INK, TYPEFACE } from './print-style.ts'

interface TextStyle {
  readonly tag: 'H1' | 'H2' | 'H3' | 'P'
  readonly text: string
  /** Points. */
  readonly size: number
  readonly font?: string
  readonly color?: string
  /** Room below, in points. */
  readonly after: number
}

/** Text over the whole width, below what is written already. */
export function writeText(
  pdf: PDFKit.PDFDocument,
  parent: PDFKit.PDFStructureElement,
  { tag, text, size, font = TYPEFACE.text, color = INK.text, after }: TextStyle,
) {
  const write = () => {
    pdf.font(font).fontSize(size).fillColor(color).text(text, pdf.page.margins.left, pdf.y, { lineGap: 1.5 })
  }
  parent.add(pdf.struct(tag, {}, write))
  pdf.y += after
}
