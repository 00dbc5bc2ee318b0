import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import { inLanes } from './lanes.ts'
import type { LinkedCells } from './linked-cells.ts'

export const Model = z.object({ agreement: z.string(), family: z.string(), breakdown: z.string() })
export type Model = z.infer<typeof Model>

/** The SELECTs that tell all models of $agreement that are of one of $breakdowns, with `family` and `breakdown` in each row. */
export interface ModelQueries {
  readonly columns: string
  readonly counts: string
  readonly items: string
}

/** Which rows of a table these are: the models that are asked for. */
export const WANTED = `
  agreement = $agreement and list_contains(from_json($breakdowns, '["VARCHAR"]'), breakdown)`

/** What protecting one family took. */
export interface Effort extends Model {
  readonly cells: number
  readonly sensitive: number
  readonly programs: number
  readonly hidden: number
  readonly seconds: number
}

const OfModel = Model.omit({ agreement: true })
const Columns = OfModel.extend({ value: z.number() })
const Counts = OfModel.extend({
  key: z.string(),
  columns: z.array(z.number()),
  value: z.number(),
  sensitive: z.boolean(),
  width: z.number(),
  floors: z.array(z.string()),
  items: z.array(z.string()),
})
const Items = OfModel.extend({
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
  const cellsOf = agreementReader(connection, models, queries)
  const ended = await inLanes(models, async (of, solve) => {
    const cells = await cellsOf(of)
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

/**
 * Reads the models of an agreement together, when the first of them is asked for, as long as those of one agreement are
 * asked for one after another. A connection answers one question at a time.
 */
function agreementReader(connection: DuckDBConnection, models: readonly Model[], queries: ModelQueries) {
  const inAgreement = Map.groupBy(models, ({ agreement }) => agreement)
  let latest: { readonly agreement: string; readonly cells: Promise<Map<string, LinkedCells>> } | undefined
  async function read(agreement: string, before: Promise<unknown> | undefined) {
    await before?.catch(() => {})
    const of = inAgreement.get(agreement) ?? []
    const breakdowns = JSON.stringify([...new Set(of.map(({ breakdown }) => breakdown))])
    const ask = async <Row extends typeof OfModel>(row: Row, query: string) =>
      Map.groupBy(await queryRows(connection, row, query, { agreement, breakdowns }), nameOf)
    const columns = await ask(Columns, queries.columns)
    const counts = await ask(Counts, queries.counts)
    const items = await ask(Items, queries.items)
    return new Map(
      of
        .map(nameOf)
        .map((name) => [name, linkedCells(columns.get(name), counts.get(name), items.get(name))] as const),
    )
  }
  return async ({ agreement, ...of }: Model): Promise<LinkedCells> => {
    if (latest?.agreement !== agreement) latest = { agreement, cells: read(agreement, latest?.cells) }
    const cells = (await latest.cells).get(nameOf(of))
    if (cells === undefined) throw new Error(`No model ${agreement} ${nameOf(of)}`)
    return cells
  }
}

const nameOf = ({ family, breakdown }: z.infer<typeof OfModel>) => `${family} ${breakdown}`

function linkedCells(
  columns: readonly z.infer<typeof Columns>[] = [],
  counted: readonly z.infer<typeof Counts>[] = [],
  judged: readonly z.infer<typeof Items>[] = [],
): LinkedCells {
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
