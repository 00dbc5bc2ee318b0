import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { PUBLICATION_ID, readPublication } from './publication.ts'
import type { Publication } from './publication.ts'

/** The publications of one home. */
export interface Shelf {
  /** The newest publication that is whole, or undefined when there has been none. */
  newest(): Promise<Publication | undefined>
  /** An earlier publication, or undefined when there is none of that id, or it is broken. */
  find(id: string): Promise<Publication | undefined>
  /** The ids of all publications, newest first. */
  ids(): Promise<string[]>
}

export interface ShelfOptions {
  /** How long the pointer is trusted before it is read again, in milliseconds. */
  readonly trustPointerFor?: number
  /** How many publications are held in memory. */
  readonly held?: number
  readonly warn?: (message: string) => void
  /** Whether what lies here is not released. */
  readonly holdsDrafts?: boolean
}

/**
 * Serves publications from memory. The pointer file `current` is read again as time passes, so a new
 * publication is picked up while the server runs; one that is broken is refused and the old one stays.
 */
export function openShelf(folder: string, options: ShelfOptions = {}): Shelf {
  const { trustPointerFor = 1000, held = 6, warn = console.warn, holdsDrafts = false } = options
  const memory = new Map<string, Promise<Publication | undefined>>()
  const warned = new Set<string>()
  let newest: Promise<Publication | undefined> = Promise.resolve(undefined)
  let pointer = ''
  let pointerRead = -Infinity

  async function read(id: string): Promise<Publication | undefined> {
    try {
      return await readPublication(join(folder, id), id, holdsDrafts)
    } catch (fault) {
      const message = `Publication ${id} is refused: ${fault instanceof Error ? fault.message : String(fault)}`
      if (!warned.has(message)) warn(message)
      warned.add(message)
      return undefined
    }
  }

  async function ids(): Promise<string[]> {
    const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
    return entries
      .filter((entry) => entry.isDirectory() && PUBLICATION_ID.test(entry.name))
      .map(({ name }) => name)
      .toSorted()
      .toReversed()
  }

  /** Takes from memory or reads, and lets go of the publication that was longest unasked for. */
  function hold(id: string): Promise<Publication | undefined> {
    const publication = memory.get(id) ?? read(id)
    memory.delete(id)
    memory.set(id, publication)
    const oldest = memory.keys().next().value
    if (memory.size > held && oldest !== undefined) memory.delete(oldest)
    return publication
  }

  async function follow(id: string, before: Promise<Publication | undefined>) {
    memory.delete(id)
    return (await hold(id)) ?? before
  }

  return {
    ids,
    async find(id) {
      return memory.get(id) ?? ((await ids()).includes(id) ? hold(id) : undefined)
    },
    async newest() {
      if (performance.now() - pointerRead >= trustPointerFor) {
        pointerRead = performance.now()
        const id = (await readFile(join(folder, 'current'), 'utf8').catch(() => '')).trim()
        const changed = id !== pointer || (await newest) === undefined
        if (PUBLICATION_ID.test(id) && changed) newest = follow(id, newest)
        pointer = id
      }
      return newest
    },
  }
}
