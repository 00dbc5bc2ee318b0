import type { AgreementCheck } from './agreement-check.ts'
import type { Agreement } from './agreement.ts'

/** What in an agreement's terms of money would leave out kronor without a word. */
export function moneyFaults(agreement: Agreement): AgreementCheck[] {
  return [
    ...sharesMissing(agreement),
    ...yearsOutside(agreement),
    ...rangesBackwards(agreement, 'accounts'),
    ...rangesBackwards(agreement, 'grant_accounts'),
  ]
}

function sharesMissing({ costs: { shared } }: Agreement): AgreementCheck[] {
  const isShared = Object.values(shared.shares ?? {}).some((share) => share > 0)
  if (shared.basis !== 'fixed' || isShared) return []
  return [
    {
      path: ['costs', 'shared', shared.shares === undefined ? 'basis' : 'shares'],
      expected: 'shares: { activity: share }',
      sentence: {
        sv: 'Gemensamma kostnader fördelas efter fasta andelar, men ingen insats har någon. Väntat: ”shares” med minst en andel över noll.',
        en: 'Shared costs are divided by fixed shares, but no activity has any. Expected: "shares" with at least one share above zero.',
      },
    },
  ]
}

function yearsOutside({ funding, period }: Agreement): AgreementCheck[] {
  const last = yearsIn(period)
  return funding.flatMap(({ year }, index) =>
    year <= last || last === 0
      ? []
      : [
          {
            path: ['funding', index, 'year'],
            expected: `1-${last}`,
            closest: String(last),
            sentence: {
              sv: `Avtalsår ${year} finns inte: avtalet går från ${period.start} till ${period.end}. Väntat: ${upTo(last)}, räknat från avtalets start. Menade du ”${last}”?`,
              en: `There is no agreement year ${year}: the agreement runs from ${period.start} to ${period.end}. Expected: ${upTo(last)}, counted from the start of the agreement. Did you mean "${last}"?`,
            },
          },
        ],
  )
}

const upTo = (last: number) => (last === 1 ? '1' : `1–${last}`)

/** How many agreement years have begun by the end of it; the last may be shorter. */
function yearsIn({ start, end }: Agreement['period']): number {
  if (end < start) return 0
  const whole = Number(end.slice(0, 4)) - Number(start.slice(0, 4))
  return whole + (end.slice(4) >= start.slice(4) ? 1 : 0)
}

function rangesBackwards({ costs }: Agreement, list: 'accounts' | 'grant_accounts'): AgreementCheck[] {
  return costs[list].flatMap((range, index) => {
    const [from = '', to = from] = range.split('-')
    if (from <= to) return []
    const turned = `${to}-${from}`
    return [
      {
        path: ['costs', list, index],
        expected: turned,
        closest: turned,
        sentence: {
          sv: `”${range}” innehåller inga konton. Väntat: det lägre kontot först. Menade du ”${turned}”?`,
          en: `"${range}" holds no accounts. Expected: the lower account first. Did you mean "${turned}"?`,
        },
      },
    ]
  })
}
