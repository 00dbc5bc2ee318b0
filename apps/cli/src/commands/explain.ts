import { explain as explainFigure } from '@utfall/metrics'
import type { Explanation } from '@utfall/metrics'
import { logAct } from '@utfall/warehouse'
import { z } from 'zod'
import { chosenAgreements, loadAgreements } from '../agreements.ts'
import { defineCommand } from '../command.ts'
import type { Context } from '../command.ts'
import { indicatorFolders, knownIndicators } from '../indicators.ts'
import { noIndicator } from '../messages/faults.ts'
import { printExplanation } from '../print/explanation.ts'
import { inExistingWarehouse } from '../warehouse.ts'

const Narrowing = z
  .strictObject({
    activity: z.string().min(1),
    gender: z.string().min(1),
    age_group: z.string().min(1),
    district: z.string().min(1),
  })
  .partial()

/** `gender=woman,age_group=20–24`, each name once. */
const Where = z.string().transform((text, context) => {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()))
  const named = Narrowing.safeParse(Object.fromEntries(pairs))
  if (named.success && Object.keys(named.data).length === pairs.length) return named.data
  context.addIssue({ code: 'custom' })
  return z.NEVER
})

export const explain = defineCommand({
  name: 'explain',
  summary: { sv: 'visar vägen fram till ett tal', en: 'show the way to a figure' },
  description: {
    sv: 'Visar vägen från alla som ett tal ser på till dem det räknar, vilka som inte räknas med och varför, och vilka leveranser det bygger på. Ett publicerat tal förklaras som det var den dagen. Visar små tal: bara för analytikern.',
    en: 'Shows the way from everyone whom a figure looks at to those it counts, who is left out and why, and the deliveries that it rests on. A published figure is explained as it was on that day. Shows small numbers: for the analyst only.',
  },
  word: {
    name: { sv: 'indikator', en: 'indicator' },
    words: { sv: 'indikatorns id', en: 'id of the indicator' },
  },
  flags: [
    { flags: '--agreement <id>', words: { sv: 'avtalet', en: 'the agreement' } },
    {
      flags: '--period <code>',
      words: { sv: 'perioden: 2025, 2025-T1, 1 eller all', en: 'the period: 2025, 2025-T1, 1 or all' },
    },
    {
      flags: '--publication <id>',
      words: {
        sv: 'publikationen (annars den nyaste); draft för talet som det är nu',
        en: 'the publication (default the newest); draft for the figure as it is now',
      },
    },
    {
      flags: '--definition <version>',
      words: {
        sv: 'definitionens version (annars den nyaste i perioden)',
        en: 'version of the definition (default the newest in the period)',
      },
    },
    {
      flags: '--where <names>',
      words: {
        sv: 'bara en del, som gender=woman,age_group=20–24',
        en: 'only a part, like gender=woman,age_group=20–24',
      },
    },
    { flags: '--members', words: { sv: 'visar pseudonymer och roller', en: 'list pseudonyms and roles' } },
  ],
  options: z.object({
    agreement: z.string().min(1),
    period: z.string().min(1),
    publication: z.string().min(1).optional(),
    definition: z.coerce.number().int().min(1).optional(),
    where: Where.default({}),
    members: z.boolean().default(false),
  }),
  run: async (context, { agreement: id, publication, definition: version, ...asked }, [indicator]) => {
    if (indicator === undefined) throw noIndicator()
    const [chosen] = chosenAgreements(loadAgreements(context.data, knownIndicators(context.data)), id)
    if (chosen === undefined) throw new Error(`No agreement ${id}, though it was chosen`)
    const explanation = await inExistingWarehouse(context.home, (warehouse) =>
      explainFigure({
        warehouse,
        home: context.home,
        agreement: chosen.agreement,
        indicator,
        ...(publication !== undefined && { publication }),
        ...(version !== undefined && { version }),
        ...asked,
        indicatorFolders: indicatorFolders(context.data),
        now: context.now,
      }),
    )
    if (explanation.members !== undefined) logMembers(context, explanation)
    return { document: explanation, status: 0, page: (page) => printExplanation(page, explanation) }
  },
})

/** Who has seen the pseudonyms behind a figure is on record. */
function logMembers({ home, now }: Context, explanation: Explanation): void {
  const { agreement, indicator, definition_version, period, publication, where, members = [] } = explanation
  const narrowed = Object.entries(where).map(([name, value]) => `${name}=${value}`)
  logAct(home, {
    what: 'explain_members',
    when: now,
    details: {
      agreement,
      indicator,
      definition_version,
      period,
      publication,
      where: narrowed.join(','),
      members: members.length,
    },
  })
}
