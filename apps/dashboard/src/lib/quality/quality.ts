import { VERDICT_WORDS } from '@utfall/contracts'
import type { DatasetName, QualityRow } from '@utfall/contracts'
import type { FigureTable } from '#lib/figure/marks.ts'
import { inForce } from '#lib/reader/in-force.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { SIGNS } from '@utfall/contracts/written-figure'
import { stockholmDay } from '#lib/words/dates.ts'
import type { Words } from '#lib/words/words.ts'
import { missingBeforeNext, sourceName, standingDeliveries } from './missing.ts'

/** What the figures of one agreement rest on. A table is undefined where it would have no rows. */
export interface QualityView {
  readonly id: string
  readonly title: string
  readonly delivered: boolean
  readonly missing: readonly string[]
  readonly sources: FigureTable | undefined
  readonly faults: FigureTable | undefined
  readonly unknown: FigureTable | undefined
  readonly conflicts: FigureTable | undefined
  readonly deliveries: FigureTable | undefined
}

export function qualityView(reading: Reading): QualityView {
  const { publication, agreement, words } = reading
  const rows = publication.quality.filter((row) => row.agreement === agreement.id)
  const of = (kind: QualityRow['kind']) => rows.filter((row) => row.kind === kind)
  return {
    id: agreement.id,
    title: agreement.title,
    delivered: of('delivery').length > 0,
    missing: missingBeforeNext(rows, reading),
    sources: sourcesTable(rows, reading),
    faults: faultsTable(of('fault'), words),
    unknown: unknownTable(of('unknown'), reading),
    conflicts: conflictsTable(of('conflict'), words),
    deliveries: deliveriesTable(reading),
  }
}

/**
 * What each source has delivered; undefined where none is told of. With `reads`, only sources of those datasets, as
 * far as the publication says what a source holds.
 */
export function sourcesTable(
  rows: readonly QualityRow[],
  reading: Reading,
  reads?: readonly DatasetName[],
): FigureTable | undefined {
  const { words, publication, agreement } = reading
  const say = words.say.qualityPage.sources
  const received = publication.manifest.deliveries.filter((each) => each.agreement === agreement.id)
  const bySource = Map.groupBy(standingDeliveries(rows), ({ source }) => source)
  const sources = new Set([
    ...bySource.keys(),
    ...rows.filter(({ kind }) => kind === 'coverage').map(({ source }) => source),
  ])
  const isRead = (source: string) =>
    reads === undefined ||
    received.some((each) => each.source === source && (!each.dataset || reads.includes(each.dataset)))
  const table = tableOfRows(
    say.heading,
    [say.source, say.sender, say.months, say.files, say.rows, say.waiting, say.latest],
    [...sources]
      .filter(isRead)
      .toSorted()
      .map((source) => {
        const files = bySource.get(source) ?? []
        const come = received.filter((each) => each.source === source)
        const months = rows.find((row) => row.kind === 'coverage' && row.source === source)
        const latest = come
          .map((each) => each.received)
          .toSorted()
          .at(-1)
        return {
          name: sourceName(source, words),
          cells: [
            come[0]?.sender ?? SIGNS.no_data,
            months ? say.ofMonths(words.number(months.count ?? 0), words.number(months.of ?? 0)) : '',
            words.number(come.length),
            inAll(files, 'of', words),
            inAll(files, 'count', words),
            latest ? dayOf(latest, words) : SIGNS.no_data,
          ],
        }
      }),
  )
  const isWithheld = table?.rows.some(({ cells }) => cells.includes(SIGNS.suppressed))
  return table && isWithheld ? { ...table, note: words.say.figures.withheldNote } : table
}

const faultsTable = (rows: readonly QualityRow[], words: Words): FigureTable | undefined => {
  const { faults, sources } = words.say.qualityPage
  return tableOfRows(
    faults.heading,
    [sources.source, faults.rule, faults.rows],
    rows
      .toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0))
      .map((row) => ({
        name: sourceName(row.source, words),
        cells: [
          words.say.rules[row.item] ?? row.item,
          row.status === 'ok' && row.count !== null
            ? faults.ofRows(words.number(row.count), words.number(row.of ?? 0))
            : sign(row, words),
        ],
      })),
  )
}

/** Of how many something is unknown, a row for each fact and a column for each period; none where nothing is told. */
function unknownTable(rows: readonly QualityRow[], reading: Reading): FigureTable | undefined {
  const { words } = reading
  const say = words.say.qualityPage.unknown
  if (rows.every(({ status }) => status === 'not_computable')) return undefined
  const spans = [...Map.groupBy(rows, ({ start, end }) => `${start}/${end}`).values()].flatMap(([first]) =>
    first?.start && first.end ? [{ start: first.start, end: first.end }] : [],
  )
  const facts = new Set(rows.map(({ item }) => item))
  return tableOfRows(
    say.heading,
    [say.what, ...spans.map((span) => spanInWords(span, reading))],
    [...facts].map((item) => ({
      name: say.attributes[item] ?? item,
      cells: spans.map(({ start, end }) => {
        const row = rows.find((each) => each.item === item && each.start === start && each.end === end)
        if (!row) return SIGNS.no_data
        return row.status === 'ok' && row.count !== null && row.of !== null
          ? say.ofPeople(words.number(row.count), words.number(row.of))
          : sign(row, words)
      }),
    })),
  )
}

function spanInWords({ start, end }: { start: string; end: string }, reading: Reading): string {
  const named = inForce({ period_type: '', period: '', period_start: start, period_end: end }, reading)
  return reading.words.period(named)
}

const conflictsTable = (rows: readonly QualityRow[], words: Words): FigureTable | undefined => {
  const say = words.say.qualityPage.unknown
  return tableOfRows(
    say.conflicts,
    [say.what, say.people],
    rows.map((row) => ({
      name: say.attributes[row.item] ?? row.item,
      cells: [row.status === 'ok' && row.count !== null ? words.number(row.count) : sign(row, words)],
    })),
  )
}

/** The Swedish day of an instant, unbroken in a narrow column. */
const dayOf = (instant: string, words: Words): string =>
  words.day(stockholmDay(new Date(instant))).replaceAll(' ', '\u00A0')

function deliveriesTable({ publication, agreement, words }: Reading): FigureTable | undefined {
  const say = words.say.qualityPage.deliveries
  return tableOfRows(
    say.heading,
    [say.file, say.received, say.rows, say.verdict],
    publication.manifest.deliveries
      .filter((each) => each.agreement === agreement.id)
      .toSorted((a, b) => b.received.localeCompare(a.received))
      .map(({ file, received, rows, verdict }) => ({
        name: file,
        cells: [
          dayOf(received, words),
          rows === undefined ? withheld(words) : words.number(rows),
          words.pick(VERDICT_WORDS[verdict]),
        ],
      })),
  )
}

const sign = ({ status }: Pick<QualityRow, 'status'>, words: Words): string =>
  status === 'ok' ? SIGNS.no_data : `${SIGNS[status]} ${words.say.codes.status[status]}`

const withheld = (words: Words): string => sign({ status: 'suppressed' }, words)

/** A sum is withheld with any part of it: the others would be taken for all. */
const inAll = (rows: readonly QualityRow[], column: 'count' | 'of', words: Words): string =>
  rows.some((row) => row[column] === null)
    ? SIGNS.suppressed
    : words.number(rows.reduce((all, row) => all + (row[column] ?? 0), 0))

const tableOfRows = (
  caption: string,
  columns: readonly string[],
  rows: FigureTable['rows'],
): FigureTable | undefined => (rows.length > 0 ? { caption, columns, rows } : undefined)
