import type { Unit } from '@utfall/contracts'
import { valueAxis } from '#lib/chart/scale.ts'
import type { Flow } from '#lib/chart/flow-layout.ts'
import type { ValueAxis } from '#lib/chart/scale.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { targetInWords } from '#lib/words/words.ts'
import { releasedInWords } from '#lib/publication/released.ts'
import type { FigureTable, Mark } from './marks.ts'

/** All that a figure must have; none can be built without every part. */
export interface FigureView {
  readonly id: string
  readonly heading: string
  readonly summary: string
  readonly chart: ChartView
  /** What the signs and dashes of the chart mean, where it has them. */
  readonly notes: readonly string[]
  readonly table: FigureTable
  readonly source: string
  readonly downloads: readonly Download[]
}

export interface Download {
  readonly text: string
  readonly href: string
}

export interface NamedTarget {
  readonly value: number
  readonly text: string
}

export type ChartView =
  | {
      readonly kind: 'bars'
      readonly overTime: boolean
      readonly groups: readonly (readonly Mark[])[]
      readonly max: number
      readonly target: NamedTarget | null
    }
  | {
      readonly kind: 'dots'
      readonly marks: readonly Mark[]
      readonly axis: ValueAxis
      readonly target: NamedTarget | null
    }
  | {
      readonly kind: 'line'
      readonly series: readonly { readonly name: string; readonly marks: readonly Mark[] }[]
      readonly axis: ValueAxis
      readonly target: NamedTarget | null
      /** A number under each point of the axis, as how many are still followed. */
      readonly under?: { readonly title: string; readonly texts: readonly string[] }
    }
  | FlowView

/** From what people did to what they did later. */
export interface FlowView {
  readonly kind: 'flow'
  /** What the two sides are: `Vid start`, `Vid avslutet`. */
  readonly from: string
  readonly to: string
  readonly flows: readonly Flow[]
  /** Every place by its code, in the order in which they stand. */
  readonly names: Readonly<Record<string, string>>
  /** How many stand at each place, in words. */
  readonly fromTexts: Readonly<Record<string, string>>
  readonly toTexts: Readonly<Record<string, string>>
  /** The places that the agreement works towards. */
  readonly gained: readonly string[]
}

/** Sizes are drawn as bars from zero, levels as dots with their intervals. */
export const isSize = (unit: Unit): boolean => unit === 'people' || unit === 'events' || unit === 'hours'

export const barsOf = (
  groups: readonly (readonly Mark[])[],
  overTime: boolean,
  target: NamedTarget | null = null,
): ChartView => ({
  kind: 'bars',
  overTime,
  groups,
  max: Math.max(1, target?.value ?? 0, ...groups.flat().map(({ value }) => value ?? 0)),
  target,
})

export const namedTarget = (
  target: number | null,
  unit: Unit,
  { words }: Pick<Reading, 'words'>,
): NamedTarget | null =>
  target === null
    ? null
    : { value: target, text: words.say.figures.target(targetInWords(target, unit, words)) }

export const levelsOf = (
  kind: 'dots' | 'line',
  marks: readonly Mark[],
  target: number | null,
  unit: Unit,
  reading: Pick<Reading, 'words'>,
): ChartView => {
  const axis = valueAxis(marks, target, unit, reading.words)
  const named = namedTarget(target, unit, reading)
  return kind === 'dots'
    ? { kind, marks, axis, target: named }
    : { kind, series: [{ name: '', marks }], axis, target: named }
}

export function notesOn(marks: readonly Mark[], { words }: Reading): string[] {
  const { figures } = words.say
  return [
    ...marks.flatMap(({ begins, name }) => (begins > 0 ? [figures.breakNote(String(begins), name)] : [])),
    ...(marks.some(({ incomplete }) => incomplete) ? [figures.incompleteNote] : []),
    ...(marks.some(({ waits }) => waits) ? [figures.waitsNote] : []),
    ...(marks.some(({ text }) => text === '..') ? [figures.withheldNote] : []),
  ]
}

/** Which of the parties delivered the data, to which day it speaks, and when it was published. */
export function sourceLine({ publication, agreement, words }: Reading): string {
  const { manifest } = publication
  const senders = new Set(
    manifest.deliveries.filter((each) => each.agreement === agreement.id).map(({ sender }) => sender),
  )
  const parties = [agreement.association.name, agreement.municipality.name]
  const delivered = parties.filter((party) => senders.has(party))
  const names = delivered.length > 0 ? delivered : [...senders]
  return words.say.figures.source(
    words.say.agreementPage.list(names),
    words.day(manifest.as_of),
    releasedInWords(publication, words),
  )
}
