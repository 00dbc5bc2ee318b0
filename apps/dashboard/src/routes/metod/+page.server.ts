import { publicationFor } from '#lib/reader/read.ts'
import type { PageServerLoad } from './$types'

export const load: PageServerLoad = ({ locals }) => {
  const { words } = locals
  const { agreements, indicators } = publicationFor(locals)
  const pick = (sentence: { sv: string; en: string } | undefined) => (sentence ? words.pick(sentence) : '')
  return {
    indicators: [...indicators.values()].map((indicator) => ({
      id: indicator.id,
      title: pick(indicator.title),
      definition: pick(indicator.definition),
      numerator: pick(indicator.numerator),
      denominator: pick(indicator.denominator),
      excluded: pick(indicator.excluded),
      placedBy: pick(indicator.placed_by),
      limitation: pick(indicator.limitation),
      origin: indicator.origin ?? '',
      version: indicator.version,
      validFrom: agreements.flatMap(({ id, title }) => {
        const day = indicator.valid_from[id]
        return day ? [{ agreement: title, day: words.day(day) }] : []
      }),
      sql: indicator.sql.trim(),
    })),
  }
}
