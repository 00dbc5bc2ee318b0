import type { DuckDBConnection } from '@duckdb/node-api'
import { DATASETS, closest } from '@utfall/contracts'
import type { DatasetName, FaultGroup, Sentence } from '@utfall/contracts'
import { identifier, literal, queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import { rulesBroken } from './fault-table.ts'
import type { Belonging } from './find.ts'
import { spellings } from './mapping.ts'
import { shownCell, shownCells, shownLine } from './quarantine.ts'
import type { Period } from './period-in-name.ts'
import type { Stage } from './stage.ts'
import { ruleOf } from './rules/catalogue.ts'

export const NAMES_A_VALUE = [
  'unknown_code',
  'unknown_activity',
  'unknown_instrument',
  'unknown_domain',
  'taken_as_inactive',
]

/** Says of each unknown code or activity what it was, and what it was most likely meant to be. */
export async function addSuggestions(
  connection: DuckDBConnection,
  stage: Stage,
  dataset: DatasetName,
  { agreement, source }: Belonging,
): Promise<void> {
  const rules = NAMES_A_VALUE.map(literal).join(', ')
  await connection.run(
    `create or replace temp table named as
       select fault.line, fault.field, masked(${textAt(stage, 'fault.field')}) as text
       from fault join (select ${stage.line} as line, * from ${identifier(stage.table)}) staged using (line)
       where rule in (${rules})`,
  )
  const named = await queryRows(
    connection,
    z.object({ field: z.string(), text: z.string() }),
    `select distinct field, text from named where text is not null order by all limit ${MOST_GUESSES}`,
  )
  await connection.run('create or replace temp table guessed (field varchar, text varchar, guess varchar)')
  const guessed = await connection.createAppender('guessed', undefined, 'temp')
  for (const { field, text } of named) {
    const known = DATASETS[dataset].fields.find(({ name }) => name === field)
    const codes = known && spellings(source, known, agreement.activities)
    const guess = closest(text.trim(), [...(codes?.keys() ?? [])])
    if (guess === undefined) continue
    for (const value of [field, text, guess]) guessed.appendVarchar(value)
    guessed.endRow()
  }
  guessed.closeSync()
  await connection.run(
    `update fault set detail_sv = '”' || text || '”' || coalesce(', menade du ”' || guess || '”?', ''),
       detail_en = '"' || text || '"' || coalesce(', did you mean "' || guess || '"?', '')
     from (from named left join guessed using (field, text)) said
     where fault.line = said.line and fault.field = said.field and fault.rule in (${rules})`,
  )
}

/** Says of rows outside the period of their file which period it was read as speaking of. */
export async function sayPeriod(connection: DuckDBConnection, { start, end }: Period): Promise<void> {
  await connection.run(
    `update fault set detail_sv = ${literal(`${start} till ${end}`)}, detail_en = ${literal(`${start} to ${end}`)}
     where rule = 'outside_file_period'`,
  )
}

/** A file with more different ones is in a code of its own: its first ones tell that. */
const MOST_GUESSES = 1000

/** SQL for the text that the staged row has in the field that another column names. */
function textAt({ columns }: Stage, field: string): string {
  const cases = [...columns].map((name) => `when ${literal(name)} then staged.${identifier(name)}`)
  return cases.length === 0 ? 'null' : `case ${field} ${cases.join(' ')} end`
}

/** Details of single faults that the sentence of a rule names. */
const FEW = 5

const Group = z.object({
  rule: z.string(),
  count: z.int(),
  details_sv: z.array(z.string()),
  details_en: z.array(z.string()),
})
const Chosen = z.object({
  rule: z.string(),
  line: z.number(),
  shown: z.number(),
  field: z.string().nullable(),
})
const Cells = z.object({
  line: z.number(),
  cells: z.preprocess((text) => JSON.parse(String(text)), z.record(z.string(), z.string().nullable())),
})

/** The faults by rule, the gravest first, each with three rows as examples. */
export async function faultGroups(connection: DuckDBConnection, stage: Stage | null): Promise<FaultGroup[]> {
  if ((await rulesBroken(connection)).length === 0) return []
  const groups = await queryRows(
    connection,
    Group,
    `select rule, count(*)::integer as count,
       coalesce(array_agg(distinct detail_sv order by detail_sv) filter (where detail_sv is not null), [])[:${FEW + 1}] as details_sv,
       coalesce(array_agg(distinct detail_en order by detail_en) filter (where detail_en is not null), [])[:${FEW + 1}] as details_en
     from fault join rule using (rule)
     group by rule, severity, place
     order by array_position(['stop', 'error', 'check'], severity), place`,
  )
  const examples = await examplesOf(connection, stage)
  return groups.map(({ rule: id, count, details_sv, details_en }) => {
    const { severity, sentence, why, mend } = ruleOf(id)
    return {
      rule: id,
      severity,
      count,
      sentence: sentenceWith(sentence, { sv: few(details_sv), en: few(details_en) }),
      why,
      mend,
      examples: examples
        .filter(({ rule }) => rule === id)
        .map(({ shown, field, cells }) => ({
          line: shown,
          column: field === null ? null : (stage?.headers[field] ?? field),
          cells,
        })),
    }
  })
}

/** The first three faults by each rule that have a line. The lines are looked up first: there are few of them. */
async function examplesOf(connection: DuckDBConnection, stage: Stage | null) {
  const chosen = await queryRows(
    connection,
    Chosen,
    `select rule, line::double as line, (${shownLine(stage, 'line')})::double as shown, field
     from (select *, row_number() over (partition by rule order by line, field) as nth from fault where line is not null)
     where nth <= 3 order by rule, nth`,
  )
  if (stage === null || chosen.length === 0) return chosen.map((each) => ({ ...each, cells: {} }))
  const lines = [...new Set(chosen.map(({ line }) => line))].join(', ')
  const rows = await queryRows(
    connection,
    Cells,
    `select (${stage.line})::double as line, ${shownCells(stage)}::varchar as cells
     from ${identifier(stage.table)} where ${stage.line} in (${lines})`,
  )
  const cells = new Map(rows.map((row) => [row.line, row.cells]))
  return chosen.map((each) => ({ ...each, cells: cells.get(each.line) ?? {} }))
}

const few = (details: readonly string[]) =>
  details.slice(0, FEW).join(', ') + (details.length > FEW ? ' …' : '')

/** The sentence of a rule with what is concrete put in, or left out where there is nothing. */
export function sentenceWith(sentence: Sentence, detail: { sv: string; en: string }): Sentence {
  const say = (language: 'sv' | 'en') => {
    const text = detail[language]
    if (text === '') return sentence[language].replace(': {detail}', '')
    return sentence[language].replace(/\{detail\}(\.?)/, (_, stop: string) =>
      /[.?…]$/.test(text) ? text : text + stop,
    )
  }
  return { sv: say('sv'), en: say('en') }
}

/** Every fault of the delivery in the order of its lines: what the receipt's CSV lists. */
export function faultListSql(stage: Stage | null): string {
  const shown = [...(stage?.columns ?? [])].map(
    (name) => `when ${literal(name)} then ${shownCell(name, `staged.${identifier(name)}`)}`,
  )
  const column = Object.entries(stage?.headers ?? {}).map(
    ([field, header]) => `when ${literal(field)} then ${literal(header)}`,
  )
  return `
    select ${shownLine(stage, 'fault.line')} as line, fault.rule, rule.severity,
      ${column.length > 0 ? `case fault.field ${column.join(' ')} else fault.field end` : 'fault.field'} as "column",
      ${shown.length > 0 ? `case fault.field ${shown.join(' ')} end` : 'null'} as value,
      ${sentenceSql('sv')} as sentence_sv, ${sentenceSql('en')} as sentence_en
    from fault join rule using (rule)
    ${stage ? `left join (select ${stage.line} as line, * from ${identifier(stage.table)}) staged on staged.line = fault.line` : ''}
    order by fault.line nulls first, rule.place, fault.field`
}

/** As `sentenceWith` does, for every fault at once. */
function sentenceSql(language: 'sv' | 'en'): string {
  return `case when fault.detail_${language} is null then replace(rule.${language}, ': {detail}', '')
    else regexp_replace(replace(rule.${language}, '{detail}', fault.detail_${language}), '([?…])\\.$', '\\1') end`
}
