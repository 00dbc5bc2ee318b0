import type { Part, Relation } from '../puzzle.ts'
import { atMost, sumIs } from '../puzzle.ts'
import type { Cell, Sheet } from '../sheet.ts'
import type { RelationKind } from './kinds.ts'

type Counted = `${string}.${Part}`

interface Identity {
  readonly kind: RelationKind
  readonly parts: readonly Counted[]
  readonly whole: Counted
}

const OUTCOMES = 'share_to_work_or_studies'
const ACTIVE = 'share_association_active'
const NEWLY = 'share_newly_association_active'
const IMPROVED = 'share_self_efficacy_improved'
const RELIABLY = 'share_self_efficacy_reliably_improved'

const same = (one: Counted, other: Counted): Identity => ({ kind: 'same_people', parts: [one], whole: other })

/** The parts are together the whole, in every cell (indicators.md and the definitions of indicators.json). */
const IDENTITIES: readonly Identity[] = [
  {
    kind: 'work_and_studies',
    parts: ['share_to_work.numerator', 'share_to_studies.numerator'],
    whole: `${OUTCOMES}.numerator`,
  },
  ...(['share_to_work', 'share_to_studies'] as const).flatMap((share) =>
    (['denominator', 'unknown', 'excluded'] as const).map((part) =>
      same(`${share}.${part}`, `${OUTCOMES}.${part}`),
    ),
  ),
  { kind: 'same_people', parts: [`${OUTCOMES}.denominator`, `${OUTCOMES}.excluded`], whole: 'leavers.value' },
  {
    kind: 'left_and_stayed',
    parts: ['leavers.value', 'stayers.value'],
    whole: 'enrolled_participants.value',
  },
  same('median_days_leavers.denominator', 'leavers.value'),
  same('median_days_stayers.denominator', 'stayers.value'),
  {
    kind: 'same_people',
    parts: ['share_from_none_to_work_or_studies.denominator', 'share_from_none_to_work_or_studies.excluded'],
    whole: 'leavers.value',
  },
  same('share_sustained_6m.denominator', 'share_in_work_or_studies_6m.denominator'),
  same('share_sustained_6m.excluded', 'share_in_work_or_studies_6m.excluded'),
  {
    kind: 'same_people',
    parts: [`${ACTIVE}.denominator`, `${ACTIVE}.unknown`],
    whole: 'unique_participants.value',
  },
  {
    kind: 'same_people',
    parts: [`${NEWLY}.denominator`, `${NEWLY}.unknown`],
    whole: 'unique_participants.value',
  },
  same('self_efficacy_change.denominator', `${IMPROVED}.denominator`),
  same(`${RELIABLY}.denominator`, `${IMPROVED}.denominator`),
  same('self_efficacy_change.excluded', `${IMPROVED}.excluded`),
  same('cost_per_participant.denominator', 'unique_participants.value'),
  same('cost_per_participant_fixed.denominator', 'unique_participants.value'),
  same('visits_per_open_day.numerator', 'attendances.value'),
  same('cost_per_outcome.denominator', `${OUTCOMES}.numerator`),
  same('cost_per_attendance.denominator', 'attendances.value'),
  same('cost_per_hour.denominator', 'activity_hours.value'),
  same('anonymous_share.denominator', 'attendances.value'),
]

/** The first are some of the second, in every cell. */
const SUBSETS: readonly (readonly [Counted, Counted])[] = [
  ['new_participants.value', 'unique_participants.value'],
  ['culture_leisure_participants.value', 'unique_participants.value'],
  // Someone can be known as active by a register that the period lacks: not in the share, but counted.
  [`${ACTIVE}.numerator`, 'association_participants.value'],
  ['association_participants.unknown', `${ACTIVE}.unknown`],
  [`${NEWLY}.numerator`, `${ACTIVE}.numerator`],
  ['share_from_none_to_work_or_studies.numerator', `${OUTCOMES}.numerator`],
  ['share_from_none_to_work_or_studies.denominator', `${OUTCOMES}.denominator`],
  ['share_from_none_to_work_or_studies.unknown', `${OUTCOMES}.unknown`],
  ['share_sustained_6m.numerator', 'share_in_work_or_studies_6m.numerator'],
  [`${RELIABLY}.numerator`, `${IMPROVED}.numerator`],
]

/** How different indicators of the same cell hang together. */
export function identityRelations(sheet: Sheet): Relation[] {
  const withoutLok = sheet.terms.activities.every(({ counting_rule: rule }) => rule !== 'lok')
  return cellsOf(sheet).flatMap((cell) => {
    const find = (counted: Counted) => {
      const [indicator = '', part = ''] = counted.split('.')
      return sheet.find(indicator, cell, part as Part)
    }
    const identities = IDENTITIES.flatMap(({ kind, parts, whole }) =>
      whenAll([...parts, whole].map(find), (keys) => sumIs(kind, keys.slice(0, -1), keys.at(-1) ?? '')),
    )
    const subsets = SUBSETS.flatMap((pair) =>
      whenAll(pair.map(find), ([some = '', all = '']) => atMost('some_of_them', [some], [all])),
    )
    const visits = whenAll(
      [find('unique_participants.value'), find('attendances.value')],
      ([people = '', visitsMade = '']) => atMost('visited_once', [people], [visitsMade]),
    )
    return [...identities, ...subsets, ...(withoutLok ? visits : [])]
  })
}

function cellsOf({ entries }: Sheet): Cell[] {
  return [
    ...new Map(
      entries.map(({ figure: { period_type, period, breakdown, category } }) => [
        [period_type, period, breakdown, category].join('|'),
        { period_type, period, breakdown, category },
      ]),
    ).values(),
  ]
}

function whenAll(keys: (string | undefined)[], relate: (keys: string[]) => Relation): Relation[] {
  const present = keys.filter((key) => key !== undefined)
  return present.length === keys.length ? [relate(present)] : []
}
