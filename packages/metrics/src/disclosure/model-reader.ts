import type { DuckDBConnection } from '@duckdb/node-api'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'
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
 * Reads the models of an agreement together, when the first of them is asked for, as long as those of one agreement are
 * asked for one after another. A connection answers one question at a time.
 */
export function modelReader(connection: DuckDBConnection, models: readonly Model[], queries: ModelQueries) {
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
