import { z } from 'zod'
import { loadAgreements } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import { statusOf, takeIn } from '../deliveries.ts'
import { knownIndicators } from '../indicators.ts'
import { AS_OF_FLAG, NOTE_FLAG } from '../messages/help.ts'
import { printReceipts } from '../print/receipt.ts'
import { printPublished, publishFrom } from '../publishing.ts'
import { inWarehouse } from '../warehouse.ts'

export const run = defineCommand({
  name: 'run',
  summary: { sv: 'läser in och publicerar', en: 'ingest, then publish' },
  description: {
    sv: 'Läser in alla leveranser och publicerar. En leverans som stoppas eller pausas hindrar inte de andra.',
    en: 'Ingests all deliveries and publishes. A delivery that is stopped or paused does not hinder the others.',
  },
  flags: [AS_OF_FLAG, NOTE_FLAG],
  options: z.object({ asOf: z.iso.date().optional(), note: z.string().min(1).optional() }),
  run: async (context, options) => {
    const agreements = loadAgreements(context.data, knownIndicators(context.data))
    const { receipts, publication } = await inWarehouse(context.home, async (warehouse) => {
      const request = { agreements, files: [], accept: false, dryRun: false }
      return {
        receipts: await takeIn(context, warehouse, request),
        publication: await publishFrom(context, warehouse, { agreements, ...options }),
      }
    })
    return {
      document: { receipts, publication },
      status: statusOf(receipts),
      page: (page) => {
        printReceipts(page, receipts)
        printPublished(page, publication)
      },
    }
  },
})
