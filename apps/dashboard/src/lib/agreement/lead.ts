import { headline } from '#lib/publication/results.ts'
import type { Reading } from '#lib/reader/reading.ts'
import type { Words } from '#lib/words/words.ts'
import { countGoals } from './goals.ts'
import type { GoalView } from './goals.ts'

/** A stretch of running text; what carries the meaning is strong. */
export interface Phrase {
  readonly text: string
  readonly strong?: boolean
}

/** The answer in three sentences: the goals, the people, the money. */
export function lead({ publication, agreement, words }: Reading, goals: readonly GoalView[]): Phrase[] {
  const value = (indicator: string) => headline(publication.results(agreement.id, indicator))?.value ?? null
  const outcome = headline(publication.results(agreement.id, 'share_to_work_or_studies'))
  const say = words.say.agreementPage.lead

  const people = (): Phrase[] => {
    if (outcome?.status === 'ok' && outcome.numerator !== null && outcome.denominator !== null) {
      return [
        { text: `${say.leavers(words.number(outcome.denominator))} ` },
        { text: say.toWorkOrStudies(words.number(outcome.numerator)), strong: true },
        { text: '. ' },
      ]
    }
    const [participants, visits] = [value('unique_participants'), value('attendances')]
    const visitsPhrase = (count: number): Phrase => ({ text: say.visits(words.number(count)), strong: true })
    if (participants !== null && visits !== null) {
      return [
        { text: say.participants(words.number(participants)), strong: true },
        { text: ` ${say.haveTakenPart} ` },
        visitsPhrase(visits),
        { text: '. ' },
      ]
    }
    return visits === null ? [] : [{ text: `${say.hasHad} ` }, visitsPhrase(visits), { text: '. ' }]
  }

  return [
    { text: `${words.say.agreementPage.goalsInWords(countGoals(goals))} ` },
    ...people(),
    ...money(value('funding_paid'), value('funding_awarded'), words),
  ]
}

function money(paid: number | null, agreed: number | null, words: Words): Phrase[] {
  const say = words.say.agreementPage.lead
  if (paid === null) return []
  const sum = [{ text: `${say.paid} ` }, { text: words.kronor(paid), strong: true }]
  if (agreed === null) return [...sum, { text: '.' }]
  const difference = Math.round(paid - agreed)
  const against =
    difference === 0
      ? say.asAgreed
      : difference < 0
        ? say.lessThanAgreed(words.kronor(-difference))
        : say.moreThanAgreed(words.kronor(difference))
  return [...sum, { text: `, ${against}.` }]
}
