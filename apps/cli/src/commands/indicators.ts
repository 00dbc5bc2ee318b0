import { readRegistry } from '@utfall/metrics'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { INDICATOR_FOLDERS } from '../indicators.ts'

const HEAD = [
  { sv: 'indikator', en: 'indicator' },
  { sv: 'version', en: 'version' },
  { sv: 'vad den visar', en: 'what it shows' },
]

export const indicators = defineCommand({
  name: 'indicators',
  summary: { sv: 'visar indikatorerna', en: 'list the indicators' },
  description: {
    sv: 'Visar alla indikatorer. Med --json kommer hela definitionen av var och en.',
    en: 'Lists all indicators. With --json comes the whole definition of each.',
  },
  options: z.object({}),
  run: ({ say }) => {
    const { indicators: counted, faults } = readRegistry(INDICATOR_FOLDERS)
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
  },
})
