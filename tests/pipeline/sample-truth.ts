import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { RowSum } from '@utfall/contracts'
import { z } from 'zod'
import { ROOT } from './utfall-command.ts'

const figure = z.number().nullable()

/** One figure as it truly is, before disclosure control. */
export const TrueCell = z.object({
  indicator: z.string(),
  basis: z.string(),
  period_type: z.string(),
  period: z.string(),
  breakdown: z.string(),
  category: z.string(),
  value: figure,
  numerator: figure,
  denominator: figure,
  unknown: figure,
})
export type TrueCell = z.infer<typeof TrueCell>

/** One point of the curve of time to work or studies, before disclosure control. */
const TruePoint = z.object({
  period_type: z.string(),
  period: z.string(),
  cause: z.string(),
  month: z.int(),
  value: z.number(),
  at_risk: z.int(),
})

const Truth = z.object({
  agreement: z.string(),
  as_of: z.string(),
  deliveries: z.array(z.object({ source: z.string(), file: z.string(), rows: RowSum })),
  cells: z.array(TrueCell),
  curves: z.array(TruePoint),
})
export type Truth = z.infer<typeof Truth>

/** What the generator of the sample knows to be true, for each agreement. */
export function sampleTruths(): Truth[] {
  const folder = join(ROOT, 'tests/truth')
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .map((name) => Truth.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
}
