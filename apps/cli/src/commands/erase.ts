import { z } from 'zod'
import { chosenAgreements, loadAgreements } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import type { Outcome } from '../command.ts'
import { eraseAgreement, eraseDue, erasePerson } from '../erasing.ts'
import type { Erasing } from '../erasing.ts'
import { knownIndicators } from '../indicators.ts'
import { eraseWhom } from '../messages/faults.ts'
import { printErased } from '../print/erased.ts'

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
    if (due && participant === undefined && before === undefined) {
      return toldOf(await eraseDue(context, agreements, note), 'agreements')
    }
    if (due) throw eraseWhom()
    if (participant !== undefined && before === undefined) {
      return toldOf(await erasePerson(context, agreements, { participant, agreement, why: note }), 'person')
    }
    const [chosen] = agreements
    if (
      participant !== undefined ||
      agreement === undefined ||
      before === undefined ||
      chosen === undefined
    ) {
      throw eraseWhom()
    }
    return toldOf(await eraseAgreement(context, chosen, { before, why: note }), 'agreements')
  },
})

function toldOf(outcome: Erasing, whom: 'person' | 'agreements'): Outcome {
  return { document: outcome, status: 0, page: (page) => printErased(page, outcome, whom) }
}
