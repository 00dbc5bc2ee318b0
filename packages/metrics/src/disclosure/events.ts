import type { DuckDBConnection } from '@duckdb/node-api'
import { queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import { Model, WANTED } from './model-reader.ts'
import { suppressModels } from './suppress-models.ts'
import type { Effort } from './suppress-models.ts'

const sql = (name: string) => sqlBeside(import.meta.url, `${name}.sql`)
const STEPS = ['event_cells', 'event_models'].map(sql)
const TOLD = sql('told_events')
const SETTLED = sql('event_totals')
const HIDDEN = sql('events_hidden')

/** Where nothing is hidden there is nothing to protect. */
const MODELS = `
  select distinct agreement, family, model as breakdown
  from event_item
  where rule = 'must_hide' and (agreement, family) in (select (agreement, family) from unsettled)
  order by all`
const ALL_UNSETTLED = `
  create or replace temp table unsettled as select distinct agreement, family from event_item`
const QUERIES = {
  columns: `
    select family, breakdown, value
    from (
      select agreement, family, breakdown, position, value - least as value from event_column
      union all
      select agreement, family, breakdown, position, value - least from event_surplus
    )
    where ${WANTED}
    order by family, breakdown, position`,
  counts: `
    select
      family, breakdown, key, columns, value, sensitive, if(sensitive, width, 0) as width, []::varchar[] as floors, items
    from (select * rename (model as breakdown) from told_event)
    where ${WANTED}
    order by family, breakdown, key, columns`,
  items: `
    select family, breakdown, item as key, null::varchar as cube, cost, rule
    from (select * exclude (breakdown) rename (model as breakdown) from event_item)
    where ${WANTED}
    order by family, breakdown, item`,
}

const WITHHOLD = `
  insert into hidden_item
  select item from event_item
  where agreement = $agreement and family = $family and model = $breakdown and breakdown = model and rule in ('free', 'must_hide')`

/**
 * Decides which attendances, sessions and hours are hidden beside those that are small or whose people are: one model
 * for the totals of each figure, and one for each of its breakdowns together with the totals. A total that goes for
 * the sake of one breakdown takes the others with it, so those of its figure are asked again until none goes. What cannot
 * be protected cell by cell is withheld for the agreement.
 */
export async function suppressEvents(connection: DuckDBConnection): Promise<Effort[]> {
  for (const step of STEPS) await runScript(connection, step)
  await connection.run('create or replace temp table hidden_item (item varchar)')
  await connection.run(ALL_UNSETTLED)
  const efforts: Effort[] = []
  let models = await queryRows(connection, Model, MODELS)
  while (models.length > 0) {
    await runScript(connection, TOLD)
    efforts.push(
      ...(await suppressModels(connection, models, QUERIES, async ({ ...of }) => {
        await connection.run(WITHHOLD, of)
      })),
    )
    await runScript(connection, SETTLED)
    models = await queryRows(connection, Model, MODELS)
  }
  await runScript(connection, HIDDEN)
  return efforts
}
