import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import { inLanes } from './lanes.ts'
import type { LinkedCells } from './linked-cells.ts'

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
  sensitive: z.boolean(),
  width: z.number(),
  floors: z.array(z.string()),
  items: z.array(z.string()),
})
const Items = z.object({
  key: z.string(),
  cube: z.string().nullable(),
  is_outcome: z.boolean().default(false),
  cost: z.number(),
  rule: z.enum(['free', 'must_hide', 'zero', 'must_show', 'released']),
})

/**
 * Protects models, several at once, and adds what is hidden to `hidden_item`. Calls `cannot` for each that cannot be
 * protected, with the cell named.
 */
export async function suppressModels(
  connection: DuckDBConnection,
  models: readonly Model[],
  queries: ModelQueries,
  cannot: (of: Model, fault: ExpectedFault) => Promise<void>,
): Promise<Effort[]> {
  let reading: Promise<unknown> = Promise.resolve()
  /** A connection answers one question at a time. */
  function read(of: Model): Promise<LinkedCells> {
    const next = reading.then(() => cellsOf(connection, of, queries))
    reading = next.catch(() => {})
    return next
  }
  const ended = await inLanes(models, async (of, solve) => {
    const cells = await read(of)
    const started = performance.now()
    const outcome = await solve(cells)
    const effort = {
      ...of,
      cells: cells.counts.length,
      sensitive: cells.counts.filter(({ sensitive }) => sensitive).length,
      seconds: (performance.now() - started) / 1000,
    }
    if ('cannotProtect' in outcome) return { of, fault: cannotProtect(outcome.cannotProtect) }
    const { hidden, asked } = outcome
    const items = [...hidden].map((at) => cells.items[at]?.key ?? '')
    return { of, items, effort: { ...effort, programs: asked, hidden: hidden.size } }
  })
  for (const { of, fault } of ended) if (fault !== undefined) await cannot(of, fault)
  await connection.run(`insert into hidden_item select unnest(from_json($items, '["VARCHAR"]'))`, {
    items: JSON.stringify(ended.flatMap(({ items = [] }) => items)),
  })
  return ended.flatMap(({ effort = [] }) => effort)
}

async function cellsOf(connection: DuckDBConnection, of: Model, queries: ModelQueries): Promise<LinkedCells> {
  const ask = <Row extends z.ZodType>(row: Row, query: string) => queryRows(connection, row, query, { ...of })
  const columns = await ask(Columns, queries.columns)
  const counted = await ask(Counts, queries.counts)
  const judged = await ask(Items, queries.items)
  const placeOf = new Map(judged.map(({ key }, at) => [key, at]))
  const placesOf = (keys: readonly string[]) => keys.flatMap((key) => placeOf.get(key) ?? [])
  const countsOf = judged.map((): number[] => [])
  for (const [count, { items }] of counted.entries())
    for (const at of placesOf(items)) countsOf[at]?.push(count)
  return {
    columns: columns.map(({ value }) => value),
    counts: counted.map((count) => ({ ...count, floors: placesOf(count.floors) })),
    items: judged.map(({ is_outcome: isOutcome, ...item }, at) => ({
      ...item,
      isOutcome,
      counts: countsOf[at] ?? [],
    })),
  }
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
