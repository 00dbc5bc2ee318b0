import type { Publication } from '#lib/publication/publication.ts'
import type { Shelf } from '#lib/publication/shelf.ts'
import type { Choice, Href } from '#lib/reader/links.ts'
import type { Words } from '#lib/words/words.ts'

declare global {
  namespace App {
    interface Error {
      /** Why there is no page, where that is known. */
      readonly kind?: 'no_publication' | 'unknown_publication'
    }
    interface Locals {
      readonly shelf: Shelf
      readonly choice: Choice
      readonly words: Words
      readonly href: Href
      /** The newest publication, or the one asked for; undefined when there is none such. */
      readonly publication: Publication | undefined
    }
  }
}
