import type { DeliveredRow, Delivery } from '../delivery.ts'
import type { Random } from '../random.ts'

/** What Kolada would say of a place in a year: per cent, one decimal; null where it has no figure. */
export interface PublicFigure {
  readonly kpi: string
  readonly municipality: string
  readonly period: number
  readonly women: number | null
  readonly men: number | null
  readonly everyone: number
}

interface Series {
  readonly kpi: string
  readonly municipality: string
  readonly years: readonly [first: number, last: number]
  /** Per cent, and how far women and men lie from it. */
  readonly level: number
  readonly apart: number
  /** The first year that is told by gender. */
  readonly byGender: number
}

/** Figures of young people who neither work nor study come two years late. */
const SERIES: readonly Series[] = [
  { kpi: 'N02797', municipality: '0000', years: [2019, 2024], level: 7.4, apart: 0.4, byGender: 2019 },
  { kpi: 'N02797', municipality: '0163', years: [2019, 2024], level: 5.8, apart: 0.5, byGender: 2019 },
  { kpi: 'U40455', municipality: '0000', years: [2021, 2025], level: 34, apart: 2, byGender: 2021 },
  { kpi: 'U40455', municipality: '0163', years: [2021, 2025], level: 38, apart: 3, byGender: 2022 },
]

/** Invents what Kolada says of Sollentuna and of the country. None of the figures is Kolada's own. */
export function publicFigures({ normal }: Random): PublicFigure[] {
  return SERIES.flatMap(({ kpi, municipality, years: [first, last], level, apart, byGender }) =>
    Array.from({ length: last - first + 1 }, (_, since) => {
      const period = first + since
      const everyone = level * (1 + normal(0, 0.04))
      const one = (gap: number) => (period < byGender ? null : oneDecimal(everyone + gap))
      return {
        kpi,
        municipality,
        period,
        women: one(-apart),
        men: one(apart),
        everyone: oneDecimal(everyone),
      }
    }),
  )
}

const oneDecimal = (value: number): number => Math.round(value * 10) / 10

/** As the third version of Kolada's API answers, saved as a file. */
export function publicFigureFile(figures: readonly PublicFigure[]): Delivery {
  const values = figures.map(({ kpi, municipality, period, women, men, everyone }) => ({
    kpi,
    municipality,
    period,
    values: [valueOf('K', women), valueOf('M', men), valueOf('T', everyone)],
  }))
  const page = { count: values.length, page: 1, per_page: 5000, next_url: null, previous_url: null }
  const rows = values.flatMap(({ values: told, ...entry }) =>
    told
      .filter(({ value }) => value !== null)
      .map(({ gender, value }): DeliveredRow => ({
        cells: [],
        key: JSON.stringify([entry, gender]),
        content: String(value),
        date: null,
      })),
  )
  const bytes = Buffer.from(`${JSON.stringify({ values, ...page })}\n`)
  return {
    source: 'jamforelsetal',
    replaces: 'everything',
    file: 'jamforelsetal/kolada-exempeldata.json',
    bytes,
    rows,
  }
}

const valueOf = (gender: 'K' | 'M' | 'T', value: number | null) => ({
  gender,
  count: 1,
  status: value === null ? 'Missing' : '',
  value,
  isdeleted: false,
})
