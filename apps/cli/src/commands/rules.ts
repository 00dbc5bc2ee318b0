import { RULES, RULE_SET } from '@utfall/ingest'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { SEVERITIES, sentenceWithoutDetail } from '../messages/rules.ts'

export const rules = defineCommand({
  name: 'rules',
  summary: { sv: 'visar reglerna som filer prövas mot', en: 'list the rules that files are checked by' },
  description: {
    sv: 'Visar varje regel: vad som är fel, varför det spelar roll och hur det rättas. Stopp: filen läses inte in. Fel: raden läggs i karantän. Kontrollera: raden läses in och pekas ut.',
    en: 'Lists every rule: what is wrong, why it matters and how it is mended. Stop: the file is not loaded. Error: the row is quarantined. Check: the row is loaded and pointed out.',
  },
  options: z.object({}),
  run: () => ({
    document: { rule_set: RULE_SET, rules: RULES },
    status: 0,
    page: (page) => {
      for (const { id, severity, datasets, sentence, why, mend } of RULES) {
        const where = datasets === undefined ? '' : ` (${datasets.join(', ')})`
        page.line(`${page.paint('bold', id)}  ${page.say(SEVERITIES[severity])}${where}`)
        page.line(`  ${page.say(sentenceWithoutDetail(sentence))} ${page.say(why)}`)
        page.line(`  ${page.say(mend)}`)
      }
    },
  }),
})
