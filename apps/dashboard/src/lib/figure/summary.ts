import type { GroupMark, Mark } from './marks.ts'
import { SIGNS } from '@utfall/contracts/written-figure'
import { capital } from '@utfall/contracts/written-figure'
import type { Words } from '#lib/words/words.ts'

/**
 * One or two sentences that say what a chart over time shows. Where a definition has changed they speak of the latest
 * alone, since figures by different ones cannot be compared.
 */
export function summaryOverTime(all: readonly Mark[], words: Words): string {
  const marks = all.slice(
    Math.max(
      0,
      all.findLastIndex(({ begins }) => begins > 0),
    ),
  )
  const { figures } = words.say
  const known = marks.filter(hasValue)
  const closed = known.filter((mark) => !mark.incomplete)
  const [first, last] = [closed[0] ?? known[0], closed.at(-1) ?? known.at(-1)]
  if (!first || !last) return figures.summaryNone
  if (first === last)
    return sentences(capital(figures.summarySingle(first.during, first.text)), hidden(marks, words))
  const course =
    first.text === last.text
      ? figures.summarySame(first.text, first.during, last.during)
      : figures.summaryRose(first.text, first.during, last.text, last.during)
  const highest = closed.toSorted((a, b) => b.value - a.value)[0]
  const peak =
    highest && highest.text !== first.text && highest.text !== last.text
      ? (anyHidden(marks) ? figures.ofShown : figures).summaryHighest(highest.text, highest.during)
      : ''
  return sentences(course, peak, hidden(marks, words))
}

/** The same of a chart over groups. `summed` groups are sizes, others are levels. */
export function summaryOfGroups(marks: readonly GroupMark[], words: Words, summed: boolean): string {
  const { figures } = words.say
  const groups = marks.filter(({ category }) => category !== 'unknown')
  const known = groups.filter(hasValue)
  const ranked = known.toSorted((a, b) => b.value - a.value)
  const [first, last] = [ranked[0], ranked.at(-1)]
  if (!first || !last) return figures.summaryNone
  const { summaryAlike, summaryLargest, summaryHighLow } = anyHidden(groups) ? figures.ofShown : figures
  const said = (): string => {
    if (known.length <= 3) return `${known.map(nameAndValue).join(', ')}.`
    if (!summed && first.text === last.text) return summaryAlike(first.text)
    return summed
      ? summaryLargest(inSentence(first.name), first.text)
      : summaryHighLow(inSentence(first.name), first.text, inSentence(last.name), last.text)
  }
  const unknown = marks.find((mark) => mark.category === 'unknown' && mark.value !== null)
  return sentences(
    said(),
    summed && unknown ? figures.summaryUnknown(unknown.text) : '',
    hidden(groups, words),
  )
}

const nameAndValue = ({ name, text }: Mark, index: number): string =>
  `${index === 0 ? name : inSentence(name)} ${text}`

const hasValue = <M extends Mark>(mark: M): mark is M & { readonly value: number } => mark.value !== null

const isHidden = ({ text }: Mark): boolean => text === SIGNS.suppressed

/** Then the highest that is shown need not be the highest. */
const anyHidden = (marks: readonly Mark[]): boolean => marks.some(isHidden)

function hidden(marks: readonly Mark[], { say }: Words): string {
  const names = marks.filter(isHidden).map(({ name }) => name)
  if (names.length > 3) return say.figures.summaryHiddenMany(names.length)
  const list = say.agreementPage.list(names.map(inSentence))
  return names.length > 0 ? say.figures.summaryHidden(capital(list)) : ''
}

const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

/** `Kvinnor` is a common noun inside a sentence; names and the rest keep their capital. */
const COMMON = /^(Kvinnor|Män|Annat kön|Women|Men|Other gender)\b/
const inSentence = (name: string): string =>
  COMMON.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
