import { buffer } from 'node:stream/consumers'
import Pdf from 'pdfkit'
import type { Block, ReportDocument, Section } from './document.ts'
import { writeTable } from './pdf-table.ts'
import { writeText } from './pdf-text.ts'
import { INK, TYPEFACE } from './print-style.ts'

const MARGINS = { top: 62, bottom: 64, left: 56, right: 56 }

/** Less than this below a heading, in points, and it begins the next page. */
const ROOM_BELOW_HEADING = 96

/** One line of the foot, in points: a longer source is cut with three dots. */
const FOOTER_HEIGHT = 12

interface Printing {
  /** Stands at the foot of each page. */
  readonly source: string
  /** The instant that the file says it was made, so that the same document gives the same bytes. */
  readonly created: Date
}

/** The document as a tagged PDF on A4: headings, paragraphs and tables keep their meaning in a screen reader. */
export async function reportPdf(report: ReportDocument, { source, created }: Printing): Promise<Buffer> {
  const pdf = new Pdf({
    size: 'A4',
    margins: MARGINS,
    pdfVersion: '1.7',
    lang: 'sv-SE',
    tagged: true,
    displayTitle: true,
    bufferPages: true,
    font: TYPEFACE.text,
    info: {
      Title: `${report.title}: ${report.subtitle}`,
      Producer: 'Utfall',
      Creator: 'Utfall',
      CreationDate: created,
      ModDate: created,
    },
  })
  const root = pdf.struct('Document')
  pdf.addStructure(root)
  writeText(pdf, root, { tag: 'H1', text: report.title, size: 21, font: TYPEFACE.heading, after: 2 })
  writeText(pdf, root, { tag: 'P', text: report.subtitle, size: 13, color: INK.soft, after: 6 })
  for (const section of report.sections) writeSection(pdf, root, section)
  root.end()
  writeFooters(pdf, source)
  pdf.end()
  return buffer(pdf)
}

function writeSection(pdf: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, section: Section) {
  keepTogether(pdf)
  pdf.outline.addItem(section.heading)
  pdf.moveDown(0.8)
  writeText(pdf, root, { tag: 'H2', text: section.heading, size: 14, font: TYPEFACE.heading, after: 4 })
  for (const block of section.blocks) writeBlock(pdf, root, block)
}

function writeBlock(pdf: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, block: Block) {
  if (block.kind === 'table') return writeTable(pdf, root, block)
  if (!block.heading) return writeText(pdf, root, { tag: 'P', text: block.text, size: 10, after: 5 })
  keepTogether(pdf)
  pdf.moveDown(0.3)
  writeText(pdf, root, { tag: 'H3', text: block.text, size: 11, font: TYPEFACE.heading, after: 3 })
}

function keepTogether(pdf: PDFKit.PDFDocument) {
  if (pdf.y + ROOM_BELOW_HEADING > pdf.page.maxY()) pdf.addPage()
}

/** No part of the text: a screen reader passes over it. */
function writeFooters(pdf: PDFKit.PDFDocument, source: string) {
  const { start, count } = pdf.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    pdf.switchToPage(page)
    // Text below the margin would otherwise ask for a new page.
    pdf.page.margins.bottom = 0
    const { left, right } = pdf.page.margins
    const y = pdf.page.height - 42
    const width = pdf.page.width - left - right
    pdf.markContent('Artifact', { type: 'Pagination' })
    pdf.font(TYPEFACE.text).fontSize(8).fillColor(INK.soft)
    pdf.text(source, left, y, { width: width - 60, height: FOOTER_HEIGHT, ellipsis: true })
    pdf.text(`${page - start + 1} (${count})`, left, y, { width, align: 'right', lineBreak: false })
    pdf.endMarkedContent()
  }
}
