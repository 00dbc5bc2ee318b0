import { z } from 'zod'
import { loadAgreements } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import { knownIndicators } from '../indicators.ts'
import { AS_OF_FLAG, NOTE_FLAG } from '../messages/help.ts'
import { printPublished, publishFrom } from '../publishing.ts'
import { inExistingWarehouse } from '../warehouse.ts'

export const publish = defineCommand({
  name: 'publish',
  summary: { sv: 'räknar och publicerar', en: 'count and publish' },
  description: {
    sv: 'Räknar alla indikatorer, skyddar små tal och skriver en ny publikation. Har inget ändrats skrivs ingen.',
    en: 'Counts all indicators, protects small numbers and writes a new publication. When nothing has changed none is written.',
  },
  flags: [
    AS_OF_FLAG,
    NOTE_FLAG,
    {
      flags: '--draft',
      words: {
        sv: 'gör ett utkast som bara analytiker ser, och publicerar inte',
        en: 'make a draft that only analysts see, and do not publish',
      },
    },
    {
      flags: '--release <id>',
      words: {
        sv: 'publicerar ett utkast just som det är; dag och anmärkning är utkastets',
        en: 'publish a draft just as it is; day and note are those of the draft',
      },
    },
  ],
  options: z
    .object({
      asOf: z.iso.date().optional(),
      note: z.string().min(1).optional(),
      draft: z.boolean().default(false),
      release: z.string().min(1).optional(),
    })
    .refine(({ asOf, note, draft, release }) => release === undefined || !(asOf || note || draft), {
      path: ['release'],
    }),
  run: async (context, options) => {
    const agreements = loadAgreements(context.data, knownIndicators(context.data))
    const publication = await inExistingWarehouse(context.home, (warehouse) =>
      publishFrom(context, warehouse, { agreements, ...options }),
    )
    return { document: { publication }, status: 0, page: (page) => printPublished(page, publication) }
  },
})
