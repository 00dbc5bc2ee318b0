import type { Highs } from 'highs'
import type { LinkedCells } from './linked-cells.ts'
import { CannotProtect, suppress } from './suppress.ts'
import type { Suppression } from './suppress.ts'

/** What came of protecting a model, in a form that one thread can tell another. */
export type Outcome = Suppression | { readonly cannotProtect: string }

export function outcomeOf(highs: Highs, cells: LinkedCells): Outcome {
  try {
    return suppress(highs, cells)
  } catch (error) {
    if (error instanceof CannotProtect) return { cannotProtect: error.key }
    throw error
  }
}
