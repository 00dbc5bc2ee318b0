import type { DuckDBConnection } from '@duckdb/node-api'
import { CELL_STATUSES, COST_BASES, CURVE_CAUSES } from '@utfall/contracts'
import type { IndicatorHeader, Sentence } from '@utfall/contracts'
import { queryRows, sqlBeside } from '@utfall/warehouse'
import { z } from 'zod'

const UNIT_VALUES = sqlBeside(import.meta.url, 'unit_values.sql')
const FIGURE_VALUES = sqlBeside(import.meta.url, 'figure_values.sql')

const WrongValue = z.object({
  field: z.enum([
    'period_id',
    'activity',
    'gender',
    'age_group',
    'reason',
    'heads',
    'amount',
    'amount_of_one',
    'negative_amount',
    'status',
    'basis',
    'denominator',
    'people',
    'smallest_part',
  ]),
  written: z.string(),
})
type WrongValue = z.infer<typeof WrongValue>

/** What is wrong in the view `unit`, with the first value that is; undefined where all can be counted. */
export async function unitValueFault(
  connection: DuckDBConnection,
  { kind, counts }: IndicatorHeader,
): Promise<Sentence | undefined> {
  const [first] = await queryRows(connection, WrongValue, UNIT_VALUES, {
    kind,
    counts,
    causes: JSON.stringify(CURVE_CAUSES),
  })
  return first && wrongValue(first)
}

/** What is wrong in the view `money_figure`, with the first value that is. */
export async function figureValueFault(connection: DuckDBConnection): Promise<Sentence | undefined> {
  const [first] = await queryRows(connection, WrongValue, FIGURE_VALUES, {
    statuses: JSON.stringify(CELL_STATUSES),
    bases: JSON.stringify(COST_BASES),
  })
  return first && wrongValue(first)
}

function wrongValue({ field, written }: WrongValue): Sentence {
  const column = field.endsWith('amount') || field === 'amount_of_one' ? 'amount' : field
  return {
    sv: `SELECT-satsen ger ”${written}” i kolumnen ${column}. Väntat: ${EXPECTED[field].sv}.`,
    en: `The SELECT yields "${written}" in the column ${column}. Expected: ${EXPECTED[field].en}.`,
  }
}

const NUMBER: Sentence = { sv: 'ett ändligt tal', en: 'a finite number' }
const COUNT: Sentence = { sv: 'ett antal, 0 eller mer', en: 'a count, 0 or more' }

const EXPECTED: Readonly<Record<WrongValue['field'], Sentence>> = {
  period_id: {
    sv: 'en period i vyn period, som i den vy som raden kommer ur',
    en: 'a period of the view period, as in the view that the row comes from',
  },
  activity: {
    sv: 'null, eller en insats som avtalet har (vyn agreement_activity)',
    en: 'null, or an activity that the agreement has (the view agreement_activity)',
  },
  gender: { sv: 'woman, man, other, unknown eller null', en: 'woman, man, other, unknown or null' },
  age_group: {
    sv: 'en åldersgrupp som avtalet har, unknown eller null',
    en: 'an age group that the agreement has, unknown or null',
  },
  reason: {
    sv: `orsaken till händelsen: ${CURVE_CAUSES.join(' eller ')}`,
    en: `the cause of the event: ${CURVE_CAUSES.join(' or ')}`,
  },
  heads: COUNT,
  amount: NUMBER,
  amount_of_one: {
    sv: '1, för var och en räknas en gång; utelämna kolumnen',
    en: '1, since everyone counts once; leave the column out',
  },
  negative_amount: { sv: '0 eller mer', en: '0 or more' },
  status: { sv: `något av ${CELL_STATUSES.join(', ')}`, en: `one of ${CELL_STATUSES.join(', ')}` },
  basis: {
    sv: `något av ${COST_BASES.join(', ')}, eller null`,
    en: `one of ${COST_BASES.join(', ')}, or null`,
  },
  denominator: { sv: 'ett ändligt tal, 0 eller mer', en: 'a finite number, 0 or more' },
  people: COUNT,
  smallest_part: COUNT,
}
