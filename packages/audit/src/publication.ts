import { CELL_STATUSES, IndicatorKind, PERIOD_TYPES } from '@utfall/contracts'
import { z } from 'zod'

/** What a publication says beside its tables. */
export interface PublicationFacts {
  readonly id: string
  readonly folder: string
  readonly created: string
  /** Nothing later than this day is counted. */
  readonly asOf: string
  /** The files that the publication rests on, as its manifest tells. */
  readonly deliveries: readonly Delivery[]
  readonly agreements: readonly Terms[]
  readonly indicators: ReadonlyMap<string, Codebook>
}

/** What the attacker wants of a publication about one agreement. Anything else in it is no help. */
export interface Publication extends PublicationFacts {
  readonly results: readonly Figure[]
  readonly waterfalls: readonly FlowStep[]
  readonly transitions: readonly Transition[]
  readonly curves: readonly CurvePoint[]
  readonly goals: readonly Goal[]
  readonly costs: readonly CostItem[]
  readonly quality: readonly QualityRow[]
}

const number = z.string().transform((text) => (text === '' ? null : Number(text)))
const status = z.enum(CELL_STATUSES)
const place = { agreement: z.string(), period_type: z.enum(PERIOD_TYPES), period: z.string() }

export const Figure = z.object({
  ...place,
  indicator: z.string(),
  definition_version: z.string(),
  period_start: z.string(),
  period_end: z.string(),
  complete: z.stringbool(),
  breakdown: z.string(),
  category: z.string(),
  basis: z.string(),
  /** The value as it was written: its decimals tell how it was rounded. */
  value: z.string(),
  numerator: number,
  denominator: number,
  unknown: number,
  excluded: number,
  ci_low: number,
  ci_high: number,
  lower_bound: number,
  upper_bound: number,
  trust: z.string(),
  status,
  note: z.string(),
})
export type Figure = z.infer<typeof Figure>

export const FlowStep = z.object({
  ...place,
  indicator: z.string(),
  definition_version: z.string(),
  role: z.string(),
  reason: z.string(),
  count: number,
  status,
})
export type FlowStep = z.infer<typeof FlowStep>

export const Transition = z.object({
  ...place,
  domain: z.string(),
  stage: z.string(),
  from_status: z.string(),
  to_status: z.string(),
  count: number,
  status,
})
export type Transition = z.infer<typeof Transition>

export const CurvePoint = z.object({
  ...place,
  indicator: z.string(),
  cause: z.string(),
  month: z.coerce.number(),
  value: number,
  at_risk: number,
  status,
})
export type CurvePoint = z.infer<typeof CurvePoint>

export const Goal = z.object({
  ...place,
  goal: z.string(),
  indicator: z.string(),
  definition_version: z.string(),
  value: number,
  status,
})
export type Goal = z.infer<typeof Goal>

export const QualityRow = z.object({
  agreement: z.string(),
  kind: z.string(),
  source: z.string(),
  item: z.string(),
  count: number,
  of: number,
})
export type QualityRow = z.infer<typeof QualityRow>

export const Delivery = z.object({
  agreement: z.string(),
  source: z.string(),
  dataset: z.string().optional(),
  file: z.string(),
  sha256: z.string().nullish(),
  rows: z.int().nullish(),
})
export type Delivery = z.infer<typeof Delivery>

export const CostItem = z.object({ ...place, item: z.string(), activity: z.string(), amount: number, status })
export type CostItem = z.infer<typeof CostItem>

export const Codebook = z.object({
  id: z.string(),
  kind: IndicatorKind,
  counts: z.enum(['people', 'events', 'kronor', 'goals']),
})
export type Codebook = z.infer<typeof Codebook>

export const Terms = z.object({
  id: z.string(),
  period: z.object({ start: z.iso.date(), end: z.iso.date() }),
  activities: z.array(z.object({ id: z.string(), counting_rule: z.string().default('every_visit') })),
  disclosure: z
    .object({
      threshold: z.int(),
      minimum_base: z.int().default(10),
      // what publications promised nothing of before they named it
      sensitive_outcomes: z.array(z.string()).default([]),
      sensitive_threshold: z.int().default(0),
    })
    .default({ threshold: 5, minimum_base: 10, sensitive_outcomes: [], sensitive_threshold: 0 }),
})
export type Terms = z.infer<typeof Terms>

/** Whether none and all of a group tell of an indicator, as the publication itself says. */
export const isSensitive = ({ disclosure }: Terms, indicator: string): boolean =>
  disclosure.sensitive_outcomes.includes(indicator)

/** From how many people an indicator's counts are shown, as the publication itself says. */
export function thresholdOf(terms: Terms, indicator: string): number {
  const { threshold, sensitive_threshold: higher } = terms.disclosure
  return isSensitive(terms, indicator) ? Math.max(threshold, higher) : threshold
}

/** What an agreement says; nothing of one that the publication does not speak of. */
export const termsOf = ({ agreements }: PublicationFacts, agreement: string | undefined): Terms | undefined =>
  agreements.find(({ id }) => id === agreement)

/** From how many people a mean is shown: a base that is smaller is withheld with it. */
export const baseOf = (terms: Terms, indicator: string): number =>
  Math.max(thresholdOf(terms, indicator), terms.disclosure.minimum_base)
