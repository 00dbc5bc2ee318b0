import { exportEvaluation } from '@utfall/metrics'
import { z } from 'zod'
import { chosenAgreements, loadAgreements } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import { knownIndicators } from '../indicators.ts'
import { PUBLISHED } from '../messages/published.ts'
import { currentPublicationFolder } from '../publications.ts'

export const exportPackage = defineCommand({
  name: 'export',
  summary: { sv: 'skriver utvärderingspaketet', en: 'write the evaluation package' },
  description: {
    sv: 'Skriver ett paket (zip) för ett avtals årliga utvärdering: tabeller i CSV, rapport i PDF, kodbok, definitioner och kontrollsummor.',
    en: 'Writes a package (zip) for the annual evaluation of one agreement: tables as CSV, report as PDF, codebook, definitions and checksums.',
  },
  flags: [
    { flags: '--agreement <id>', words: { sv: 'avtalet', en: 'the agreement' } },
    { flags: '--period <year>', words: { sv: 'året', en: 'the year' } },
    {
      flags: '--out <dir>',
      words: {
        sv: 'mappen att skriva i (annars den du står i)',
        en: 'folder to write in (default this one)',
      },
    },
  ],
  options: z.object({
    agreement: z.string().min(1),
    period: z.string().regex(/^\d{4}$/),
    out: z.string().min(1).default('.'),
  }),
  run: async ({ data, home }, { agreement, period, out }) => {
    chosenAgreements(loadAgreements(data, knownIndicators(data)), agreement)
    const publicationFolder = currentPublicationFolder(home)
    const { file } = await exportEvaluation({ publicationFolder, agreement, year: Number(period), out })
    return {
      document: { file },
      status: 0,
      page: (page) => page.line(page.say(PUBLISHED.exported(file))),
    }
  },
})
