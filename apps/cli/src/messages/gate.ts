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

export function contradictory(sum: string): ExpectedFault {
  return refused('publication_contradicts_itself', {
    sv: `Inget är publicerat: talen säger emot varandra, så de dolda talen bakom dem gick inte att pröva.\n  ${sum}\nDen förra publikationen gäller som förut. Det är troligen ett fel i programmet: anmäl det med raden ovan.`,
    en: `Nothing is published: figures contradict one another, so the hidden numbers behind them could not be tried.\n  ${sum}\nThe previous publication holds as before. This is probably a fault in the program: report it with the line above.`,
  })
}

const MEND: Sentence = {
  sv: 'Den förra publikationen gäller som förut. Publicera med --as-of en dag då fler var med, eller höj disclosure.threshold i agreement.yaml så att mer döljs. Är den redan höjd sedan förra publikationen kan det vara den: det som har visats går inte att dölja igen. Sätt då tillbaka den.',
  en: 'The previous publication holds as before. Publish with --as-of a day when more people took part, or raise disclosure.threshold in agreement.yaml so that more is hidden. If it was raised since the previous publication, that may be why: what has been shown cannot be hidden again. Then set it back.',
}

function nameOf({ agreement, indicator, part, period, breakdown, category }: BrokenCell): string {
  const where = breakdown === 'total' ? '' : ` ${breakdown}=${category}`
  return `${agreement} ${indicator}.${part} ${period}${where}`
}

function refused(code: string, sentence: Sentence): ExpectedFault {
  return new ExpectedFault(code, sentence, EXIT_STATUS.publicationRefused)
}
