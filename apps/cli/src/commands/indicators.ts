import { checkIndicators, readRegistry } from '@utfall/metrics'
import { z } from 'zod'
import { loadAgreements } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import type { Context, Outcome } from '../command.ts'
import { indicatorFolders, knownIndicators, ownIndicators } from '../indicators.ts'
import { unknownWord } from '../messages/faults.ts'
import { printIndicatorCheck } from '../print/indicator-check.ts'
import { inTrialWarehouse } from '../warehouse.ts'

const HEAD = [
  { sv: 'indikator', en: 'indicator' },
  { sv: 'version', en: 'version' },
  { sv: 'vad den visar', en: 'what it shows' },
]

const CHECK = 'check'

export const indicators = defineCommand({
  name: 'indicators',
  summary: { sv: 'visar eller prövar indikatorerna', en: 'list the indicators, or try them' },
  description: {
    sv: 'Visar alla indikatorer, också egna i mappen indicators bland data. Med --json kommer hela definitionen av var och en. ”utfall indicators check” prövar dem i stället, och visar vilka rader var och en räknar.',
    en: 'Lists all indicators, your own in the folder indicators of the data too. With --json comes the whole definition of each. "utfall indicators check" tries them instead, and shows which rows each counts.',
  },
  word: {
    name: { sv: 'check', en: 'check' },
    words: { sv: 'prövar indikatorerna', en: 'try the indicators' },
  },
  options: z.object({}),
  run: async (context, _, [word]) => {
    if (word === CHECK) return check(context)
    if (word !== undefined) throw unknownWord(word, CHECK)
    return list(context)
  },
})

function list({ data, say }: Context): Outcome {
  const { indicators: counted, faults } = readRegistry(indicatorFolders(data))
  for (const { path, line, sentence } of faults) {
    say({ sv: `${path}:${line} ${sentence.sv}`, en: `${path}:${line} ${sentence.en}` })
  }
  const headers = counted.map(({ header }) => header)
  return {
    document: headers,
    status: 0,
    page: (page) =>
      page.table(
        HEAD,
        headers.map(({ id, version, title }) => [id, version, page.say(title)]),
      ),
  }
}

/** Nothing is written: the warehouse is read as it is, or an empty one where there is none. */
async function check({ data, home, now, progress }: Context): Promise<Outcome> {
  const agreements = loadAgreements(data, knownIndicators(data)).map(({ agreement }) => agreement)
  const found = await inTrialWarehouse(home, ({ connection }) =>
    checkIndicators(connection, agreements, indicatorFolders(data), now, { progress: progress.report }),
  )
  return {
    document: found,
    status: found.faults.length > 0 ? 2 : 0,
    page: (page) => printIndicatorCheck(page, found, ownIndicators(data)),
  }
}
