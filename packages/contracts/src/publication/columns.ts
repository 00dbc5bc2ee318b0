import { z } from 'zod'
import { Sentence } from '../sentence.ts'

const ColumnType = z.enum(['text', 'date', 'boolean', 'integer', 'decimal'])
export type ColumnType = z.infer<typeof ColumnType>

const ColumnMeta = z.object({ column: ColumnType, description: z.string(), sv: z.string() })

/** One column of a published table: its name, type, and what it means in both languages. */
export interface Column {
  readonly name: string
  readonly type: ColumnType
  readonly nullable: boolean
  /** Whether an empty text is a value of its own: a total has the empty category. */
  readonly mayBeEmpty: boolean
  /** The codes that a text column is limited to. */
  readonly values?: readonly string[]
  readonly description: Sentence
}

const meta = (column: ColumnType, sv: string, en: string) => ({ column, sv, description: en })

/** A text that is never empty. */
export const label = (sv: string, en: string) =>
  z
    .string()
    .min(1)
    .meta(meta('text', sv, en))
export const text = (sv: string, en: string) => z.string().meta(meta('text', sv, en))
export const code = <const T extends readonly string[]>(values: T, sv: string, en: string) =>
  z.enum(values).meta(meta('text', sv, en))
export const day = (sv: string, en: string) => z.iso.date().meta(meta('date', sv, en))
export const flag = (sv: string, en: string) => z.boolean().meta(meta('boolean', sv, en))
export const integer = (sv: string, en: string) => z.int().meta(meta('integer', sv, en))
export const decimal = (sv: string, en: string) => z.number().meta(meta('decimal', sv, en))

/** The columns of a table in their published order, from the schema of its rows. */
export function columnsOf(rows: z.ZodObject): Column[] {
  return Object.entries(rows.shape).map(([name, schema]) => {
    const nullable = schema instanceof z.ZodNullable
    const value = nullable ? schema.unwrap() : schema
    const { column, sv, description } = ColumnMeta.parse(z.globalRegistry.get(value))
    const mayBeEmpty = value instanceof z.ZodString && value.minLength === null && !nullable
    const codes = value instanceof z.ZodEnum ? { values: value.options.map(String) } : {}
    return { name, type: column, nullable, mayBeEmpty, ...codes, description: { sv, en: description } }
  })
}
