import { distance } from 'fastest-levenshtein'

/**
 * The candidate that `word` was most likely meant to be, or undefined when nothing is near:
 * at most two letters off, or a third of the word's length when that is more.
 */
export function closest(word: string, candidates: readonly string[]): string | undefined {
  const folded = word.toLowerCase()
  const ranked = candidates
    .map((candidate) => ({ candidate, off: distance(folded, candidate.toLowerCase()) }))
    .sort((a, b) => a.off - b.off)
  const best = ranked[0]
  return best && best.off <= Math.max(2, Math.floor(word.length / 3)) ? best.candidate : undefined
}

/** "Did you mean …?" after a sentence, with its leading space; nothing when nothing is near. */
export function didYouMean(guess: string | undefined): { sv: string; en: string } {
  return guess ? { sv: ` Menade du ”${guess}”?`, en: ` Did you mean "${guess}"?` } : { sv: '', en: '' }
}
