import type { PublishedIndicator, WaterfallRow } from '@utfall/contracts'
import type { Reading } from '#lib/reader/reading.ts'
import { figureOrSign } from '#lib/words/words.ts'
import type { Words } from '#lib/words/words.ts'

/** One step from all who could count to the figure: what it is, how many, and in words who. */
export interface CountingStep {
  readonly name: string
  readonly count: string
  readonly text: string
}

/**
 * The published way from everyone concerned to those who are counted, over the whole agreement; undefined
 * where none is published or no step of it can be shown.
 */
export function waterfallSteps(indicator: PublishedIndicator, reading: Reading): CountingStep[] | undefined {
  const { publication, agreement, words } = reading
  const rows = publication.waterfalls
    .filter((row) => row.agreement === agreement.id && row.indicator === indicator.id)
    .filter((row) => row.definition_version === indicator.version && row.period_type === 'agreement')
    .toSorted((a, b) => a.step - b.step)
  if (rows.every(({ count }) => count === null)) return undefined
  return rows.map((row) => ({
    name: words.say.waterfall.roles[row.role],
    count: figureOrSign({ value: row.count, unit: 'people', status: row.status }, words),
    text: textOf(row, indicator, words),
  }))
}

function textOf({ role, reason }: WaterfallRow, indicator: PublishedIndicator, words: Words): string {
  const { waterfall, indicatorPage } = words.say
  switch (role) {
    case 'universe':
      return waterfall.universe
    case 'excluded':
      return waterfall.reasons[reason] ?? reason
    case 'denominator':
      return indicator.denominator ? words.pick(indicator.denominator) : ''
    case 'unknown':
      return indicatorPage.counted.unknownText
    case 'numerator':
      return words.pick(indicator.numerator)
    case 'complement':
      return waterfall.complement
  }
}
