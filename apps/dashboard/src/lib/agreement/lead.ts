import { headline } from '#lib/publication/results.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { countGoals } from './goals.ts'
import type { GoalView } from './goals.ts'

/** A stretch of running text; what carries the meaning is strong. */
export interface Phrase {
  readonly text: string
  readonly strong?: boolean
}

/** The answer in three sentences: the goals, the people, the money. */
export function lead(reading: Reading, goals: readonly GoalView[]): Phrase[] {
  const { agreementPage } = reading.words.say
  const sentences = [
    [{ text: agreementPage.goalsInWords(countGoals(goals)) }],
    people(reading),
    money(reading),
  ]
  return sentences
    .filter((sentence) => sentence.length > 0)
    .flatMap((sentence, index) => (index === 0 ? sentence : [{ text: ' ' }, ...sentence]))
}

/** What became of those who left; else how many took part; else how many visits there were. */
function people(reading: Reading): Phrase[] {
  const { publication, agreement, words } = reading
  const say = words.say.agreementPage.lead
  const outcome = headline(publication.results(agreement.id, 'share_to_work_or_studies'))
  if (outcome?.status === 'ok' && outcome.numerator !== null && outcome.denominator !== null) {
    return [
      { text: `${say.leavers(words.number(outcome.denominator))} ` },
      { text: say.toWorkOrStudies(words.number(outcome.numerator)), strong: true },
      { text: '.' },
    ]
  }
  const participants = valueOf('unique_participants', reading)
  const visits = valueOf('attendances', reading)
  if (visits === null) return []
  const counted = [{ text: say.visits(words.number(visits)), strong: true }, { text: '.' }]
  if (participants === null) return [{ text: `${say.hasHad} ` }, ...counted]
  return [
    { text: say.participants(words.number(participants)), strong: true },
    { text: ` ${say.haveTakenPart} ` },
    ...counted,
  ]
}

/** Payments come by quarter or tertial while the agreed sum grows day by day: so far apart they agree. */
const PAID_AHEAD = 0.05

/** What the municipality has paid, against what was agreed for the same time. */
function money(reading: Reading): Phrase[] {
  const { words } = reading
  const say = words.say.agreementPage.lead
  const paid = valueOf('funding_paid', reading)
  const agreed = valueOf('funding_awarded', reading)
  if (paid === null) return []
  const sum = [{ text: `${say.paid} ` }, { text: words.kronor(paid), strong: true }]
  if (agreed === null) return [...sum, { text: '.' }]
  const difference = Math.round(paid - agreed)
  if (difference === 0) return [...sum, { text: `, ${say.asAgreed}.` }]
  if (Math.abs(difference) < PAID_AHEAD * agreed) return [...sum, { text: `, ${say.aboutAsAgreed}.` }]
  const against = difference < 0 ? say.lessThanAgreed : say.moreThanAgreed
  return [...sum, { text: `, ${against(words.kronor(Math.abs(difference)))}.` }]
}

const valueOf = (indicator: string, { publication, agreement }: Reading): number | null =>
  headline(publication.results(agreement.id, indicator))?.value ?? null
