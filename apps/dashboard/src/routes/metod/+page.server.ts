import { publicationFor } from '#lib/reader/read.ts'
import { methodPath } from '#lib/reader/links.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const { words, href } = locals
  const { compare } = new Intl.Collator(words.language)
  return {
    indicators: [...publicationFor(locals).indicators.values()]
      .map(({ id, title, definition }) => ({
        id,
        title: words.pick(title),
        definition: words.pick(definition),
        href: href(methodPath(id)),
      }))
      .toSorted((a, b) => compare(a.title, b.title)),
  }
}
