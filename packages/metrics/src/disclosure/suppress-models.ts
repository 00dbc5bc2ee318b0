import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import { inLanes } from './lanes.ts'
import { modelReader } from './model-reader.ts'
import type { Model, ModelQueries } from './model-reader.ts'

/** What protecting one family took. */
export interface Effort extends Model {
  readonly cells: number
  readonly sensitive: number
  readonly programs: number
  readonly hidden: number
  readonly seconds: number
}

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
  const cellsOf = modelReader(connection, models, queries)
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

function cannotProtect(cell: string): ExpectedFault {
  return new ExpectedFault(
    'cannot_protect',
    {
      sv: `${cell} går inte att skydda: det finns inget kvar att dölja som hindrar att talet räknas fram. Inget har publicerats. Kontrollera leveranserna som ligger bakom talet.`,
      en: `${cell} cannot be protected: nothing is left to hide that would keep it from being worked out. Nothing has been published. Check the deliveries behind the figure.`,
    },
    EXIT_STATUS.publicationRefused,
  )
}
