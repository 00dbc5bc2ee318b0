import { stat } from 'node:fs/promises'
import type { z } from 'zod'
import { masked } from '../masking.ts'
import type { Encoding } from '../readers/encoding.ts'
import type { ReadingFault } from '../readers/reader.ts'
import { decoded } from '../readers/records.ts'

/** Bytes. Answers of public APIs and member lists are a tenth of this at most, and they are read whole. */
const LARGEST = 1 << 27

/** What is in a JSON file whose shape is known, or why it cannot be read. */
export type JsonReading<T> =
  { readonly ok: true; readonly data: T } | { readonly ok: false; readonly fault: ReadingFault }

/** Reads a whole JSON file against its shape. A fault says where the shape fails, never what stands there. */
export async function documentIn<T>(
  file: string,
  encoding: Encoding,
  shape: z.ZodType<T>,
): Promise<JsonReading<T>> {
  if ((await stat(file)).size > LARGEST) return fault('json_too_large')
  const pieces: string[] = []
  for await (const piece of decoded(file, encoding)) pieces.push(piece)
  const written = parsed(pieces.join(''))
  if (written === undefined) return fault('json_damaged')
  const { success, data, error } = shape.safeParse(written)
  if (success) return { ok: true, data }
  return fault('json_unexpected', placeOf(error.issues[0]?.path ?? []))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return undefined
    throw error
  }
}

function fault(rule: string, detail?: string): { ok: false; fault: ReadingFault } {
  return { ok: false, fault: { rule, line: null, ...(detail !== undefined && { detail }) } }
}

/** `values[3].period` */
function placeOf(path: readonly PropertyKey[]): string {
  const place = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`)).join('')
  return masked(place.replace(/^\./, '') || '{ }')
}
