import { operator } from '#lib/reader/operator.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals: { publication, words, href } }) => ({
  operator: operator(),
  program:
    publication && words.say.aboutPage.program(publication.manifest.program, publication.manifest.rule_set),
  more: [
    { text: words.say.methodPage.title, href: href('/metod') },
    { text: words.say.qualityPage.title, href: href('/kvalitet') },
    { text: words.say.accessibilityPage.title, href: href('/tillganglighet') },
    { text: words.say.dataPage.title, href: href('/data') },
  ],
})
