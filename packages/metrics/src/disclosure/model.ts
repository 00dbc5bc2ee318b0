import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import { queryRow, queryRows } from '@utfall/warehouse'
import type { Highs } from 'highs'
import { z } from 'zod'
import type { LinkedCells } from './linked-cells.ts'
import { CannotProtect, suppress } from './suppress.ts'
import type { Pattern } from './suppress.ts'

export const Model = z.object({ agreement: z.string(), family: z.string(), breakdown: z.string() })
export type Model = z.infer<typeof Model>

/** The SELECTs that tell one model; each names $agreement, $family and $breakdown. */
export interface ModelQueries {
  readonly columns: string
  readonly counts: string
  readonly items: string
}

/** What protecting one family took. */
export interface Effort extends Model {
  readonly cells: number
  readonly sensitive: number
  readonly programs: number
  readonly hidden: number
  readonly seconds: number
}

const Columns = z.object({ value: z.number() })
const Counts = z.object({
  key: z.string(),
  columns: z.array(z.number()),
  value: z.number(),
  isSensitive: z.boolean(),
  floor: z.literal([0, 1]),
  items: z.array(z.string()),
})
const Items = z.object({
  key: z.string(),
  cube: z.string(),
  breakdown: z.string(),
  indicator: z.string(),
  cost: z.number(),
  rule: z.enum(['free', 'must_hide', 'must_show']),
})

/** Protects one model, and adds what is hidden to `hidden_item`. Throws `ExpectedFault` with the cell that cannot be. */
export async function suppressModel(
  connection: DuckDBConnection,
  highs: Highs,
  of: Model,
  queries: ModelQueries,
): Promise<Effort> {
  const started = performance.now()
  const ask = <Row extends z.ZodType>(row: Row, query: string) => queryRows(connection, row, query, { ...of })
  const columns = await ask(Columns, queries.columns)
  const counted = await ask(Counts, queries.counts)
  const judged = await ask(Items, queries.items)
  const { threshold } = await queryRow(
    connection,
    z.object({ threshold: z.number() }),
    'select threshold from agreement_terms where agreement = $agreement',
    { agreement: of.agreement },
  )
  const countsOf = new Map<string, number[]>()
  for (const [position, { items }] of counted.entries()) {
    for (const item of items) countsOf.set(item, [...(countsOf.get(item) ?? []), position])
  }
  const cells: LinkedCells = {
    columns: columns.map(({ value }) => value),
    counts: counted.map(({ isSensitive, ...count }) => ({ ...count, sensitive: isSensitive })),
    items: judged.map((item) => ({ ...item, counts: countsOf.get(item.key) ?? [] })),
    width: threshold - 1,
  }
  const { hidden, asked, withheld } = protectModel(highs, cells, judged, of)
  await connection.run(`insert into hidden_item select unnest(from_json($items, '["VARCHAR"]'))`, {
    items: JSON.stringify([...hidden].map((at) => cells.items[at]?.key ?? '')),
  })
  await connection.run(`insert into withheld_cube select unnest(from_json($cubes, '["VARCHAR"]'))`, {
    cubes: JSON.stringify(
      judged
        .filter(({ cube, indicator, breakdown }) =>
          [cube, indicator, breakdown].some((name) => withheld.has(name)),
        )
        .map(({ cube }) => cube),
    ),
  })
  return {
    ...of,
    cells: cells.counts.length,
    sensitive: cells.counts.filter(({ sensitive }) => sensitive).length,
    programs: asked,
    hidden: hidden.size,
    seconds: (performance.now() - started) / 1000,
  }
}

/**
 * Hides cell by cell. Where that cannot protect a cell, because zeros are shown and all but zeros are few, its
 * cube is withheld whole; then every cube of its indicator in this breakdown, and then the breakdown. A
 * breakdown of which nothing is shown tells nothing; a total has no larger whole to be withheld with.
 */
function protectModel(
  highs: Highs,
  cells: LinkedCells,
  judged: readonly z.infer<typeof Items>[],
  of: Model,
): Pattern & { readonly withheld: ReadonlySet<string> } {
  const withheld = new Set<string>()
  for (;;) {
    const withoutThose = withholding(cells, judged, withheld)
    try {
      return { ...suppress(highs, withoutThose), withheld }
    } catch (error) {
      if (!(error instanceof CannotProtect)) throw error
      const at = cells.counts.findIndex(({ key }) => key === error.key)
      const item = judged.find(
        ({ breakdown }, position) => breakdown === of.breakdown && cells.items[position]?.counts.includes(at),
      )
      const next = item && [item.cube, item.indicator, item.breakdown].find((name) => !withheld.has(name))
      if (item === undefined || of.breakdown === 'total') throw cannotProtect(error.key)
      if (next === undefined) return { hidden: ownItems(withoutThose, judged, of), asked: 0, withheld }
      withheld.add(next)
    }
  }
}

const ownItems = (cells: LinkedCells, judged: readonly z.infer<typeof Items>[], of: Model) =>
  new Set(
    [...judged.keys()].filter(
      (at) => judged[at]?.breakdown === of.breakdown && cells.items[at]?.rule === 'must_hide',
    ),
  )

/** The same cells where all of some cubes must be hidden, zeros too: then nobody knows that a hidden one is not zero. */
function withholding(
  cells: LinkedCells,
  judged: readonly z.infer<typeof Items>[],
  withheld: ReadonlySet<string>,
): LinkedCells {
  const isWithheld = (at: number) => {
    const item = judged[at]
    if (item === undefined || item.breakdown === 'total') return false
    return withheld.has(item.cube) || withheld.has(item.indicator) || withheld.has(item.breakdown)
  }
  const items = cells.items.map((item, at) =>
    isWithheld(at) ? { ...item, rule: 'must_hide' as const } : item,
  )
  const floorless = new Set(items.flatMap(({ counts }, at) => (isWithheld(at) ? counts : [])))
  const counts = cells.counts.map((count, at) =>
    floorless.has(at) ? { ...count, floor: 0 as const } : count,
  )
  return { ...cells, items, counts }
}

function cannotProtect(cell: string): ExpectedFault {
  return new ExpectedFault(
    'cannot_protect',
    {
      sv: `${cell} går inte att skydda, eftersom det som redan är publicerat avslöjar det. Inget har publicerats. Kontrollera leveranserna som ligger bakom talet.`,
      en: `${cell} cannot be protected, since what is published already gives it away. Nothing has been published. Check the deliveries behind the figure.`,
    },
    EXIT_STATUS.deliveryStopped,
  )
}
