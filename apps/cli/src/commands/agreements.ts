import { z } from 'zod'
import { loadAgreements } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import { knownIndicators } from '../indicators.ts'

const HEAD = [
  { sv: 'avtal', en: 'agreement' },
  { sv: 'namn', en: 'title' },
  { sv: 'kommun', en: 'municipality' },
  { sv: 'förening', en: 'association' },
  { sv: 'från', en: 'from' },
  { sv: 'till', en: 'to' },
  { sv: 'källor', en: 'sources' },
]

export const agreements = defineCommand({
  name: 'agreements',
  summary: { sv: 'visar avtalen', en: 'list the agreements' },
  description: {
    sv: 'Visar avtalen och kontrollerar deras agreement.yaml. Ett fel visas med fil, rad och kolumn.',
    en: 'Lists the agreements and checks their agreement.yaml. A fault is shown with file, line and column.',
  },
  options: z.object({}),
  run: ({ data }) => {
    const all = loadAgreements(data, knownIndicators(data)).map(({ agreement }) => agreement)
    return {
      document: all,
      status: 0,
      page: (page) =>
        page.table(
          HEAD,
          all.map(({ id, title, municipality, association, period, sources }) => [
            id,
            title,
            municipality.name,
            association.name,
            period.start,
            period.end,
            sources.length,
          ]),
        ),
    }
  },
})
