import { z } from 'zod'
import type { Observation } from './observation.ts'
import { roleOf, scbObservation } from './scb.ts'

const Column = z.object({
  code: z.string(),
  text: z.string().default(''),
  /** Time, content, or another dimension. */
  type: z.enum(['t', 'c', 'd']).default('d').catch('d'),
})

/** The `json` format of PxWeb: keys and values as text, one value for each column of content. */
export const PxWebAnswer = z.object({
  columns: z.array(Column).min(1),
  data: z.array(z.object({ key: z.array(z.string()), values: z.array(z.string().nullable()) })),
  metadata: z.array(z.object({ label: z.string().optional() })).optional(),
})
type PxWebAnswer = z.infer<typeof PxWebAnswer>

/** A figure for each key and content, in the order of the answer. */
export function* pxwebObservations({ columns, data, metadata }: PxWebAnswer): Generator<Observation> {
  const contents = columns.filter(({ type }) => type === 'c')
  const dimensions = columns
    .filter(({ type }) => type !== 'c')
    .map(({ code, type }) => (type === 't' ? 'time' : roleOf(code)))
  const table = metadata?.[0]?.label ?? ''
  for (const { key, values } of data) {
    const at = (role: string) => key[dimensions.indexOf(role as (typeof dimensions)[number])]
    const others = key.filter((_, index) => dimensions[index] === undefined)
    for (const [index, { code, text }] of contents.entries()) {
      yield scbObservation({
        table,
        content: { code, label: text },
        time: at('time') ?? '',
        region: at('region'),
        sex: at('sex'),
        others,
        value: values[index],
      })
    }
  }
}
