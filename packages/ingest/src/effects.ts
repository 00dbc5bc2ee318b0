import type { DuckDBConnection } from '@duckdb/node-api'
import type { DatasetName, Effect } from '@utfall/contracts'
import { literal, queryRows } from '@utfall/warehouse'
import { z } from 'zod'

interface Headline {
  readonly what: string
  readonly rows: string
  readonly value: string
  readonly where: string
  readonly sv: string
  readonly en: string
  readonly unit: string
}

/** The headline figure of a dataset, a year at a time. Only rough: the published figures have their own definitions. */
const HEADLINES: Partial<Record<DatasetName, Headline>> = {
  attendance: {
    what: 'unique_participants',
    // Which people, and then how many: cheaper than counting distinct people.
    rows: 'distinct year(date) as year, person',
    value: 'count(person)',
    where: "attendance = 'present' and role = 'participant'",
    sv: 'unika deltagare',
    en: 'unique participants',
    unit: '',
  },
  headcount: {
    what: 'visits',
    rows: 'year(date) as year, "count"',
    value: 'sum("count")',
    where: 'true',
    sv: 'besök',
    en: 'visits',
    unit: '',
  },
  funding: {
    what: 'funding',
    rows: 'year(date) as year, amount',
    value: 'round(sum(amount))',
    where: "kind <> 'volunteer_hours'",
    sv: 'bidrag och insatser',
    en: 'funding and contributions',
    unit: ' kr',
  },
  costs: {
    what: 'costs',
    rows: 'year(date) as year, amount',
    value: 'round(sum(amount))',
    // Of bookkeeping only the cost accounts of the BAS chart: both sides of every voucher sum to nothing.
    where: "account is null or left(account, 1) in ('4', '5', '6', '7')",
    sv: 'bokförda belopp',
    en: 'booked amounts',
    unit: ' kr',
  },
}

type YearFigures = ReadonlyMap<string, number>

/** The headline figure of one agreement by year; empty where the dataset has none. */
export async function headlineFigures(
  connection: DuckDBConnection,
  dataset: DatasetName,
  agreement: string,
): Promise<YearFigures> {
  const headline = HEADLINES[dataset]
  if (headline === undefined) return new Map()
  const rows = await queryRows(
    connection,
    z.object({ year: z.string(), figure: z.number().nullable() }),
    `select year::varchar as year, (${headline.value})::double as figure
     from (select ${headline.rows} from ${dataset} where agreement = ${literal(agreement)} and (${headline.where}))
     group by year order by year`,
  )
  return new Map(rows.map(({ year, figure }) => [year, figure ?? 0]))
}

/** What changed, year by year: "unika deltagare 2025: 84 → 86". */
export function effectsOf(dataset: DatasetName, before: YearFigures, after: YearFigures): Effect[] {
  const headline = HEADLINES[dataset]
  if (headline === undefined) return []
  const years = [...new Set([...before.keys(), ...after.keys()])].sort()
  return years.flatMap((year) => {
    const [was, is] = [before.get(year) ?? 0, after.get(year) ?? 0]
    if (was === is) return []
    const say = (what: string, language: string) => {
      const number = new Intl.NumberFormat(language)
      return `${what} ${year}: ${number.format(was)} → ${number.format(is)}${headline.unit}`
    }
    return [
      {
        what: headline.what,
        period: year,
        before: was,
        after: is,
        sentence: { sv: say(headline.sv, 'sv'), en: say(headline.en, 'en') },
      },
    ]
  })
}
