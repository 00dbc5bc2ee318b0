import type { PublishedAgreement } from '@utfall/contracts'
import type { Publication } from '#lib/publication/publication.ts'
import type { Words } from '#lib/words/words.ts'
import type { Href } from './links.ts'

/** One reader of one agreement in one publication: all that a page is made of. */
export interface Reading {
  readonly publication: Publication
  readonly agreement: PublishedAgreement
  readonly words: Words
  readonly href: Href
}
