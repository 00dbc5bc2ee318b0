import type { Mark } from './marks.ts'
import { capital } from '#lib/words/words.ts'
import type { Words } from '#lib/words/words.ts'

/** One or two sentences that say what a chart over time shows. */
export function summaryOverTime(marks: readonly Mark[], words: Words): string {
  const { figures } = words.say
  const known = marks.filter(hasValue)
  const closed = known.filter((mark) => !mark.incomplete)
  const [first, last] = [closed[0] ?? known[0], closed.at(-1) ?? known.at(-1)]
  if (!first || !last) return figures.summaryNone
  if (first === last) return capital(figures.summarySingle(first.during, first.text))
  const course =
    first.text === last.text
      ? figures.summarySame(first.text, first.during, last.during)
      : figures.summaryRose(first.text, first.during, last.text, last.during)
  const highest = closed.toSorted((a, b) => b.value - a.value)[0]
  const peak =
    highest && highest !== first && highest !== last
      ? figures.summaryHighest(highest.text, highest.during)
      : ''
  return sentences(course, peak, hidden(marks, words))
}

/** The same of a chart over groups. `summed` groups are sizes, others are levels. */
export function summaryOfGroups(marks: readonly Mark[], words: Words, summed: boolean): string {
  const { figures } = words.say
  const known = marks.filter(hasValue)
  const ranked = known.toSorted((a, b) => b.value - a.value)
  const [first, last] = [ranked[0], ranked.at(-1)]
  if (!first || !last) return figures.summaryNone
  const said = (): string => {
    const [one, two, ...more] = known
    if (!one || !two) return figures.summaryOnly(first.name, first.text)
    if (more.length === 0) return figures.summaryBoth(one.name, one.text, inSentence(two.name), two.text)
    return summed
      ? figures.summaryLargest(inSentence(first.name), first.text)
      : figures.summaryHighLow(inSentence(first.name), first.text, inSentence(last.name), last.text)
  }
  return sentences(said(), hidden(marks, words))
}

const hasValue = (mark: Mark): mark is Mark & { readonly value: number } => mark.value !== null

function hidden(marks: readonly Mark[], words: Words): string {
  const names = marks
    .filter((mark) => mark.text === '..')
    .map(({ name }, index) => (index === 0 ? capital(name) : inSentence(name)))
  return names.length > 0 ? words.say.figures.summaryHidden(words.say.agreementPage.list(names)) : ''
}

const sentences = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' ')

/** `Kvinnor` is a common noun inside a sentence; names and the rest keep their capital. */
const COMMON = /^(Kvinnor|Män|Annat kön|Okänt|Women|Men|Other gender|Unknown|Age)\b/
const inSentence = (name: string): string =>
  COMMON.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name
