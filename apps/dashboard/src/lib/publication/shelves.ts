import { join } from 'node:path'
import type { Visitor } from '#lib/access/door.ts'
import type { Publication } from './publication.ts'
import { openShelf } from './shelf.ts'
import type { Shelf } from './shelf.ts'

/** All that is in one home: publications for every reader, and drafts for those who may see them. */
export interface Shelves {
  readonly published: Shelf
  /** The publication that was asked for, or the newest when none was; undefined where the visitor may see none such. */
  readonly find: (asked: string | undefined, visitor: Visitor) => Promise<Publication | undefined>
  readonly draftsFor: (visitor: Visitor) => Promise<string[]>
}

/** `onChange` is called when a new publication has come, or the drafts are others. */
export function openShelves(home: string, onChange: () => void): Shelves {
  const published = openShelf(join(home, 'publications'))
  const drafts = openShelf(join(home, 'drafts'), { holdsDrafts: true })
  let newest: Publication | undefined
  let waiting = ''

  async function followNewest(): Promise<Publication | undefined> {
    const now = await published.newest()
    if (now !== newest) onChange()
    newest = now
    return now
  }

  /** Read each time: a draft that is taken back is gone at once. */
  async function draftsFor(visitor: Visitor): Promise<string[]> {
    if (visitor !== 'analyst') return []
    const ids = await drafts.ids()
    if (ids.join() !== waiting) onChange()
    waiting = ids.join()
    return ids
  }

  return {
    published,
    draftsFor,
    async find(asked, visitor) {
      const current = await followNewest()
      const ids = await draftsFor(visitor)
      if (asked === undefined) return current
      return (ids.includes(asked) ? drafts : published).find(asked)
    },
  }
}
