import { isDeepStrictEqual } from 'node:util'
import type { Objection } from '../disclosure/objection.ts'

/** Thrown by what makes a publication when it is objected to. */
export class Objected extends Error {
  readonly objection: Objection
  constructor(objection: Objection) {
    super('Small numbers were worked out from the publication')
    this.name = 'Objected'
    this.objection = objection
  }
}

/** From the third time all of a breakdown is withheld that a number is told in, so more is of use for totals only. */
const MOST_TIMES = 8

/**
 * Makes a publication again and again, each time with more withheld, until nobody objects. Throws the fault of the
 * objection where what is withheld is no help, since the rest is public already.
 */
export async function untilNoneObjects<Made>(
  make: (objections: readonly Objection[]) => Promise<Made>,
): Promise<Made> {
  const objections: Objection[] = []
  for (;;) {
    try {
      return await make(objections)
    } catch (error) {
      if (!(error instanceof Objected)) throw error
      const { objection } = error
      if (objections.length === MOST_TIMES || isDeepStrictEqual(objection.told, objections.at(-1)?.told))
        throw objection.fault
      objections.push(objection)
    }
  }
}
