import { z } from 'zod'
import type { Observation } from './observation.ts'
import { roleOf, scbObservation } from './scb.ts'

const Value = z.union([z.number(), z.string()]).nullable()

const Dimension = z.object({
  label: z.string().optional(),
  category: z.object({
    /** Codes in order, or each code with its place; left out where there is one category only. */
    index: z.union([z.array(z.string()), z.record(z.string(), z.int())]).optional(),
    label: z.record(z.string(), z.string()).optional(),
    unit: z.record(z.string(), z.object({ base: z.string().optional() })).optional(),
  }),
})

/** JSON-stat 2.0, a dataset: row-major values, all of them or by place. */
export const JsonStat = z
  .object({
    class: z.literal('dataset'),
    label: z.string().nullish(),
    id: z.array(z.string()).min(1),
    size: z.array(z.int().min(0)),
    dimension: z.record(z.string(), Dimension),
    role: z
      .object({
        time: z.array(z.string()).optional(),
        geo: z.array(z.string()).optional(),
        metric: z.array(z.string()).optional(),
      })
      .optional(),
    value: z.union([z.array(Value), z.record(z.string().regex(/^\d+$/), Value)]),
  })
  .refine(({ id, size }) => id.length === size.length, { path: ['size'] })
  .refine(({ id, dimension }) => id.every((name) => name in dimension), { path: ['dimension'] })
  .refine(({ size, value }) => !Array.isArray(value) || value.length === cellsIn(size), { path: ['value'] })
type JsonStat = z.infer<typeof JsonStat>

type Role = 'time' | 'region' | 'sex' | 'content' | undefined
interface Axis {
  readonly role: Role
  readonly codes: readonly string[]
  readonly labels: Readonly<Record<string, string>>
  readonly units: Readonly<Record<string, { readonly base?: string | undefined }>>
}

/** A figure for each cell that the file gives, in order of place. */
export function* jsonStatObservations(answer: JsonStat): Generator<Observation> {
  const { size, value, label } = answer
  const axes = answer.id.map((name) => axisOf(answer, name))
  const cells = Array.isArray(value) ? value.entries() : Object.entries(value)
  for (const [place, figure] of cells) {
    const codes = codesAt(Number(place), size, axes)
    const at = (role: Role) => codes[axes.findIndex((axis) => axis.role === role)]
    const content = at('content') ?? ''
    const metric = axes.find(({ role }) => role === 'content')
    yield scbObservation({
      table: label ?? '',
      content: {
        code: content,
        label: metric?.labels[content] ?? label ?? '',
        unit: metric?.units[content]?.base ?? '',
      },
      time: at('time') ?? '',
      region: at('region'),
      sex: at('sex'),
      others: axes.flatMap(({ role, labels, codes: all }, index) => {
        const code = codes[index]
        // A dimension with one category says nothing more than the table's name does.
        return role === undefined && code !== undefined && all.length > 1 ? [labels[code] ?? code] : []
      }),
      value: figure,
    })
  }
}

function axisOf({ dimension, role }: JsonStat, name: string): Axis {
  const category = dimension[name]?.category
  const index = category?.index
  const labels = category?.label ?? {}
  const codes = Array.isArray(index)
    ? index
    : Object.entries(index ?? {})
        .toSorted((a, b) => a[1] - b[1])
        .map(([code]) => code)
  return {
    role: role?.time?.includes(name)
      ? 'time'
      : role?.geo?.includes(name)
        ? 'region'
        : role?.metric?.includes(name)
          ? 'content'
          : roleOf(name),
    codes: codes.length > 0 ? codes : Object.keys(labels),
    labels,
    units: category?.unit ?? {},
  }
}

/** The code of each dimension at a place: the last dimension varies fastest. */
function codesAt(place: number, size: readonly number[], axes: readonly Axis[]): (string | undefined)[] {
  let rest = place
  return axes
    .map(({ codes }, index) => ({ codes, many: size[index] ?? 1 }))
    .toReversed()
    .map(({ codes, many }) => {
      const code = codes[rest % many]
      rest = Math.floor(rest / many)
      return code
    })
    .toReversed()
}

const cellsIn = (size: readonly number[]) => size.reduce((product, many) => product * many, 1)
