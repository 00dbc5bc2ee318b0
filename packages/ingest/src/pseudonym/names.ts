import type { ReadingFault } from '../readers/reader.ts'

/** Who stands under which name, for as long as a file is read. */
export interface Names {
  /** What a row says: the identity number or the sender's own id, and the parts of the name. */
  readonly add: (line: number, participant: string, ...name: readonly string[]) => void
  /** One for each number that stands under names which cannot be one person's, where the second of them stands. */
  readonly faults: () => readonly ReadingFault[]
}

/**
 * Finds numbers that stand under different names in one file: most often two persons, of whom one has the other's
 * number. Names are compared by their words, so that order, case, accents and a middle name make no difference. Names
 * and numbers stay in here.
 */
export function startNames(): Names {
  const known = new Map<string, ReadonlySet<string>>()
  const faults = new Map<string, ReadingFault>()
  return {
    add: (line, participant, ...name) => {
      const words = wordsOf(name.join(' '))
      const who = signOf(participant)
      if (words.size === 0 || who === '') return
      const before = known.get(who)
      if (before === undefined) known.set(who, words)
      else if (!isPart(words, before) && !isPart(before, words) && !faults.has(who))
        faults.set(who, { rule: 'number_under_several_names', line })
    },
    faults: () => [...faults.values()],
  }
}

const isPart = (words: ReadonlySet<string>, of: ReadonlySet<string>) =>
  [...words].every((word) => of.has(word))

/** The number in ten signs whatever its century and separators; empty for what is no whole number. */
function signOf(participant: string): string {
  const sign = participant.toUpperCase().replaceAll(/[\s+\p{Pd}\u2212]/gu, '')
  return /^(?:\d{2})?\d{6}[A-Z\d]\d{3}$/.test(sign) && !sign.endsWith('0000') ? sign.slice(-10) : ''
}

function wordsOf(name: string): ReadonlySet<string> {
  const plain = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return new Set(plain.split(/[^\p{L}]+/u).filter((word) => word !== ''))
}
