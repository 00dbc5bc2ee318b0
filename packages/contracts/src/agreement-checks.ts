import type { AgreementCheck } from './agreement-check.ts'
import type { Agreement } from './agreement.ts'
import { closest, didYouMean } from './closest.ts'
import { DATASETS } from './datasets.ts'
import { wrongParameters } from './definition-checks.ts'
import { moneyFaults } from './money-checks.ts'

/** What no schema of single values can say: references, order, uniqueness. */
export function checkAgreement(agreement: Agreement): AgreementCheck[] {
  return [
    ...periodOrder(agreement),
    ...duplicates(agreement, 'activities'),
    ...duplicates(agreement, 'goals'),
    ...duplicates(agreement, 'sources'),
    ...unknownActivities(agreement),
    ...moneyFaults(agreement),
    ...unknownFields(agreement),
    ...wrongParameters(agreement),
  ]
}

function periodOrder({ period }: Agreement): AgreementCheck[] {
  if (period.start <= period.end) return []
  return [
    {
      path: ['period', 'end'],
      expected: `>= ${period.start}`,
      sentence: {
        sv: `Avtalet slutar ${period.end}, före starten ${period.start}. Väntat: ett slut efter starten.`,
        en: `The agreement ends ${period.end}, before it starts ${period.start}. Expected: an end after the start.`,
      },
    },
  ]
}

function duplicates(agreement: Agreement, list: 'activities' | 'goals' | 'sources'): AgreementCheck[] {
  const seen = new Set<string>()
  return agreement[list].flatMap(({ id }, index) => {
    if (!seen.has(id)) {
      seen.add(id)
      return []
    }
    return [
      {
        path: [list, index, 'id'],
        expected: 'unique',
        sentence: {
          sv: `”${id}” står två gånger i ”${list}”. Väntat: ett eget id för var och en.`,
          en: `"${id}" stands twice in "${list}". Expected: an id of its own for each.`,
        },
      },
    ]
  })
}

function unknownActivities(agreement: Agreement): AgreementCheck[] {
  const known = agreement.activities.map(({ id }) => id)
  const { objects, shared } = agreement.costs
  return [
    ...objects.flatMap(({ activity }, index) =>
      activity === undefined || known.includes(activity)
        ? []
        : [unknown(['costs', 'objects', index, 'activity'], activity, known)],
    ),
    ...Object.keys(shared.shares ?? {})
      .filter((activity) => !known.includes(activity))
      .map((activity) => unknown(['costs', 'shared', 'shares', activity], activity, known)),
  ]
}

function unknownFields(agreement: Agreement): AgreementCheck[] {
  return agreement.sources.flatMap((source, index) => {
    const fields = DATASETS[source.dataset].fields.map(({ name }) => name)
    const columns = Object.entries(source.columns)
      .filter(([, field]) => !fields.includes(field))
      .map(([header, field]) => unknown(['sources', index, 'columns', header], field, fields))
    const codes = Object.keys(source.codes)
      .filter((field) => !fields.includes(field))
      .map((field) => unknown(['sources', index, 'codes', field], field, fields))
    return [...columns, ...codes]
  })
}

function unknown(
  path: readonly (string | number)[],
  written: string,
  known: readonly string[],
): AgreementCheck {
  const guess = closest(written, known)
  const list = known.join(', ')
  return {
    path,
    expected: list,
    ...(guess && { closest: guess }),
    sentence: {
      sv: `”${written}” är okänt. Väntat: något av ${list}.${didYouMean(guess).sv}`,
      en: `"${written}" is not known. Expected: one of ${list}.${didYouMean(guess).en}`,
    },
  }
}
