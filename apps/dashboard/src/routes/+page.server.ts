import { overviewOf } from '#lib/agreement/overview.ts'
import { releasedInWords } from '#lib/publication/released.ts'
import { publicationFor } from '#lib/reader/read.ts'
import { stockholmDay } from '#lib/words/dates.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const publication = publicationFor(locals)
  const { words, href } = locals
  const { created, as_of } = publication.manifest
  const published = stockholmDay(new Date(created))
  const hasEnded = ({ period }: { readonly period: { readonly end: string } }) => period.end < published
  return {
    asOf: words.say.agreementPage.asOf(words.day(as_of), releasedInWords(publication, words)),
    // what can still be decided comes first
    agreements: [...publication.agreements]
      .sort((a, b) => Number(hasEnded(a)) - Number(hasEnded(b)))
      .map((agreement) => overviewOf({ publication, agreement, words, href }, published)),
  }
}
