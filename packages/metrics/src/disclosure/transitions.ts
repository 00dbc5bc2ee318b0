import type { DuckDBConnection } from '@duckdb/node-api'
import { queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import { Model, WANTED } from './model-reader.ts'
import { suppressModels } from './suppress-models.ts'
import type { Effort } from './suppress-models.ts'

const CELLS = sqlBeside(import.meta.url, 'transition_cells.sql')

const STAGES = `
  select distinct agreement, 'transition' as family, stage as breakdown from transition_cell order by all`
const CELLS_OF = `from (select *, stage as breakdown from transition_cell) where ${WANTED}`
const SUMS_OF = `from (select *, stage as breakdown from transition_sum) where ${WANTED}`
const QUERIES = {
  columns: `select 'transition' as family, breakdown, count as value ${CELLS_OF} order by breakdown, position`,
  counts: `
    select
      'transition' as family, breakdown, item as key, [position] as columns, count as value,
      is_small(count, threshold) as sensitive, threshold - 1 as width, []::varchar[] as floors, [item] as items
    ${CELLS_OF}
    union all
    select
      'transition', breakdown, sum, columns, value, not is_told, threshold - 1, [], if(is_told, ['known'], [])
    ${SUMS_OF}
    order by breakdown, key`,
  items: `
    select
      'transition' as family, breakdown, item as key, null::varchar as cube, count::double as cost,
      if(count < threshold, 'must_hide', 'free') as rule
    ${CELLS_OF}
    union all
    select distinct 'transition', breakdown, 'known', null, 0, 'must_show' ${SUMS_OF}
    order by breakdown, key`,
}

const HIDE = `
  update transition set status = 'suppressed' from transition_cell as cell
  where cell.row_number = transition.rowid and cell.item in (from hidden_item)`
const LEAVE_OUT = 'delete from transition where agreement = $agreement and stage = $stage'
const EMPTY = "update transition set count = null where status = 'suppressed'"

/**
 * Decides which cells of the transitions are hidden: one model for each stage of an agreement, of whose sums some are public.
 * A stage that cannot be protected so is left out whole.
 */
export async function suppressTransitions(connection: DuckDBConnection): Promise<Effort[]> {
  await runScript(connection, CELLS)
  await connection.run('create or replace temp table hidden_item (item varchar)')
  const stages = await queryRows(connection, Model, STAGES)
  const efforts = await suppressModels(
    connection,
    stages,
    QUERIES,
    async ({ agreement, breakdown: stage }) => {
      await connection.run(LEAVE_OUT, { agreement, stage })
    },
  )
  await connection.run(HIDE)
  await connection.run(EMPTY)
  return efforts
}
