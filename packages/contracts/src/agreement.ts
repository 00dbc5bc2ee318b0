import { z } from 'zod'
import { ActivityKind, AllocationBasis, CountingRule, Identification, PartOfYear, Replaces } from './codes.ts'
import { DatasetName } from './datasets.ts'
import { Language } from './sentence.ts'

const Id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'a-z, 0-9, -')
const IndicatorId = z.string().regex(/^[a-z][a-z0-9_]*$/, 'a-z, 0-9, _')
const Day = z.iso.date()

const TimeZone = z.string().refine(isTimeZone, 'IANA, Europe/Stockholm')

/** Beside a value that the sources do not state and that was invented for the sample. */
const assumed = z.boolean().default(false)

const Decision = z.strictObject({
  body: z.string().min(1),
  date: Day,
  reference: z.string().optional(),
  assumed,
})

const Activity = z.strictObject({
  id: Id,
  name: z.string().min(1),
  kind: ActivityKind.default('other'),
  identification: Identification.default('identified'),
  counting_rule: CountingRule.default('once_per_day'),
  assumed,
})

const Award = z.strictObject({
  /** Agreement year, counted from 1. */
  year: z.int().min(1),
  /** Kronor. */
  amount: z.number().min(0),
  source: z.enum(['municipality', 'association']),
  kind: z.enum(['cash', 'in_kind']).default('cash'),
  note: z.string().optional(),
  assumed,
})

const Target = z.strictObject({
  target: z.number(),
  decided: Decision.optional(),
  assumed,
})

const GoalIndicator = z.strictObject({
  indicator: IndicatorId,
  target: z.number().optional(),
  baseline: z.number().optional(),
  /** Which way is better, and hence what reaching the target means. */
  direction: z.enum(['at_least', 'at_most']).default('at_least'),
  /** The period that the target speaks of. */
  period: z.enum(['agreement', 'agreement_year', 'year']).default('agreement'),
  decided: Decision.optional(),
  /** Older targets, each with its decision. */
  history: z.array(Target).default([]),
  assumed,
})

const Goal = z.strictObject({
  id: Id,
  text: z.string().min(1),
  text_en: z.string().optional(),
  indicators: z.array(GoalIndicator).default([]),
  assumed,
})

const Definition = z.strictObject({
  version: z.int().min(1),
  valid_from: Day.optional(),
  parameters: z.record(z.string(), z.unknown()).default({}),
  assumed,
})

const AccountRange = z.string().regex(/^\d{4}(-\d{4})?$/, '"4010" / "4000-7999"')

const Costs = z.strictObject({
  accounts: z.array(AccountRange).min(1).default(['4000-7999']),
  /** Bookkeeping objects that belong to the agreement; one without activity is shared cost. */
  objects: z
    .array(
      z.strictObject({
        dimension: z.int().min(0),
        object: z.string().min(1),
        activity: Id.optional(),
        assumed,
      }),
    )
    .default([]),
  shared: z
    .strictObject({
      basis: AllocationBasis.default('hours'),
      /** Parts per activity where the basis is `fixed`; they are normalised to one. */
      shares: z.record(Id, z.number().min(0)).optional(),
      assumed,
    })
    .prefault({}),
  /** Accounts that hold the municipality's own grant, and hence are no own financing. */
  grant_accounts: z.array(AccountRange).default(['3987']),
  /** Kronor that one volunteer hour is valued at. */
  volunteer_rate: z.number().min(0).optional(),
  assumed,
})

/**
 * Outcomes that say how someone is, or that someone stood outside work and studies, unless an agreement decides
 * otherwise: close to health and to vulnerability.
 */
export const SENSITIVE_OUTCOMES: readonly string[] = [
  'self_efficacy_change',
  'share_self_efficacy_improved',
  'share_self_efficacy_reliably_improved',
  'share_from_none_to_work_or_studies',
]

const Disclosure = z.strictObject({
  /** Fewer people than this, but not none, are not shown. */
  threshold: z.int().min(2).default(5),
  /** Fewer people than this are no base of a share, a mean or a median. */
  minimum_base: z.int().min(2).default(10),
  /** Indicators of which also none and all of a group are not shown, and where `sensitive_threshold` holds. */
  sensitive_outcomes: z.array(IndicatorId).default([...SENSITIVE_OUTCOMES]),
  sensitive_threshold: z.int().min(2).default(10),
  assumed,
})

/** How long rows about people are kept, in whole months after the agreement has ended. */
const Retention = z.strictObject({
  person_rows_months: z.int().min(0),
  after: z.enum(['agreement_end']).default('agreement_end'),
  assumed,
})

const Source = z.strictObject({
  id: Id,
  sender: z.string().min(1),
  dataset: DatasetName,
  /** Paths inside the agreement's `deliveries` folder; `*` and `**` as in a shell. */
  files: z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]),
  replaces: Replaces.default('rows'),
  /** The sender's header → the contract's field. */
  columns: z.record(z.string(), z.string()).default({}),
  /** Field → the sender's code → the contract's code. */
  codes: z.record(z.string(), z.record(z.string(), z.string())).default({}),
  /** Path inside `deliveries` → the address of the public answer that `utfall fetch` keeps there. */
  fetch: z.record(z.string().min(1), z.url({ protocol: /^https?$/ })).optional(),
  assumed,
})

/** What was agreed, as `data/agreements/<id>/agreement.yaml` says it. */
export const Agreement = z.strictObject({
  id: Id,
  title: z.string().min(1),
  municipality: z.strictObject({
    code: z.string().regex(/^\d{4}$/, '"0163"'),
    name: z.string().min(1),
    assumed,
  }),
  association: z.strictObject({
    name: z.string().min(1),
    organisation_number: z.string().optional(),
    assumed,
  }),
  decision: Decision.optional(),
  period: z.strictObject({ start: Day, end: Day, notice_by: Day.optional(), assumed }),
  languages: z.array(Language).min(1).default(['sv']),
  reporting: z
    .strictObject({
      part_of_year: PartOfYear.default('tertial'),
      timezone: TimeZone.default('Europe/Stockholm'),
      assumed,
    })
    .prefault({}),
  activities: z.array(Activity).default([]),
  funding: z.array(Award).default([]),
  goals: z.array(Goal).default([]),
  definitions: z.record(IndicatorId, Definition).default({}),
  followup: z
    .strictObject({
      months: z.array(z.int().min(1)).default([3, 6, 12]),
      window_days: z.int().min(0).default(30),
      assumed,
    })
    .prefault({}),
  costs: Costs.prefault({}),
  disclosure: Disclosure.prefault({}),
  retention: Retention.optional(),
  /** Where a goal counts as on the way: this share of the target or more. */
  on_the_way: z.number().min(0).max(1).default(0.9),
  /** Upper ends of the age groups but the last, in whole years. */
  age_groups: z.array(z.int().min(0)).default([12, 15, 19, 24, 29, 64]),
  target_group: z
    .strictObject({ youngest: z.int().min(0).optional(), oldest: z.int().min(0).optional(), assumed })
    .optional(),
  /** What comes next, for the committee: a day and what happens on it. */
  calendar: z
    .array(z.strictObject({ date: Day, text: z.string(), text_en: z.string().optional(), assumed }))
    .default([]),
  sources: z.array(Source).default([]),
  assumed,
})
export type Agreement = z.infer<typeof Agreement>
export type AgreementSource = Agreement['sources'][number]
export type AgreementActivity = Agreement['activities'][number]

/** A zone by its name: an offset from UTC would be wrong for half of the year. */
function isTimeZone(name: string): boolean {
  if (!/^[a-z]/i.test(name)) return false
  try {
    return Intl.DateTimeFormat('sv', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}
