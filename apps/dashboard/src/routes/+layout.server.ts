import { operator } from '#lib/reader/operator.ts'
import { inOtherLanguage } from '#lib/reader/links.ts'
import { stockholmDay } from '#lib/words/dates.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals, url }) => {
  const { choice, publication, members, visitor } = locals
  const manifest = publication?.manifest
  return {
    choice,
    access: members ? ('members' as const) : ('open' as const),
    /** Whether the visitor may read; a way out is shown to those who came through a door. */
    isIn: visitor !== undefined,
    isDraft: publication?.isDraft ?? false,
    contact: operator().contact,
    address: `${operator().origin ?? ''}${decodeURI(url.pathname)}${url.search}`,
    otherLanguage: inOtherLanguage(url, choice.language),
    newest: `${url.pathname}${choice.language === 'en' ? '?lang=en' : ''}`,
    publication: manifest && {
      id: manifest.id,
      created: stockholmDay(new Date(manifest.created)),
      asOf: manifest.as_of,
      deliveries: manifest.deliveries.length,
      latestDelivery: manifest.deliveries
        .map(({ received }) => stockholmDay(new Date(received)))
        .toSorted()
        .at(-1),
    },
  }
}
