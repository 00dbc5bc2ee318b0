import type { ResultRow } from '@utfall/contracts'
import type { FigureTable } from '#lib/figure/marks.ts'
import { overTime } from '#lib/publication/results.ts'
import { inForce } from '#lib/reader/in-force.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { figureOrSign } from '#lib/words/words.ts'

/** A cost as it was paid beside the same in the prices of the first year; or why that cannot be told. */
export interface FixedPrices {
  readonly table: FigureTable | undefined
  readonly missing: string
}

const BASIS = 'municipality'

/** Undefined where no cost per participant is published at all. */
export function fixedPrices(reading: Reading): FixedPrices | undefined {
  const { publication, agreement, words } = reading
  const say = words.say.economyPage.fixed
  const rows = (id: string) => overTime(publication.results(agreement.id, id), 'agreement_year', BASIS)
  const [nominal, fixed] = [rows('cost_per_participant'), rows('cost_per_participant_fixed')]
  if (fixed.length === 0) return undefined
  if (fixed.every(({ status }) => status !== 'ok'))
    return { table: undefined, missing: reasonOf(fixed, reading) }
  const cell = (row: ResultRow | undefined) => (row ? figureOrSign(row, words) : '')
  return {
    table: {
      caption: say.caption,
      columns: [words.say.figures.period, say.nominal, say.inPricesOf(agreement.period.start.slice(0, 4))],
      rows: fixed.map((row) => ({
        name: words.period(inForce(row, reading)),
        cells: [cell(nominal.find(({ period }) => period === row.period)), cell(row)],
      })),
    },
    missing: fixed.some(({ status }) => status !== 'ok') ? reasonOf(fixed, reading) : '',
  }
}

/** Which years' price index is missing, or else why the cost itself is. */
function reasonOf(rows: readonly ResultRow[], { words }: Reading): string {
  const say = words.say.economyPage.fixed
  const years = rows.flatMap(
    ({ note }) => /no_price_index=(?<years>\d{4}(?: \d{4})*)/.exec(note)?.groups?.['years']?.split(' ') ?? [],
  )
  if (years.length > 0) return say.noIndex(words.say.agreementPage.list([...new Set(years)].toSorted()))
  const status = rows.flatMap((row) => (row.status === 'ok' ? [] : [row.status]))[0] ?? 'no_data'
  return say.none(words.say.codes.status[status])
}
