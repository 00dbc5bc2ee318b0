import { VERDICT_WORDS, Verdict } from '@utfall/contracts'
import type { QualityRow } from '@utfall/contracts'
import type { Reading } from '#lib/reader/reading.ts'
import type { Words } from '#lib/words/words.ts'

/** What should come, or be put right, before the next publication; a sentence each. */
export function missingBeforeNext(rows: readonly QualityRow[], reading: Reading): string[] {
  return [...silentSources(rows, reading), ...rejectedFiles(rows, reading), ...waitingRows(rows, reading)]
}

/** Sources that have said nothing, or nothing of the last of the time that the publication speaks of. */
function silentSources(rows: readonly QualityRow[], { publication, agreement, words }: Reading): string[] {
  const { never, after } = words.say.qualityPage.missing
  const last = [agreement.period.end, publication.manifest.as_of].toSorted()[0] ?? agreement.period.end
  return rows
    .filter(({ kind }) => kind === 'coverage')
    .flatMap(({ source, status, end }) => {
      if (status === 'no_data' || end === null) return [never(sourceName(source, words))]
      return end < last ? [after(sourceName(source, words), words.day(end))] : []
    })
}

/** Files that were not loaded, under any delivery by the same name. */
function rejectedFiles(rows: readonly QualityRow[], { words }: Reading): string[] {
  const deliveries = rows.filter(({ kind }) => kind === 'delivery')
  const loaded = new Set(deliveries.filter(isLoaded).map(({ item }) => item))
  const waiting = new Map(deliveries.filter(({ item }) => !loaded.has(item)).map((row) => [row.item, row]))
  return [...waiting].flatMap(([file, { verdict }]) => {
    const known = Verdict.safeParse(verdict).data
    return known ? [words.say.qualityPage.missing.notLoaded(file, words.pick(VERDICT_WORDS[known]))] : []
  })
}

/** How many is withheld because there are some; of a file of few rows not even that is told. */
const someWait = ({ count, of }: QualityRow): boolean => count === null && of !== null

function waitingRows(rows: readonly QualityRow[], { words }: Reading): string[] {
  const { quarantined, someQuarantined } = words.say.qualityPage.missing
  return [...Map.groupBy(standingDeliveries(rows), ({ source }) => source)].flatMap(([source, files]) => {
    const name = sourceName(source, words)
    if (files.some(someWait)) return [someQuarantined(name)]
    const waiting = files.reduce((all, { count }) => all + (count ?? 0), 0)
    return waiting > 0 ? [quarantined(name, words.number(waiting))] : []
  })
}

/**
 * The loaded deliveries that no later one stands in the place of. The publication does not say what a delivery
 * replaces: one by the same name does, and one over all of the same time is taken to.
 */
export function standingDeliveries(rows: readonly QualityRow[]): QualityRow[] {
  const loaded = rows.filter((row) => row.kind === 'delivery' && isLoaded(row))
  return loaded.filter(
    (row, place) =>
      !loaded
        .slice(place + 1)
        .some((later) => later.source === row.source && (later.item === row.item || covers(later, row))),
  )
}

const isLoaded = ({ verdict }: QualityRow): boolean =>
  verdict === 'approved' || verdict === 'approved_with_remarks'

const covers = (later: QualityRow, row: QualityRow): boolean =>
  later.start !== null &&
  later.end !== null &&
  row.start !== null &&
  row.end !== null &&
  later.start <= row.start &&
  later.end >= row.end

export const sourceName = (source: string, { say }: Words): string =>
  say.qualityPage.sources.names[source] ?? source
