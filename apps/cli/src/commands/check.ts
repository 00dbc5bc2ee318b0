import { z } from 'zod'
import { chosenAgreements, loadAgreements } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import { receiptsOutcome, takeIn } from '../deliveries.ts'
import { knownIndicators } from '../indicators.ts'
import { AGREEMENT_FLAG } from '../messages/help.ts'
import { printProposals, proposalsFor } from '../proposals.ts'
import { inTrialWarehouse } from '../warehouse.ts'

export const check = defineCommand({
  name: 'check',
  summary: { sv: 'prövar leveranser utan att läsa in dem', en: 'try deliveries without loading them' },
  description: {
    sv: 'Visar vad som skulle hända om leveranserna lästes in. Skriver kvittensen, men ändrar inget annat. För en fil med okänd uppställning föreslås hur den kan läsas, som YAML att klistra in.',
    en: 'Shows what would happen if the deliveries were ingested. Writes the receipt and changes nothing else. For a file of an unknown layout it proposes how to read it, as YAML to paste.',
  },
  takesFiles: true,
  flags: [AGREEMENT_FLAG],
  options: z.object({ agreement: z.string().optional() }),
  run: async (context, { agreement }, files) => {
    const agreements = chosenAgreements(
      loadAgreements(context.data, knownIndicators(context.data)),
      agreement,
    )
    const receipts = await inTrialWarehouse(context.home, (warehouse) =>
      takeIn(context, warehouse, { agreements, files, accept: false, dryRun: true }),
    )
    const proposals = await proposalsFor(receipts, files, agreements, context.language)
    const outcome = receiptsOutcome(receipts)
    return {
      ...outcome,
      document: { receipts, proposals },
      page: (page) => {
        outcome.page(page)
        printProposals(page, proposals)
      },
    }
  },
})
