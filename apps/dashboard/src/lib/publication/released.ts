import { stockholmDay } from '#lib/words/dates.ts'
import type { Words } from '#lib/words/words.ts'
import type { Publication } from './publication.ts'

/** When the figures were published, in words; of a draft, that they are not. */
export function releasedInWords(
  { manifest, isDraft }: Pick<Publication, 'manifest' | 'isDraft'>,
  words: Words,
): string {
  const day = words.day(stockholmDay(new Date(manifest.created)))
  return isDraft ? words.say.figures.notReleased(day) : words.say.figures.released(day)
}
