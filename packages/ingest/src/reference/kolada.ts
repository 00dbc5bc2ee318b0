import { z } from 'zod'
import { figureOf } from './observation.ts'
import type { Observation } from './observation.ts'

const Figure = z.object({
  gender: z.enum(['T', 'K', 'M']).nullish(),
  value: z.union([z.number(), z.string()]).nullish(),
  /** v3 keeps what was withdrawn. */
  isdeleted: z.boolean().nullish(),
})

/** A figure of a municipality and year; `ou` is a school or another unit, which no agreement is with. */
const Entry = Figure.extend({
  kpi: z.string(),
  municipality: z.string().optional(),
  ou: z.string().optional(),
  period: z.union([z.int(), z.string()]),
  values: z.array(Figure).optional(),
})

/** An answer of `/v2/data/…` or `/v3/data/…`: v2 pages by `next_page`, v3 by `next_url`. */
export const KoladaAnswer = z.object({
  values: z.array(Entry),
  next_page: z.string().nullish(),
  next_url: z.string().nullish(),
})
type KoladaAnswer = z.infer<typeof KoladaAnswer>

const GENDERS = { T: '', K: 'woman', M: 'man' } as const

/** The figures of municipalities, in the order of the answer. */
export function* koladaObservations({ values }: KoladaAnswer): Generator<Observation> {
  for (const { municipality, kpi, period, values: figures, ...own } of values) {
    if (municipality === undefined) continue
    for (const { gender, value, isdeleted } of figures ?? [own]) {
      yield {
        series: `Kolada ${kpi}`,
        municipality,
        period: String(period),
        value: isdeleted ? null : figureOf(value),
        gender: GENDERS[gender ?? 'T'],
      }
    }
  }
}

/** How many entries are of schools and other units. */
export function unitsIn({ values }: KoladaAnswer): number {
  return values.filter(({ municipality }) => municipality === undefined).length
}

/** Whether the publisher has more pages than this one. */
export function hasMorePages({ next_page, next_url }: KoladaAnswer): boolean {
  return Boolean(next_page ?? next_url)
}
