import type { Table } from './document.ts'
import { INK, TYPEFACE } from './print-style.ts'

const SIZE = 9
/** Two short rows, in points: with less than this left, a table begins on the next page. */
const ROOM_BELOW_HEADER = 36
const PADDING = { x: 4, y: 3 }

/** Where each column begins and how wide it is, in points. */
interface Place {
  readonly x: number
  readonly width: number
  readonly align: 'left' | 'right'
}

/** Headers stand again, unread by a screen reader, on each page that the table goes on to. */
export function writeTable(pdf: PDFKit.PDFDocument, parent: PDFKit.PDFStructureElement, table: Table) {
  const places = placesOf(pdf, table)
  const titles = table.columns.map(({ title }) => title)
  const element = pdf.struct('Table')
  parent.add(element)

  if (pdf.y + heightOf(pdf, titles, places) + ROOM_BELOW_HEADER > pdf.page.maxY()) pdf.addPage()
  useHeaderType(pdf)
  const header = pdf.struct('TR')
  element.add(header)
  writeRow(pdf, titles, places, (draw) => header.add(pdf.struct('TH', { scope: 'Column' }, draw)))
  rule(pdf)
  for (const cells of table.rows) {
    if (pdf.y + heightOf(pdf, cells, places) > pdf.page.maxY()) {
      pdf.addPage()
      pdf.markContent('Artifact', { type: 'Pagination' })
      useHeaderType(pdf)
      writeRow(pdf, titles, places, (draw) => draw())
      pdf.endMarkedContent()
      rule(pdf)
    }
    const row = pdf.struct('TR')
    element.add(row)
    useBodyType(pdf)
    writeRow(pdf, cells, places, (draw, index) =>
      row.add(index === 0 ? pdf.struct('TH', { scope: 'Row' }, draw) : pdf.struct('TD', {}, draw)),
    )
    rule(pdf)
  }
  element.end()
  pdf.y += 8
}

/** Each column has its part of the width between the margins. */
function placesOf(pdf: PDFKit.PDFDocument, { columns }: Table): Place[] {
  const { left, right } = pdf.page.margins
  const parts = columns.reduce((sum, { width }) => sum + width, 0)
  const unit = (pdf.page.width - left - right) / parts
  let x = left
  return columns.map((column) => {
    const place: Place = { x, width: column.width * unit, align: column.numbers ? 'right' : 'left' }
    x += place.width
    return place
  })
}

function writeRow(
  pdf: PDFKit.PDFDocument,
  cells: readonly string[],
  places: readonly Place[],
  mark: (draw: () => void, index: number) => void,
) {
  const top = pdf.y
  const bottom = top + heightOf(pdf, cells, places)
  for (const [index, { x, width, align }] of places.entries()) {
    const draw = () => {
      pdf.text(cells[index] ?? '', x + PADDING.x, top + PADDING.y, {
        width: width - 2 * PADDING.x,
        align,
      })
    }
    mark(draw, index)
  }
  pdf.y = bottom
}

function heightOf(pdf: PDFKit.PDFDocument, cells: readonly string[], places: readonly Place[]): number {
  const heights = places.map(({ width }, index) =>
    pdf.heightOfString(cells[index] || ' ', { width: width - 2 * PADDING.x }),
  )
  return Math.max(...heights) + 2 * PADDING.y
}

/** A hairline over the whole width, which says nothing to a screen reader. */
function rule(pdf: PDFKit.PDFDocument) {
  const { left, right } = pdf.page.margins
  pdf.markContent('Artifact', { type: 'Layout' })
  pdf
    .moveTo(left, pdf.y)
    .lineTo(pdf.page.width - right, pdf.y)
    .lineWidth(0.5)
    .stroke(INK.rule)
  pdf.endMarkedContent()
}

const useHeaderType = (pdf: PDFKit.PDFDocument) => {
  pdf.font(TYPEFACE.heading).fontSize(SIZE).fillColor(INK.soft)
}

const useBodyType = (pdf: PDFKit.PDFDocument) => {
  pdf.font(TYPEFACE.text).fontSize(SIZE).fillColor(INK.text)
}
