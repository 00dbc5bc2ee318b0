import { loadAgreements } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import { knownIndicators } from '../indicators.ts'
import { tooManyArguments } from '../messages/faults.ts'
import { QUESTIONS } from '../messages/new-agreement.ts'
import { NewAgreementOptions, newAgreement } from './agreements-new.ts'

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
  summary: { sv: 'visar avtalen, eller skriver ett nytt', en: 'list the agreements, or write a new one' },
  description: {
    sv: 'Visar avtalen och kontrollerar deras agreement.yaml. Ett fel visas med fil, rad och kolumn. Med ordet new skrivs ett nytt, kommenterat agreement.yaml: svaren ges som flaggor, eller på frågor i terminalen.',
    en: 'Lists the agreements and checks their agreement.yaml. A fault is shown with file, line and column. With the word new it writes a new, commented agreement.yaml: the answers are given as flags, or to questions on the terminal.',
  },
  word: {
    name: { sv: 'new', en: 'new' },
    words: { sv: 'skriver ett nytt avtal', en: 'write a new agreement' },
  },
  flags: [
    {
      flags: '--id <id>',
      words: {
        sv: 'det nya avtalets id (annars efter namnen)',
        en: 'id of the new agreement (default from the names)',
      },
    },
    ...Object.entries(QUESTIONS).map(([name, words]) => ({ flags: `--${name} <text>`, words })),
  ],
  options: NewAgreementOptions,
  run: async (context, options, [word]) => {
    if (word === 'new') return newAgreement(context, options)
    if (word !== undefined) throw tooManyArguments()
    const { data } = context
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
