import { error } from '@sveltejs/kit'
import { definitionView, usesOf } from '#lib/method/definition.ts'
import { publicationFor } from '#lib/reader/read.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals, params }) => {
  const { words, href } = locals
  const publication = publicationFor(locals)
  const versions = publication.versions(params.indicator)
  const [newest] = versions
  if (!newest) error(404, 'No such indicator')
  return {
    title: words.pick(newest.title),
    definition: words.pick(newest.definition),
    versions: versions.map((each) => definitionView(each, { publication, words, href })),
    uses: usesOf(newest.id, { publication, words, href }),
  }
}
