import type { z } from 'zod'
import type { Sentence } from './sentence.ts'

const TYPES: Readonly<Record<string, Sentence>> = {
  string: {
    sv: 'text (sätt citattecken om värdet ser ut som ett tal)',
    en: 'text (quote a value that looks like a number)',
  },
  number: { sv: 'ett tal', en: 'a number' },
  int: { sv: 'ett heltal', en: 'a whole number' },
  boolean: { sv: 'true eller false', en: 'true or false' },
  array: { sv: 'en lista', en: 'a list' },
  object: { sv: 'en grupp av fält', en: 'a group of fields' },
  record: { sv: 'en grupp av fält', en: 'a group of fields' },
}

/** What a zod issue expected, in words. */
export function expectation(issue: z.core.$ZodIssue): Sentence {
  switch (issue.code) {
    case 'invalid_type':
      return TYPES[issue.expected] ?? same(issue.expected)
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ')
      return { sv: `något av ${values}`, en: `one of ${values}` }
    }
    case 'invalid_format':
      return issue.format === 'date'
        ? { sv: 'ett datum som 2025-03-01', en: 'a date like 2025-03-01' }
        : { sv: `formen ${issue.message}`, en: `the form ${issue.message}` }
    case 'too_small':
      return { sv: `minst ${issue.minimum}`, en: `at least ${issue.minimum}` }
    case 'too_big':
      return { sv: `högst ${issue.maximum}`, en: `at most ${issue.maximum}` }
    case 'invalid_union':
      return { sv: 'text eller en lista av text', en: 'text or a list of text' }
    default:
      return same(issue.message)
  }
}

/** Whether the issue is that nothing was written there. */
export function isMissing(issue: z.core.$ZodIssue, given: unknown): boolean {
  return (issue.code === 'invalid_type' || issue.code === 'invalid_value') && given === undefined
}

const same = (text: string): Sentence => ({ sv: text, en: text })

/** The keys that a schema has at a path. */
export function knownKeys(root: z.ZodType, path: readonly (string | number)[]): string[] {
  let schema: unknown = root
  for (const part of path) schema = typeof part === 'number' ? elementOf(schema) : propertyOf(schema, part)
  return Object.keys(shapeOf(schema))
}

function unwrap(schema: unknown): unknown {
  let inner = schema
  while (hasDef(inner) && inner.def.innerType) inner = inner.def.innerType
  return inner
}

interface Def {
  innerType?: unknown
  element?: unknown
  shape?: Record<string, unknown>
  valueType?: unknown
}

function hasDef(schema: unknown): schema is { def: Def } {
  return typeof schema === 'object' && schema !== null && 'def' in schema
}

function shapeOf(schema: unknown): Record<string, unknown> {
  const inner = unwrap(schema)
  return hasDef(inner) ? (inner.def.shape ?? {}) : {}
}

function elementOf(schema: unknown): unknown {
  const inner = unwrap(schema)
  return hasDef(inner) ? inner.def.element : undefined
}

function propertyOf(schema: unknown, key: string): unknown {
  const inner = unwrap(schema)
  if (!hasDef(inner)) return undefined
  return inner.def.shape?.[key] ?? inner.def.valueType
}
