import { pseudonymsOf } from '@utfall/ingest'
import { eraseQuotedRows, eraseRows, logAct, rowsAboutPeople } from '@utfall/warehouse'
import type { Erased } from '@utfall/warehouse'
import { z } from 'zod'
import { chosenAgreements, loadAgreements } from '../agreements.ts'
import type { AgreementAt } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import type { Outcome as CommandOutcome, Context } from '../command.ts'
import { knownIndicators } from '../indicators.ts'
import { ERASED } from '../messages/erased.ts'
import { eraseWhom, nobodyToErase } from '../messages/faults.ts'
import { isOverdue, keptUntil } from '../retention.ts'
import { inExistingWarehouse } from '../warehouse.ts'

interface Outcome {
  readonly erased: Erased
  readonly receipts: number
}

export const erase = defineCommand({
  name: 'erase',
  summary: { sv: 'raderar personuppgifter', en: 'erase personal data' },
  description: {
    sv: 'Raderar en person, eller ett avtals rader om personer före ett datum, ur lagret, karantänen, kvittenserna och de säkerhetskopior av lagret som ligger i samma mapp. Med --due gallras alla rader om personer i de avtal vars tid är ute (retention i agreement.yaml). Lagret skrivs om så att inget spår finns kvar. Publicerade tal ligger kvar. Raderingen loggas utan identiteten. Filerna i datamappen rörs inte: be avsändaren om nya, annars kan uppgifterna komma tillbaka.',
    en: 'Erases a person, or an agreement’s rows about people before a date, from the warehouse, the quarantine, the receipts and the backups of the warehouse in the same folder. With --due all rows about people go of the agreements whose time is out (retention in agreement.yaml). The warehouse is written anew so that no trace remains. Published figures stay. The act is logged without the identity. The files in the data folder are left alone: ask the sender for new ones, or the data may come back.',
  },
  flags: [
    {
      flags: '--participant <id>',
      words: {
        sv: 'identitetsnummer eller avsändarens eget id',
        en: "identity number or the sender's own id",
      },
    },
    { flags: '--agreement <id>', words: { sv: 'avtalet', en: 'the agreement' } },
    {
      flags: '--before <date>',
      words: { sv: 'raderar rader om dagar före datumet', en: 'erase rows about days before the date' },
    },
    {
      flags: '--due',
      words: {
        sv: 'gallrar det som agreement.yaml säger ska bort',
        en: 'erase what agreement.yaml says is due',
      },
    },
    { flags: '--note <text>', words: { sv: 'varför, för loggen', en: 'why, for the log' } },
  ],
  options: z.object({
    participant: z.string().min(1).optional(),
    agreement: z.string().min(1).optional(),
    before: z.iso.date().optional(),
    due: z.boolean().default(false),
    note: z.string().min(1).optional(),
  }),
  run: async (context, { participant, agreement, before, due, note }) => {
    const all = loadAgreements(context.data, knownIndicators(context.data))
    const agreements = agreement === undefined ? all : chosenAgreements(all, agreement)
    const isPerson = participant !== undefined && before === undefined && !due
    const isAgreement = participant === undefined && agreement !== undefined && before !== undefined && !due
    const isDue = due && participant === undefined && before === undefined
    if (!isPerson && !isAgreement && !isDue) throw eraseWhom()
    if (isDue) return toldOf(await eraseDue(context, agreements, note))
    const outcome = isPerson
      ? await erasePerson(context, agreements, participant)
      : await eraseAgreement(context, agreements, before ?? '')
    logErasure(context, outcome, {
      whom: isPerson ? 'participant' : 'agreement',
      agreement: agreement ?? null,
      before: before ?? null,
      why: note,
    })
    return toldOf(outcome)
  },
})

function toldOf(outcome: Outcome): CommandOutcome {
  return {
    document: outcome,
    status: 0,
    page: (page) => {
      page.table(ERASED.head, Object.entries(outcome.erased))
      page.line()
      page.line(page.say(ERASED.done(page.number(outcome.receipts))))
    },
  }
}

interface Reason {
  readonly whom: 'participant' | 'agreement'
  readonly agreement: string | null
  readonly before: string | null
  readonly why: string | undefined
}

function logErasure({ home, now }: Context, { erased }: Outcome, { why, ...whose }: Reason): void {
  const rows = Object.values(erased).reduce((sum, each) => sum + each, 0)
  logAct(home, { what: 'erase', when: now, why, details: { ...whose, rows } })
}

/** Erases agreement by agreement, and logs each as it is done. */
async function eraseDue(
  context: Context,
  agreements: readonly AgreementAt[],
  note: string | undefined,
): Promise<Outcome> {
  const { home, now } = context
  const people = await inExistingWarehouse(home, ({ connection }) => rowsAboutPeople(connection))
  const total: { erased: Record<string, number>; receipts: number } = { erased: {}, receipts: 0 }
  for (const { agreement } of agreements) {
    if (!isOverdue(agreement, now) || !people.has(agreement.id)) continue
    const outcome = {
      erased: await eraseRows(home, { agreement: agreement.id, everyone: true }),
      receipts: eraseQuotedRows(home, [agreement.id]),
    }
    const why = note ?? `retention: kept until ${keptUntil(agreement)}`
    logErasure(context, outcome, { whom: 'agreement', agreement: agreement.id, before: null, why })
    for (const [table, rows] of Object.entries(outcome.erased))
      total.erased[table] = (total.erased[table] ?? 0) + rows
    total.receipts += outcome.receipts
  }
  return total
}

async function erasePerson(
  { home, now }: Context,
  agreements: readonly AgreementAt[],
  participant: string,
): Promise<Outcome> {
  const those = agreements.map(({ agreement }) => agreement)
  const persons = await inExistingWarehouse(home, (warehouse) =>
    pseudonymsOf({ warehouse, home, agreements: those, participant, now }),
  )
  if (persons.length === 0) throw nobodyToErase()
  const ids = those.map(({ id }) => id)
  return {
    erased: await eraseRows(home, { persons, agreements: ids }),
    receipts: eraseQuotedRows(home, ids),
  }
}

async function eraseAgreement(
  { home }: Context,
  agreements: readonly AgreementAt[],
  before: string,
): Promise<Outcome> {
  const [chosen] = agreements
  if (chosen === undefined) throw eraseWhom()
  const { id, period } = chosen.agreement
  await inExistingWarehouse(home, async () => undefined)
  return {
    erased: await eraseRows(home, { agreement: id, start: period.start, before }),
    receipts: eraseQuotedRows(home, [id], before),
  }
}
