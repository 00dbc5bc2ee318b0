import { RULES, RULE_SET } from '@utfall/ingest'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import { sentenceWithoutDetail } from '../messages/rules.ts'

export const rules = defineCommand({
  name: 'rules',
  summary: { sv: 'visar reglerna som filer prövas mot', en: 'list the rules that files are checked by' },
  description: {
    sv: 'Visar varje regel: vad som är fel, varför det spelar roll och hur det rättas. stop: filen läses inte in. error: raden läggs i karantän. check: raden läses in och pekas ut.',
    en: 'Lists every rule: what is wrong, why it matters and how it is mended. stop: the file is not loaded. error: the row is quarantined. check: the row is loaded and pointed out.',
  },
  options: z.object({}),
  run: () => ({
    document: { rule_set: RULE_SET, rules: RULES },
    status: 0,
    page: (page) => {
      for (const { id, severity, datasets, sentence, why, mend } of RULES) {
        const where = datasets === undefined ? '' : ` (${datasets.join(', ')})`
        page.line(`${page.paint('bold', id)}  ${severity}${where}`)
        page.line(`  ${page.say(sentenceWithoutDetail(sentence))} ${page.say(why)}`)
        page.line(`  ${page.say(mend)}`)
      }
    },
  }),
})
