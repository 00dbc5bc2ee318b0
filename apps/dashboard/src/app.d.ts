import type { Visitor } from '#lib/access/door.ts'
import type { Members } from '#lib/access/members.ts'
import type { Failure } from '#lib/access/provider.ts'
import type { Publication } from '#lib/publication/publication.ts'
import type { Shelf } from '#lib/publication/shelf.ts'
import type { Choice, Href } from '#lib/reader/links.ts'
import type { Words } from '#lib/words/words.ts'

declare global {
  namespace App {
    interface Error {
      /** Why there is no page, where that is known. */
      readonly kind?: 'no_publication' | 'unknown_publication' | Failure
    }
    interface Locals {
      readonly shelf: Shelf
      /** The ids of the drafts that this visitor may see. */
      readonly drafts: () => Promise<string[]>
      /** The door, where only members may read. */
      readonly members: Members | undefined
      /** Undefined on the pages outside the door, to somebody who is not signed in. */
      readonly visitor: Visitor | undefined
      readonly choice: Choice
      readonly words: Words
      readonly href: Href
      /** The newest publication, or the one asked for; undefined when there is none such. */
      readonly publication: Publication | undefined
    }
  }
}
