import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** A row of `results` as a test writes it: what it leaves out is empty, or as usual. */
export type WrittenRow = Readonly<Record<string, string | number>>

export interface WrittenPublication {
  readonly id: string
  readonly rows: readonly WrittenRow[]
  readonly waterfalls?: readonly WrittenRow[]
  readonly transitions?: readonly WrittenRow[]
  readonly costs?: readonly WrittenRow[]
  readonly curves?: readonly WrittenRow[]
  readonly goals?: readonly WrittenRow[]
  readonly quality?: readonly WrittenRow[]
  readonly deliveries?: readonly WrittenRow[]
  readonly threshold?: number
  /** Indicators of which none and all of a group tell too; their threshold is 10. */
  readonly sensitive?: readonly string[]
}

const RESULTS =
  'agreement,indicator,definition_version,period_type,period,period_start,period_end,complete,breakdown,category,basis,value,numerator,denominator,unknown,excluded,ci_low,ci_high,lower_bound,upper_bound,target,goal,trust,unit,status,note'.split(
    ',',
  )
const WATERFALLS =
  'agreement,indicator,definition_version,period_type,period,step,role,reason,count,status'.split(',')
const COSTS = 'agreement,period_type,period,period_start,period_end,item,activity,amount,unit,status'.split(
  ',',
)
const CURVES =
  'agreement,indicator,definition_version,period_type,period,cause,month,value,ci_low,ci_high,at_risk,status'.split(
    ',',
  )
const GOALS = 'agreement,goal,indicator,definition_version,period_type,period,value,status'.split(',')
const QUALITY = 'agreement,kind,source,item,start,end,count,of,verdict,status'.split(',')
const TRANSITIONS = 'agreement,period_type,period,domain,stage,from_status,to_status,count,status'.split(',')

const USUAL: WrittenRow = {
  agreement: 'a',
  definition_version: 1,
  period_type: 'year',
  period: '2025',
  period_start: '2025-01-01',
  period_end: '2025-12-31',
  complete: 'true',
  breakdown: 'total',
  status: 'ok',
  domain: 'occupation',
}

const BOOK = [
  ...[
    'unique_participants',
    'leavers',
    'stayers',
    'enrolled_participants',
    'new_participants',
    'culture_leisure_participants',
  ].map((id) => ({ id, kind: 'count', counts: 'people' })),
  ...[
    'share_to_work',
    'share_to_studies',
    'share_to_work_or_studies',
    'share_from_none_to_work_or_studies',
    'share_in_work_or_studies_3m',
    'share_association_active',
  ].map((id) => ({ id, kind: 'share', counts: 'people' })),
  { id: 'self_efficacy_change', kind: 'mean', counts: 'people' },
  { id: 'time_to_work_or_studies', kind: 'curve', counts: 'people' },
  ...['attendances', 'activity_hours', 'sessions'].map((id) => ({ id, kind: 'sum', counts: 'events' })),
  { id: 'cost', kind: 'sum', counts: 'kronor' },
  { id: 'cost_per_participant', kind: 'ratio', counts: 'kronor' },
]

/** Writes the files of a publication that the attacker reads, without any of the program's own code. */
export function writePublicationFiles(publications: string, written: WrittenPublication): string {
  const folder = join(publications, written.id)
  mkdirSync(folder, { recursive: true })
  const json = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content))
  json('manifest.json', {
    id: written.id,
    created: `${written.id}T12:00:00Z`,
    as_of: '2026-01-31',
    deliveries: written.deliveries ?? [],
  })
  json('indicators.json', BOOK)
  json('agreements.json', [
    {
      id: 'a',
      period: { start: '2025-01-01', end: '2026-12-31' },
      activities: ['x', 'y', 'z'].map((id) => ({ id, counting_rule: 'every_visit' })),
      disclosure: {
        threshold: written.threshold ?? 5,
        sensitive_outcomes: written.sensitive ?? [],
        sensitive_threshold: 10,
      },
    },
  ])
  writeFileSync(join(folder, 'results.csv'), csv(RESULTS, written.rows))
  if (written.costs) writeFileSync(join(folder, 'costs.csv'), csv(COSTS, written.costs))
  if (written.quality) writeFileSync(join(folder, 'quality.csv'), csv(QUALITY, written.quality))
  if (written.curves) writeFileSync(join(folder, 'curves.csv'), csv(CURVES, written.curves))
  if (written.goals) writeFileSync(join(folder, 'goals.csv'), csv(GOALS, written.goals))
  if (written.waterfalls) writeFileSync(join(folder, 'waterfalls.csv'), csv(WATERFALLS, written.waterfalls))
  if (written.transitions)
    writeFileSync(join(folder, 'transitions.csv'), csv(TRANSITIONS, written.transitions))
  return folder
}

function csv(columns: readonly string[], rows: readonly WrittenRow[]): string {
  const line = (row: WrittenRow) =>
    columns.map((column) => {
      const text = String(row[column] ?? USUAL[column] ?? '')
      return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
  return [columns, ...rows.map(line)].map((cells) => `${cells.join(',')}\n`).join('')
}

/** A count as it is shown. */
export const count = (indicator: string, value: number, at: WrittenRow = {}): WrittenRow => ({
  indicator,
  value,
  numerator: value,
  unknown: 0,
  excluded: 0,
  ...at,
})
/** A row that is withheld. */
export const hidden = (indicator: string, at: WrittenRow = {}): WrittenRow => ({
  indicator,
  status: 'suppressed',
  ...at,
})
/** One of the three parts of 2025. */
export const part = (number: 1 | 2 | 3): WrittenRow => ({
  period_type: 'tertial',
  period: `2025-T${number}`,
  period_start: ['2025-01-01', '2025-05-01', '2025-09-01'][number - 1] ?? '',
  period_end: ['2025-04-30', '2025-08-31', '2025-12-31'][number - 1] ?? '',
})
export const gender = (category: string): WrittenRow => ({ breakdown: 'gender', category })
