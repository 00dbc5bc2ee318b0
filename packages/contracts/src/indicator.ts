import { z } from 'zod'
import { DatasetName } from './datasets.ts'
import { Sentence } from './sentence.ts'

/** What the units of an indicator are, and hence how its cells are counted. */
export const IndicatorKind = z.enum(['count', 'sum', 'share', 'mean', 'median', 'ratio', 'curve'])
export type IndicatorKind = z.infer<typeof IndicatorKind>

export const Unit = z.enum([
  'people',
  'events',
  'hours',
  'events_per_day',
  'share',
  'points',
  'days',
  'months',
  'kronor',
  'goals',
])
export type Unit = z.infer<typeof Unit>

export const Breakdown = z.enum(['total', 'activity', 'gender', 'age_group', 'district', 'gender*age_group'])
export type Breakdown = z.infer<typeof Breakdown>

/** What an agreement decides of some indicators, besides follow-up, age groups and disclosure. */
export const AgreementTerm = z.enum([
  'counting_rule',
  'excluded_reasons',
  'include_partner',
  'volunteer_rate',
  'shared_cost',
])
export type AgreementTerm = z.infer<typeof AgreementTerm>

/** The definition for people, which stands as YAML in a comment at the top of `indicators/<id>.sql`. */
export const IndicatorHeader = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9_]*$/, 'a-z, 0-9, _'),
  version: z.int().min(1),
  kind: IndicatorKind,
  unit: Unit,
  /** What is counted. People, and events by the people behind them, are protected. */
  counts: z.enum(['people', 'events', 'kronor', 'goals']),
  title: Sentence,
  /** One sentence: what the figure says. */
  definition: Sentence,
  /** Numerator and denominator in words; a count has only the former. */
  numerator: Sentence,
  denominator: Sentence.optional(),
  /** Who is left out, and why. */
  excluded: Sentence.optional(),
  /** Which date places someone in the period. */
  placed_by: Sentence,
  /** What the figure does not say. */
  limitation: Sentence.optional(),
  /** Who defined it this way. */
  origin: z.string().optional(),
  better: z.enum(['higher', 'lower', 'neither']),
  breakdowns: z.array(Breakdown).min(1),
  /** Of a follow-up: how many months after the exit, one of those that the agreement asks at. */
  followup_months: z.int().min(1).optional(),
  /** A total that grows evenly with the weeks that are open, so that a rate says where it is heading. */
  accrues: z.boolean().optional(),
  /** What else the agreement decides of it; printed with the definition. */
  terms: z.array(AgreementTerm).min(1).optional(),
  /** Datasets that it can be counted from, any one of them; without, it is always computable. */
  needs: z.array(DatasetName).min(1).optional(),
})
export type IndicatorHeader = z.infer<typeof IndicatorHeader>
