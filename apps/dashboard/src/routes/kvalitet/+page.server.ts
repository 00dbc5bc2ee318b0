import { qualityView } from '#lib/quality/quality.ts'
import { publicationFor } from '#lib/reader/read.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const publication = publicationFor(locals)
  const { words, href } = locals
  return {
    agreements: publication.agreements.map((agreement) =>
      qualityView({ publication, agreement, words, href }),
    ),
  }
}
