import { figureOf } from './observation.ts'
import type { Observation } from './observation.ts'

/** One cell of a table of Statistics Sweden, by the codes of its dimensions; labels where the answer has them. */
export interface ScbCell {
  /** The title of the table; empty where the answer has none. */
  readonly table: string
  readonly content: { readonly code: string; readonly label: string; readonly unit?: string }
  readonly time: string
  readonly region: string | undefined
  readonly sex: string | undefined
  /** What the cell is of in every other dimension. */
  readonly others: readonly string[]
  readonly value: number | string | null | undefined
}

/** A cell as a figure of a series that is named for the publisher and what is measured. */
export function scbObservation(cell: ScbCell): Observation {
  const { region, sex, time, value, others } = cell
  const known = sex === undefined || SEXES.has(sex)
  return {
    series: seriesOf(cell, known ? others : [...others, sex]),
    municipality: region === undefined || region === '00' ? '0000' : region,
    period: time.replace(/^(\d{4})M(\d{2})$/, '$1-$2'),
    value: figureOf(value),
    gender: SEXES.get(sex ?? '') ?? '',
  }
}

/** SCB's codes of `Kon`; the sum is written in several ways. */
const SEXES = new Map<string, Observation['gender']>([
  ['', ''],
  ['1', 'man'],
  ['2', 'woman'],
  ['1+2', ''],
  ['4', ''],
  ['tot', ''],
  ['TotSA', ''],
])

/**
 * Fixed figures of the consumer price index, all goods: `SCB KPI 2020=100`. Nothing else may begin so, since prices
 * are converted by what does: an index of a part, a shadow index or a change is named by its table.
 */
function seriesOf({ content, table }: ScbCell, others: readonly string[]): string {
  const name = content.label || content.code
  const base = priceIndexBase(content, table)
  if (base !== undefined && others.length === 0) return `SCB KPI ${base}=100`
  return ['SCB', ...(/^KPI/i.test(name) ? ['tabell'] : []), [name, ...others].join(', ')].join(' ')
}

/** Contents that do not name their base year, as the tables `KPItotM` and `KPI2020M` have them. */
const BASES: Readonly<Record<string, string>> = { '000004VU': '1980', '00000808': '2020' }

const INDEX = /\bKPI\b|konsumentprisindex|consumer price index|\bCPI\b/i
const ANOTHER = /skugg|shadow|förändring|change|inflation|KPI-KS|konstant skatt|constant tax|\bKPIF/i

function priceIndexBase({ code, label, unit = '' }: ScbCell['content'], table: string): string | undefined {
  if (ANOTHER.test(label) || /\bKPIF/.test(table)) return undefined
  const base = [label, unit, table]
    .map((said) => /\b((?:19|20)\d{2})\s*=\s*100\b/.exec(said)?.[1])
    .find(Boolean)
  return INDEX.test(`${label} ${table}`) ? (base ?? BASES[code]) : BASES[code]
}

/** Which dimension of a table is time, place and sex, by the codes that SCB's tables use. */
export function roleOf(code: string): 'time' | 'region' | 'sex' | 'content' | undefined {
  if (/^(?:tid|time|år|ar|month|månad)$/i.test(code)) return 'time'
  if (/^(?:region|kommun|lan|län|municipality)/i.test(code)) return 'region'
  if (/^(?:kon|kön|sex)$/i.test(code)) return 'sex'
  return /^contentscode$/i.test(code) ? 'content' : undefined
}
