import { pseudonymsOf } from '@utfall/ingest'
import { eraseQuotedRows, eraseRows, logAct, rowsAboutPeople } from '@utfall/warehouse'
import type { Erased } from '@utfall/warehouse'
import type { AgreementAt } from './agreements.ts'
import type { Context } from './command.ts'
import { nobodyToErase } from './messages/faults.ts'
import { isOverdue, keptUntil } from './retention.ts'
import { inExistingWarehouse } from './warehouse.ts'

/** What was erased. */
export interface Erasing {
  readonly erased: Erased
  /** Receipts that no longer quote rows. */
  readonly receipts: number
}

interface Reason {
  readonly whom: 'participant' | 'agreement'
  readonly agreement: string | null
  readonly before: string | null
  readonly why: string | undefined
}

function logErasure({ home, now }: Context, { erased }: Erasing, { why, ...whose }: Reason): void {
  const rows = Object.values(erased).reduce((sum, each) => sum + each, 0)
  logAct(home, { what: 'erase', when: now, why, details: { ...whose, rows } })
}

/** Erases agreement by agreement, and logs each as it is done. */
export async function eraseDue(
  context: Context,
  agreements: readonly AgreementAt[],
  note: string | undefined,
): Promise<Erasing> {
  const { home, now } = context
  const people = await inExistingWarehouse(home, ({ connection }) => rowsAboutPeople(connection))
  const total: { erased: Record<string, number>; receipts: number } = { erased: {}, receipts: 0 }
  for (const { agreement } of agreements) {
    if (!isOverdue(agreement, now) || !people.has(agreement.id)) continue
    const erasing = {
      erased: await eraseRows(home, { agreement: agreement.id, everyone: true }),
      receipts: eraseQuotedRows(home, [agreement.id]),
    }
    const why = note ?? `retention: kept until ${keptUntil(agreement)}`
    logErasure(context, erasing, { whom: 'agreement', agreement: agreement.id, before: null, why })
    for (const [table, rows] of Object.entries(erasing.erased))
      total.erased[table] = (total.erased[table] ?? 0) + rows
    total.receipts += erasing.receipts
  }
  return total
}

/**
 * Erases a person from the agreements, whatever pseudonyms they have there. Throws `ExpectedFault` for an id that
 * identifies nobody.
 */
export async function erasePerson(
  context: Context,
  agreements: readonly AgreementAt[],
  asked: {
    readonly participant: string
    readonly agreement: string | undefined
    readonly why: string | undefined
  },
): Promise<Erasing> {
  const { home, now } = context
  const { participant, agreement = null, why } = asked
  const those = agreements.map((each) => each.agreement)
  const persons = await inExistingWarehouse(home, (warehouse) =>
    pseudonymsOf({ warehouse, home, agreements: those, participant, now }),
  )
  if (persons.length === 0) throw nobodyToErase()
  const ids = those.map(({ id }) => id)
  const erasing = {
    erased: await eraseRows(home, { persons, agreements: ids }),
    receipts: eraseQuotedRows(home, ids),
  }
  logErasure(context, erasing, { whom: 'participant', agreement, before: null, why })
  return erasing
}

/** Erases an agreement's rows about people before a day. */
export async function eraseAgreement(
  context: Context,
  { agreement: { id, period } }: AgreementAt,
  { before, why }: { readonly before: string; readonly why: string | undefined },
): Promise<Erasing> {
  const { home } = context
  await inExistingWarehouse(home, async () => undefined)
  const erasing = {
    erased: await eraseRows(home, { agreement: id, start: period.start, before }),
    receipts: eraseQuotedRows(home, [id], before),
  }
  logErasure(context, erasing, { whom: 'agreement', agreement: id, before, why })
  return erasing
}
