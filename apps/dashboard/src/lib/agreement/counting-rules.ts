import type { PublishedAgreement } from '@utfall/contracts'
import { capital } from '@utfall/contracts/written-figure'
import type { Words } from '#lib/words/words.ts'

/** How attendance is counted, as a sentence for each rule, with its activities where there are several rules. */
export function countingRules({ activities }: PublishedAgreement, words: Words): string {
  const ruled = [...Map.groupBy(activities, ({ counting_rule }) => counting_rule)]
  return ruled
    .map(([rule, those]) => {
      const said = words.say.codes.countingRule[rule]
      return ruled.length === 1
        ? `${capital(said)}.`
        : `${words.say.agreementPage.list(those.map(({ name }) => name))}: ${said}.`
    })
    .join(' ')
}
