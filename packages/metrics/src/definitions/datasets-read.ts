import type { DuckDBConnection } from '@duckdb/node-api'
import { DatasetName } from '@utfall/contracts'
import type { Agreement, IndicatorHeader } from '@utfall/contracts'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'

type Datasets = readonly DatasetName[]

/** A definition as far as it says what it reads. */
export interface Selecting {
  readonly header: Pick<IndicatorHeader, 'id' | 'version'>
  readonly sql: string
}

/** Which of a definition's figures. What is left out may be any. */
interface Part {
  readonly breakdowns: readonly string[]
  /** Of a unit cost. */
  readonly basis?: string
  readonly agreement?: Pick<Agreement, 'activities' | 'costs'>
}

const COUNTED: Datasets = ['attendance', 'headcount']
const MONEY: Datasets = ['costs', 'funding']

/** What the views that an indicator may read are made from (indicators/README.md); tables are datasets themselves. */
const READ_BY: Readonly<Record<string, Datasets>> = {
  participation: ['attendance'],
  first_visit: ['attendance'],
  anonymous_attendance: COUNTED,
  open_day: COUNTED,
  enrolment: ['engagements'],
  followup: ['engagements', 'statuses'],
  first_outcome: ['engagements', 'statuses'],
  association_life: ['attendance', 'memberships', 'statuses'],
  association_life_at_start: ['attendance', 'memberships', 'statuses'],
  self_efficacy_pair: ['surveys'],
  person_known: ['participants', 'attendance'],
  price_change: ['reference'],
  goal: DatasetName.options,
}

/** What each item of `money` is made from. What was agreed stands in the agreement, and in no delivery. */
const ITEMS: Readonly<Record<string, Datasets>> = {
  funding_awarded: [],
  own_cash_agreed: [],
  in_kind_agreed: [],
  own_contribution_agreed: [],
  funding_paid: ['funding'],
  in_kind: ['funding'],
  volunteer_hours: ['funding'],
  volunteer_value: ['funding'],
  own_cash: MONEY,
  own_contribution: MONEY,
  cost_direct: ['costs'],
  cost_shared: ['costs'],
  cost: ['costs'],
}

const BASES: Readonly<Record<string, Datasets>> = {
  municipality: ['funding'],
  cost: ['costs'],
  cost_with_own_contribution: MONEY,
}

const Statement = z.object({
  indicator: z.string(),
  version: z.int(),
  tables: z.array(z.string()),
  words: z.array(z.string()),
})

const STATEMENTS = `
  with definition as (
    select unnest(from_json($definitions, '[{"indicator": "VARCHAR", "version": "INTEGER", "sql": "VARCHAR"}]'),
      recursive := true)
  ),
  statement as (select indicator, version, json_serialize_sql(sql) as tree from definition)
  select
    indicator, version,
    regexp_extract_all(tree, '"table_name":"([^"]*)"', 1) as tables,
    list_distinct(regexp_extract_all(tree, '"([^"]*)"', 1)) as words
  from statement`

export type DatasetsRead = (of: Selecting['header'], part: Part) => DatasetName[]

/**
 * Tells which datasets a part of an indicator is counted from, in the order of the contract, by the SELECTs of all.
 * What people are (gender, age, district) is read where the figure is taken apart by it.
 */
export async function datasetsReadBy(
  connection: DuckDBConnection,
  definitions: readonly Selecting[],
): Promise<DatasetsRead> {
  const statements = await queryRows(connection, Statement, STATEMENTS, {
    definitions: JSON.stringify(
      definitions.map(({ header, sql }) => ({ indicator: header.id, version: header.version, sql })),
    ),
  })
  return ({ id, version }, part) => {
    const its = statements.find((each) => each.indicator === id && each.version === version)
    const read = new Set(its === undefined ? DatasetName.options : readIn(its, part, statements))
    return DatasetName.options.filter((dataset) => read.has(dataset))
  }
}

type Statement = z.infer<typeof Statement>

function readIn(of: Statement, part: Part, all: readonly Statement[]): readonly string[] {
  const byWhoTheyAre = part.breakdowns.some((each) => each !== 'total' && each !== 'activity')
  const views = [...of.tables, ...(byWhoTheyAre ? ['person_known'] : [])]
  return [
    ...views.flatMap((view): readonly string[] => {
      if (view === 'money') return readOfMoney(of, part)
      if (view === 'cost_base') return [...(BASES[part.basis ?? ''] ?? MONEY), ...sharedBy(part)]
      if (view === 'yearly_cost') return BASES[part.basis ?? ''] ?? MONEY
      if (view === 'counted_figure') return readOfCounted(of, part, all)
      return READ_BY[view] ?? [view]
    }),
    ...(of.words.includes('visits') ? readByRule(part) : []),
  ]
}

function readOfMoney({ words }: Statement, part: Part): Datasets {
  const named = Object.keys(ITEMS).filter((item) => words.includes(item))
  const items = named.length > 0 ? named : Object.keys(ITEMS)
  const isShared = items.includes('cost') || items.includes('cost_shared')
  return [...items.flatMap((item) => ITEMS[item] ?? []), ...(isShared ? sharedBy(part) : [])]
}

/** Cost that activities share is given to each by what was counted there, unless the agreement has fixed the parts. */
function sharedBy({ breakdowns, agreement }: Part): Datasets {
  return breakdowns.includes('activity') && agreement?.costs.shared.basis !== 'fixed' ? COUNTED : []
}

/** What the indicators that it names are counted from; where it names none, any that count people or events. */
function readOfCounted({ indicator, words }: Statement, part: Part, all: readonly Statement[]) {
  const named = all.filter(
    (each) =>
      each.indicator !== indicator &&
      words.includes(each.indicator) &&
      !each.tables.includes('counted_figure'),
  )
  return named.length > 0 ? named.flatMap((each) => readIn(each, part, all)) : [...COUNTED, 'engagements']
}

/** Whether a visit counts towards the state's grant is a matter of ages. */
function readByRule({ agreement }: Part): Datasets {
  return agreement?.activities.some(({ counting_rule }) => counting_rule === 'lok') === true
    ? ['participants']
    : []
}
