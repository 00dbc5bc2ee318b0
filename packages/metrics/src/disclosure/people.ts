import type { DuckDBConnection } from '@duckdb/node-api'
import { queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import { Model, WANTED } from './model-reader.ts'
import { suppressModels } from './suppress-models.ts'
import type { Effort } from './suppress-models.ts'

const sql = (name: string) => sqlBeside(import.meta.url, `${name}.sql`)
const MODELLED_ROWS = sql('modelled_rows')
const TOTALS = sql('people_totals')
const STEPS = ['people_patterns', 'people_columns', 'people_items', 'people_bands'].map(sql)

/** People of one agreement that the model bears: each may be a column of its own, and each question takes them all. */
export const MOST_PEOPLE = 2_000

/** Numbers of people in all breakdowns of one agreement that the model bears: beyond that calendar years are broken down only. */
const MOST_BROKEN_DOWN = 3_000

const MODELS = `
  select distinct agreement, family, model as breakdown from people_count
  order by agreement, family, model <> 'total', model`
const COLUMNS = `
  select family, breakdown, people as value from model_column where ${WANTED} order by family, breakdown, position`
const COUNTS = `
  select family, breakdown, key, columns, value, is_sensitive as sensitive, threshold - 1 as width, floors, items
  from (select * rename (model as breakdown) from people_count)
  where ${WANTED}
  order by family, breakdown, key, columns`
const ITEMS = `
  select family, breakdown, item as key, withheld_with as cube, kind <> 'count' as is_outcome, cost, rule
  from (select * exclude (breakdown) rename (model as breakdown) from people_item)
  where ${WANTED} and family is not null -- an indicator that counted nobody has none
  order by family, breakdown, item`
const OF_COUNT = 'agreement = $agreement and family = $family and model = $breakdown'

/**
 * All of a breakdown that cannot be protected cell by cell: beside the totals, which are protected without it, nothing is
 * then known of its cells. What an earlier publication showed of it stays.
 */
const WITHHOLD = `
  insert into hidden_item
  select item from people_item where ${OF_COUNT} and people_item.breakdown <> 'total' and rule <> 'released'`

const QUERIES = { columns: COLUMNS, counts: COUNTS, items: ITEMS }

/**
 * Decides which figures of people are hidden, into `hidden_item`: one model for the totals of each family of linked
 * indicators, and then one for each of its breakdowns together with the totals, which stay as they are.
 */
export async function suppressPeople(connection: DuckDBConnection): Promise<Effort[]> {
  await connection.run('create or replace temp table hidden_item (item varchar)')
  await runScript(connection, MODELLED_ROWS, { most_people: MOST_PEOPLE, most_broken_down: MOST_BROKEN_DOWN })
  for (const step of STEPS) await runScript(connection, step)
  const models = await queryRows(connection, Model, MODELS)
  const ofTotals = models.filter(({ breakdown }) => breakdown === 'total')
  const ofBreakdowns = models.filter(({ breakdown }) => breakdown !== 'total')
  const totals = await suppressModels(connection, ofTotals, QUERIES, (_, fault) => Promise.reject(fault))
  await runScript(connection, TOTALS)
  const breakdowns = await suppressModels(connection, ofBreakdowns, QUERIES, async ({ ...of }) => {
    await connection.run(WITHHOLD, of)
  })
  return [...totals, ...breakdowns]
}
