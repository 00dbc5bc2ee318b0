import { COST_BASES } from '@utfall/contracts'
import type { CostRow, ResultRow } from '@utfall/contracts'
import { headline } from '#lib/publication/results.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { SIGNS } from '@utfall/contracts/written-figure'
import { figureOrSign } from '#lib/words/words.ts'
import type { Words } from '#lib/words/words.ts'

export const UNIT_COSTS = [
  'cost_per_participant',
  'cost_per_attendance',
  'cost_per_hour',
  'cost_per_outcome',
] as const
type UnitCost = (typeof UNIT_COSTS)[number]

/** Unit costs on the three bases, with both parts of every quotient. */
export interface CostView {
  readonly summary: string
  readonly bases: readonly { readonly name: string; readonly total: string }[]
  readonly rows: readonly {
    readonly indicator: UnitCost
    readonly name: string
    readonly per: string
    readonly cells: readonly { readonly text: string; readonly reason: string }[]
  }[]
  /** That there are three ways to count; empty where not all of them are shown. */
  readonly ways: string
  /** What the own contribution is made of; empty where there is none. */
  readonly own: string
  /** Which unit costs and bases are not in the table, and why. */
  readonly missing: readonly string[]
}

/** Undefined where no unit cost can be shown. A basis that no unit cost is known on has no column, but a sentence. */
export function costView({ publication, agreement, words }: Reading): CostView | undefined {
  const { cost } = words.say.agreementPage
  const { basis: names, status } = words.say.codes
  const all = UNIT_COSTS.map((indicator) => ({
    indicator,
    cells: COST_BASES.map((basis) => headline(publication.results(agreement.id, indicator), basis)),
  }))
  const table = all.filter(({ cells }) => cells.some(isShown))
  const first = table[0]
  const shown = first?.cells.find(isShown)
  if (!first || !shown) return undefined

  const bases = COST_BASES.map((basis, index) => ({
    index,
    name: names[basis],
    cells: table.flatMap(({ cells }) => cells[index] ?? []),
  }))
  const told = bases.filter(({ cells }) => cells.some(isShown))
  return {
    summary: cost.summary(
      figureOrSign(shown, words),
      cost.rows[first.indicator],
      inSentence(shown.basis, words),
    ),
    bases: told.map(({ name, cells }) => {
      const total = cells.flatMap(({ numerator }) => numerator ?? [])[0]
      return { name, total: total === undefined ? '' : words.kronor(total) }
    }),
    rows: table.map(({ indicator, cells }) => {
      const per = cells.flatMap((cell) => cell?.denominator ?? [])[0]
      return {
        indicator,
        name: cost.rows[indicator],
        per: per === undefined ? '' : words.number(per),
        cells: told.map(({ index }) => {
          const cell = cells[index]
          return {
            text:
              cell?.status === 'ok' && cell.value !== null
                ? words.number(cell.value)
                : SIGNS[!cell || cell.status === 'ok' ? 'no_data' : cell.status],
            reason: !cell || cell.status === 'ok' ? '' : status[cell.status],
          }
        }),
      }
    }),
    ways: told.length === COST_BASES.length ? cost.intro : '',
    own: ownContribution(publication.costs, agreement.id, words),
    missing: [
      ...bases.flatMap(({ name, cells: [cell] }, index) =>
        cell && !told.some((each) => each.index === index) && cell.status !== 'ok'
          ? [cost.notKnown(name, status[cell.status])]
          : [],
      ),
      ...all.flatMap(({ indicator, cells: [cell] }) =>
        cell && !table.some((row) => row.indicator === indicator) && cell.status !== 'ok'
          ? [cost.missing(cost.rows[indicator], status[cell.status])]
          : [],
      ),
    ],
  }
}

const isShown = (cell: ResultRow | undefined): boolean => cell?.status === 'ok'

/** Whether unit costs are known, but all of them withheld. */
export const isCostWithheld = ({ publication, agreement }: Reading): boolean =>
  UNIT_COSTS.some((indicator) =>
    COST_BASES.some(
      (basis) => headline(publication.results(agreement.id, indicator), basis)?.status === 'suppressed',
    ),
  )

const inSentence = (basis: string, words: Words): string => {
  const name = Object.entries(words.say.codes.basis).find(([code]) => code === basis)?.[1] ?? basis
  return name.charAt(0).toLowerCase() + name.slice(1)
}

/** Money and valued effort are never one number without their parts. */
function ownContribution(costs: readonly CostRow[], agreement: string, words: Words): string {
  const { cost, list } = words.say.agreementPage
  const amount = (item: CostRow['item']): number =>
    costs.find(
      (row) =>
        row.agreement === agreement &&
        row.period_type === 'agreement' &&
        row.activity === '' &&
        row.item === item,
    )?.amount ?? 0
  const parts = [
    amount('own_cash') > 0 && cost.ownCash(words.kronor(amount('own_cash'))),
    amount('in_kind') > 0 && cost.inKind(words.kronor(amount('in_kind'))),
    amount('volunteer_hours') > 0 &&
      cost.volunteer(words.number(amount('volunteer_hours')), words.kronor(amount('volunteer_value'))),
  ].filter((part) => part !== false)
  return parts.length > 0 ? cost.own(words.kronor(amount('own_contribution')), list(parts)) : ''
}
