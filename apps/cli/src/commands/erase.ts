import { pseudonymsOf } from '@utfall/ingest'
import { eraseQuotedRows, eraseRows, logAct } from '@utfall/warehouse'
import type { Erased } from '@utfall/warehouse'
import { z } from 'zod'
import { chosenAgreements, loadAgreements } from '../agreements.ts'
import type { AgreementAt } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../command.ts'
import { knownIndicators } from '../indicators.ts'
import { ERASED } from '../messages/erased.ts'
import { eraseWhom, nobodyToErase } from '../messages/faults.ts'
import { inExistingWarehouse } from '../warehouse.ts'

interface Outcome {
  readonly erased: Erased
  readonly receipts: number
}

export const erase = defineCommand({
  name: 'erase',
  summary: { sv: 'raderar personuppgifter', en: 'erase personal data' },
  description: {
    sv: 'Raderar en person, eller ett avtals rader om personer före ett datum, ur lagret, karantänen och kvittenserna. Lagret skrivs om så att inget spår finns kvar. Publicerade tal ligger kvar. Raderingen loggas utan identiteten. Filerna i datamappen rörs inte: be avsändaren om nya, annars kan uppgifterna komma tillbaka.',
    en: 'Erases a person, or an agreement’s rows about people before a date, from the warehouse, the quarantine and the receipts. The warehouse is written anew so that no trace remains. Published figures stay. The act is logged without the identity. The files in the data folder are left alone: ask the sender for new ones, or the data may come back.',
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
    { flags: '--note <text>', words: { sv: 'varför, för loggen', en: 'why, for the log' } },
  ],
  options: z.object({
    participant: z.string().min(1).optional(),
    agreement: z.string().min(1).optional(),
    before: z.iso.date().optional(),
    note: z.string().min(1).optional(),
  }),
  run: async (context, { participant, agreement, before, note }) => {
    const all = loadAgreements(context.data, knownIndicators(context.data))
    const agreements = agreement === undefined ? all : chosenAgreements(all, agreement)
    const isPerson = participant !== undefined && before === undefined
    const isAgreement = participant === undefined && agreement !== undefined && before !== undefined
    if (!isPerson && !isAgreement) throw eraseWhom()
    const outcome = isPerson
      ? await erasePerson(context, agreements, participant)
      : await eraseAgreement(context, agreements, before ?? '')
    logAct(context.home, {
      what: 'erase',
      when: context.now,
      why: note,
      details: {
        whom: isPerson ? 'participant' : 'agreement',
        agreement: agreement ?? null,
        before: before ?? null,
        rows: Object.values(outcome.erased).reduce((sum, rows) => sum + rows, 0),
      },
    })
    return {
      document: outcome,
      status: 0,
      page: (page) => {
        page.table(ERASED.head, Object.entries(outcome.erased))
        page.line()
        page.line(page.say(ERASED.done(page.number(outcome.receipts))))
      },
    }
  },
})

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
