import { operator } from '#lib/reader/operator.ts'
import { inOtherLanguage } from '#lib/reader/links.ts'
import { stockholmDay } from '#lib/words/dates.ts'
import type { LayoutServerLoad } from './$types'

export const load: LayoutServerLoad = ({ locals, url }) => {
  const { choice, publication } = locals
  const manifest = publication?.manifest
  return {
    choice,
    address: `${operator().origin ?? ''}${decodeURI(url.pathname)}${url.search}`,
    otherLanguage: inOtherLanguage(url, choice.language),
    newest: `${url.pathname}${choice.language === 'en' ? '?lang=en' : ''}`,
    publication: manifest && {
      id: manifest.id,
      created: stockholmDay(new Date(manifest.created)),
      asOf: manifest.as_of,
      deliveries: manifest.deliveries.length,
      latestDelivery: manifest.deliveries
        .map(({ received }) => received.slice(0, 10))
        .toSorted()
        .at(-1),
    },
  }
}
