import type { Sentence } from '@utfall/contracts'

/** The words about the pseudonym key. */
export const KEY = {
  stands: (file: string, keys: number): Sentence => ({
    sv: `${file} är den nyckel som lagret är fyllt med${keys > 1 ? `, bytt ${keys - 1} ${keys === 2 ? 'gång' : 'gånger'}` : ''}.`,
    en: `${file} is the key that the warehouse was filled with${keys > 1 ? `, changed ${keys === 2 ? 'once' : `${keys - 1} times`}` : ''}.`,
  }),
  changed: (file: string, people: string): Sentence => ({
    sv: `Nyckeln är bytt och ${people} personer har nya pseudonymer. Säkerhetskopiera ${file} nu, och förstör kopiorna av den gamla. Säkerhetskopior av lagret från före bytet går inte att läsa vidare i: gör nya.`,
    en: `The key is changed and ${people} people have new pseudonyms. Back up ${file} now, and destroy the copies of the old one. Backups of the warehouse from before the change cannot be gone on with: make new ones.`,
  }),
} as const
