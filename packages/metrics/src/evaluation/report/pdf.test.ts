import { extractText } from 'unpdf'
import { describe, expect, test } from 'vitest'
import { paragraph, subheading } from './document.ts'
import type { ReportDocument, Table } from './document.ts'
import { reportPdf } from './pdf.ts'

const LONG = 120

const table: Table = {
  kind: 'table',
  columns: [
    { title: 'Mått', width: 3 },
    { title: 'Utfall', width: 1, numbers: true },
  ],
  rows: Array.from({ length: LONG }, (_, index) => [`Mått ${index}`, index === 3 ? '' : String(index)]),
}

const report: ReportDocument = {
  title: 'Exemplet',
  subtitle: 'Underlag för årlig utvärdering 2025',
  sections: [
    {
      heading: 'Målen',
      blocks: [subheading('Fler är med'), paragraph('Čáhppesgaissa, Łódź, Αθήνα, ≥ 5.'), table],
    },
    { heading: 'Pengarna', blocks: [paragraph('Inga.')] },
  ],
}

const PRINTING = { source: 'Exemplet, publicering p1', created: new Date('2026-01-15T08:30:00.000Z') }

/** Objects of the file stand in clear; only the content of pages is compressed. */
const printed = async (given: ReportDocument = report) =>
  (await reportPdf(given, PRINTING)).toString('latin1')
const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0

describe('the report as PDF', () => {
  test('is tagged, in Swedish, with a title, an outline and its own fonts', async () => {
    const pdf = await printed()
    const marks = ['%PDF-1.7', '/Marked true', '/Lang (sv-SE)', '/DisplayDocTitle true', '/Outlines']
    expect(marks.filter((mark) => !pdf.includes(mark))).toEqual([])
    expect(pdf.match(/\(D:\d+Z\)/)?.[0]).toBe('(D:20260115083000Z)')
    expect(new Set(pdf.match(/\+SourceSans3-\w+/g))).toEqual(
      new Set(['+SourceSans3-Regular', '+SourceSans3-SemiBold']),
    )
  })

  test('says what is a heading, a paragraph, a header and a cell', async () => {
    const pdf = await printed()
    const tags = Object.fromEntries(
      ['Document', 'H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD'].map((tag) => [
        tag,
        count(pdf, new RegExp(`/S /${tag}\\b`, 'g')),
      ]),
    )
    expect(tags).toEqual({
      Document: 1,
      H1: 1,
      H2: 2,
      H3: 1,
      P: 3,
      Table: 1,
      TR: LONG + 1,
      TH: LONG + 2,
      TD: LONG,
    })
    expect(count(pdf, /\/Scope \/Column/g)).toBe(2)
    expect(count(pdf, /\/Scope \/Row/g)).toBe(LONG)
  })

  test('goes on to as many pages as it needs', async () => {
    expect(count(await printed(), /\/Type \/Page\b/g)).toBe(4)
    expect(count(await printed({ ...report, sections: [] }), /\/Type \/Page\b/g)).toBe(1)
  })

  test('is read as it was written, in all alphabets of Europe, with headers and a foot on each page', async () => {
    const { text } = await extractText(new Uint8Array(await reportPdf(report, PRINTING)))
    expect(text[0]).toContain('Čáhppesgaissa, Łódź, Αθήνα, ≥ 5.')
    expect(text.map((page) => page.includes('Mått Utfall'))).toEqual(text.map(() => true))
    expect(text.map((page) => page.split('\n').at(-1))).toEqual(
      text.map((_, index) => `Exemplet, publicering p1 ${index + 1} (4)`),
    )
  })

  test('is the same bytes of the same document', async () => {
    expect(await printed()).toBe(await printed())
  })
})
