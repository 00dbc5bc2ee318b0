import type { DatasetName } from '@utfall/contracts'
import { expect, test } from 'vitest'
import { eskilstuna, sollentuna, withoutDeliveries } from '../../../fixture/agreements.ts'
import { readContent, readingOf } from '../../../fixture/reading.ts'
import { qualityView, sourcesTable } from './quality.ts'

const publication = await readContent()
const view = (agreement = sollentuna) => qualityView(readingOf(publication, agreement))
const plain = (text: string) => text.replaceAll('\u00A0', ' ')

test('what is missing: silent sources, files not loaded, rows that wait', () => {
  expect(view().missing).toEqual([
    'Bokföring: uppgifter efter 28 februari 2026 saknas.',
    'Enkät: inga uppgifter har lämnats.',
    'Filen bokforing/2026.se är pausad och finns inte med i talen.',
    'Närvaro: 13 rader väntar på att avsändaren rättar dem.',
  ])
})

test('a source that has said all up to the end of its agreement lacks nothing', () => {
  expect(view(eskilstuna).missing).toEqual([])
})

test('each source has its months, deliveries and rows; a file that was replaced counts once', () => {
  const narvaro = view().sources?.rows.find(({ name }) => name === 'Närvaro')
  expect(narvaro?.cells.map(plain)).toEqual([
    'Möjligheternas Plats',
    '17 av 18',
    '1',
    '1 200',
    '13',
    '4 september 2026',
  ])
})

test('a delivery that came soon after midnight in Sweden came on that day', () => {
  const deliveries = publication.manifest.deliveries.map((each) => ({
    ...each,
    received: '2026-09-04T22:30:00Z',
  }))
  const { manifest } = publication
  const late = qualityView(readingOf({ ...publication, manifest: { ...manifest, deliveries } }, sollentuna))
  expect(plain(late.deliveries?.rows[0]?.cells[0] ?? '')).toBe('5 september 2026')
  expect(late.sources?.rows.map(({ cells }) => plain(cells.at(-1) ?? ''))).toContain('5 september 2026')
})

test('a figure names only the sources that it is counted from', () => {
  const reading = readingOf(publication, sollentuna)
  const rows = publication.quality.filter(({ agreement }) => agreement === sollentuna.id)
  const named = (reads: readonly DatasetName[]) =>
    sourcesTable(rows, reading, reads)?.rows.map(({ name }) => name)
  expect(named(['attendance', 'headcount'])).toEqual(['Närvaro'])
  expect(named(['costs'])).toBeUndefined()
})

test('faults are told in words, out of the rows they are in', () => {
  expect(view().faults?.rows.map(({ cells }) => cells.map(plain))).toEqual([
    ['Datumet går inte att läsa', '12 av 1 200'],
    ['Koden är okänd', '.. visas inte, så att ingen kan kännas igen'],
  ])
})

test('what is unknown is told by period, and withheld where few are', () => {
  expect(view().unknown?.columns).toEqual(['Uppgift', 'mars–december 2025', 'mars 2025–augusti 2026'])
  expect(view().unknown?.rows.map(({ name, cells }) => [name, ...cells])).toEqual([
    ['Kön', '0 av 236', '.. visas inte, så att ingen kan kännas igen'],
    ['Födelseår', '14 av 236', '21 av 312'],
  ])
  expect(view(eskilstuna).unknown).toBeUndefined()
})

test('an agreement without deliveries has nothing to tell', () => {
  expect(view(withoutDeliveries)).toMatchObject({ delivered: false, sources: undefined, faults: undefined })
})

test('a row that waits in a delivery that a later one stands for waits no more', () => {
  const rows = publication.quality.filter(({ item }) => item === 'narvaro/2026-T1.csv').slice(1)
  const scope = { start: '2026-01-01', end: '2026-04-30' }
  const [first] = rows.map((row) => ({ ...row, ...scope }))
  const mended = first && { ...first, item: 'narvaro/2026-T1-rattad.csv', count: 0 }
  const quality = [first, mended].filter((row) => row !== undefined)
  expect(qualityView(readingOf({ ...publication, quality }, sollentuna)).missing).toEqual([])
})

const WITHHELD = '.. visas inte, så att ingen kan kännas igen'

/** The page where attendance has few rows at fault, or few at all. */
function viewOfFew(hidden: { count: null; of: number | null }) {
  const quality = publication.quality.map((row) =>
    row.kind === 'delivery' && row.count === 13 ? { ...row, ...hidden, status: 'suppressed' as const } : row,
  )
  const deliveries = publication.manifest.deliveries.map(({ agreement, source, sender, file, received }) => ({
    agreement,
    source,
    sender,
    file,
    received,
    verdict: 'approved' as const,
    start: null,
    end: null,
  }))
  const manifest = { ...publication.manifest, deliveries }
  const few = qualityView(readingOf({ ...publication, quality, manifest }, sollentuna))
  return { few, narvaro: few.sources?.rows.find(({ name }) => name === 'Närvaro')?.cells.map(plain) }
}

test('few rows at fault wait for correction, without saying how many', () => {
  const { few, narvaro } = viewOfFew({ count: null, of: 1200 })
  expect(few.missing).toContain('Närvaro: rader väntar på att avsändaren rättar dem.')
  expect(narvaro?.slice(3, 5)).toEqual(['1 200', '..'])
  expect(few.sources?.note).toBe('.. visas inte, för att skydda enskilda.')
})

test('few rows are withheld as a sum and as a file, and are not said to wait', () => {
  const { few, narvaro } = viewOfFew({ count: null, of: null })
  expect(few.missing.filter((text) => text.startsWith('Närvaro'))).toEqual([])
  expect(narvaro?.slice(3, 5)).toEqual(['..', '..'])
  expect(few.deliveries?.rows[0]?.cells[1]).toBe(WITHHELD)
})
