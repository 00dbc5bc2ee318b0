import { LEAK_KINDS, RELATION_KINDS } from '@utfall/audit'
import type { BrokenCell, Leak } from '@utfall/audit'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Sentence } from '@utfall/contracts'

/** Why a publication is not released. */

export function tellsOfFew(cell: BrokenCell): ExpectedFault {
  const { least, most } = cell
  const told = least === most ? `${least}` : `${least}–${most}`
  const way = (language: 'sv' | 'en') =>
    cell.pinnedBy.map(({ kind, sum }) => `\n  ${RELATION_KINDS[kind][language]}: ${sum}`).join('')
  return refused('publication_tells_of_few', {
    sv: `Inget är publicerat: ${nameOf(cell)} är dolt, men går att räkna fram till ${told}.${way('sv')}\n${MEND.sv}`,
    en: `Nothing is published: ${nameOf(cell)} is hidden, but can be worked out as ${told}.${way('en')}\n${MEND.en}`,
  })
}

export function tellsInPlainSight({ kind, where, what }: Leak): ExpectedFault {
  return refused('publication_leaks', {
    sv: `Inget är publicerat: ${LEAK_KINDS[kind].sv}, ${where} (${what}).\n${MEND.sv}`,
    en: `Nothing is published: ${LEAK_KINDS[kind].en}, ${where} (${what}).\n${MEND.en}`,
  })
}

export const contradictory = (sum: string): Sentence => ({
  sv: `Talen säger emot varandra, och de dolda talen bakom dem kunde inte prövas: ${sum}`,
  en: `Figures contradict one another, and the hidden numbers behind them could not be tried: ${sum}`,
})

export const smallCorrections = (number: number): Sentence => ({
  sv: `${number} slutliga tal har ändrats med färre personer än tröskeln sedan den förra publikationen. Den som jämför de två ser det. ”utfall audit” nämner dem.`,
  en: `${number} final figures were changed by fewer people than the threshold since the previous publication. Whoever compares the two sees that. "utfall audit" names them.`,
})

const MEND: Sentence = {
  sv: 'Den förra publikationen gäller som förut. Publicera med --as-of en dag då fler var med, eller höj disclosure.threshold i agreement.yaml så att mer döljs.',
  en: 'The previous publication holds as before. Publish with --as-of a day when more people took part, or raise disclosure.threshold in agreement.yaml so that more is hidden.',
}

function nameOf({ agreement, indicator, part, period, breakdown, category }: BrokenCell): string {
  const where = breakdown === 'total' ? '' : ` ${breakdown}=${category}`
  return `${agreement} ${indicator}.${part} ${period}${where}`
}

function refused(code: string, sentence: Sentence): ExpectedFault {
  return new ExpectedFault(code, sentence, EXIT_STATUS.publicationRefused)
}
