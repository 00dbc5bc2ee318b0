import { SENSITIVE_OUTCOMES, closest } from '@utfall/contracts'
import type { AgreementFault, AgreementReading } from '@utfall/contracts'

type Read = Extract<AgreementReading, { ok: true }>

/** A fault for each goal, definition and sensitive outcome that is of an indicator that nobody has defined. */
export function unknownIndicators({ agreement, locate }: Read, known: readonly string[]): AgreementFault[] {
  const inGoals = agreement.goals.flatMap(({ indicators }, goal) =>
    indicators.map(({ indicator }, at) => ({
      indicator,
      path: ['goals', goal, 'indicators', at, 'indicator'],
    })),
  )
  const inDefinitions = Object.keys(agreement.definitions).map((indicator) => ({
    indicator,
    path: ['definitions', indicator],
  }))
  const inDisclosure = agreement.disclosure.sensitive_outcomes
    .map((indicator, at) => ({ indicator, path: ['disclosure', 'sensitive_outcomes', at] }))
    .filter(({ indicator }) => !SENSITIVE_OUTCOMES.includes(indicator))
  return [...inGoals, ...inDefinitions, ...inDisclosure]
    .filter(({ indicator }) => !known.includes(indicator))
    .map(({ indicator, path }) => {
      const guess = closest(indicator, known)
      return {
        ...locate(path),
        path: path.join('.'),
        expected: known.join(', '),
        ...(guess && { closest: guess }),
        sentence: {
          sv: `Indikatorn ”${indicator}” finns inte. Väntat: någon av dem som ”utfall indicators” visar.${guess ? ` Menade du ”${guess}”?` : ''}`,
          en: `There is no indicator "${indicator}". Expected: one that "utfall indicators" shows.${guess ? ` Did you mean "${guess}"?` : ''}`,
        },
      }
    })
}
