import { z } from 'zod'
import { chosenAgreements, loadAgreements } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import { receiptsOutcome, takeIn } from '../deliveries.ts'
import { knownIndicators } from '../indicators.ts'
import { AGREEMENT_FLAG } from '../messages/help.ts'
import { inWarehouse } from '../warehouse.ts'

export const ingest = defineCommand({
  name: 'ingest',
  summary: { sv: 'läser in leveranser', en: 'load deliveries' },
  description: {
    sv: 'Läser in leveranserna i lagret och skriver ett kvitto för var och en. Samma fil två gånger ändrar inget.',
    en: 'Loads the deliveries into the warehouse and writes a receipt for each. The same file twice changes nothing.',
  },
  takesFiles: true,
  flags: [
    AGREEMENT_FLAG,
    {
      flags: '--accept',
      words: {
        sv: 'läser in även leveranser som pausats för att de ändrar mycket',
        en: 'load deliveries that were paused for changing much, too',
      },
    },
  ],
  options: z.object({ agreement: z.string().optional(), accept: z.boolean().default(false) }),
  run: async (context, { agreement, accept }, files) => {
    const agreements = chosenAgreements(
      loadAgreements(context.data, knownIndicators(context.data)),
      agreement,
    )
    const receipts = await inWarehouse(context.home, (warehouse) =>
      takeIn(context, warehouse, { agreements, files, accept, dryRun: false }),
    )
    return receiptsOutcome(receipts)
  },
})
