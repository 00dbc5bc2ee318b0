import { createContext } from 'svelte'
import type { Words } from '#lib/words/words.ts'
import type { Href } from './links.ts'

/** What every component needs to speak to the reader. */
export interface Voice {
  readonly words: Words
  readonly href: Href
}

export const [useVoice, setVoice] = createContext<Voice>()
