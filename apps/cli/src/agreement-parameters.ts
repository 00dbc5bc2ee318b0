import { closest } from '@utfall/contracts'
import type { AgreementFault, AgreementReading, Sentence } from '@utfall/contracts'
import { isOwn, readRegistry } from '@utfall/metrics'
import type { Indicator } from '@utfall/metrics'
import { indicatorFolders } from './indicators.ts'

type Read = Extract<AgreementReading, { ok: true }>

/** What can be set in `definitions`, and under which indicators that come with the program it is read. */
const READ_UNDER: Readonly<Record<string, readonly string[]>> = {
  excluded_reasons: [
    'share_to_work_or_studies',
    'share_to_work',
    'share_to_studies',
    'share_from_none_to_work_or_studies',
  ],
  include_partner: ['association_participants', 'share_association_active', 'share_newly_association_active'],
}

/** A fault for each parameter that its indicator does not read: the figure would be another than the one decided. */
export function unreadParameters({ agreement, locate }: Read, data: string): AgreementFault[] {
  const set = Object.entries(agreement.definitions).flatMap(([id, { parameters }]) =>
    Object.keys(parameters).map((parameter) => ({ id, parameter })),
  )
  if (set.length === 0) return []
  const { indicators } = readRegistry(indicatorFolders(data))
  return set.flatMap(({ id, parameter }) => {
    const versions = indicators.filter(({ header }) => header.id === id)
    const read = versions.flatMap(parametersRead)
    if (versions.length === 0 || read.includes(parameter)) return []
    const path = ['definitions', id, 'parameters', parameter]
    const guess = closest(parameter, read)
    const named = versions.some(isOwn) ? [] : read
    return [
      {
        ...locate(path),
        path: path.join('.'),
        expected: named.join(', '),
        ...(guess !== undefined && { closest: guess }),
        sentence: unread(id, parameter, named, guess),
      },
    ]
  })
}

/** An analyst's own SELECT names what it reads as texts, and may read what it likes. */
function parametersRead(indicator: Indicator): string[] {
  const { header, sql } = indicator
  if (isOwn(indicator)) return [...sql.matchAll(/'([^']+)'/g)].map(([, text = '']) => text)
  return Object.keys(READ_UNDER).filter((parameter) => READ_UNDER[parameter]?.includes(header.id))
}

function unread(
  id: string,
  parameter: string,
  known: readonly string[],
  guess: string | undefined,
): Sentence {
  const list = known.join(', ')
  return {
    sv: `”${id}” läser ingen parameter ”${parameter}”. Väntat: ${list || 'en parameter som dess SELECT nämner, annars ingen'}.${guess ? ` Menade du ”${guess}”?` : ''}`,
    en: `"${id}" reads no parameter "${parameter}". Expected: ${list || 'a parameter that its SELECT names, or none'}.${guess ? ` Did you mean "${guess}"?` : ''}`,
  }
}
