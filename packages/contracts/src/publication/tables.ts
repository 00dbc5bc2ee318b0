import { z } from 'zod'
import { EndReason, Occupation } from '../codes.ts'
import { Breakdown, Unit } from '../indicator.ts'
import { code, day, decimal, flag, integer, label, text } from './columns.ts'

export const PERIOD_TYPES = ['year', 'tertial', 'quarter', 'half', 'agreement_year', 'agreement'] as const
export const CELL_STATUSES = ['ok', 'suppressed', 'not_computable', 'too_few', 'no_data', 'not_due'] as const
export const GOAL_VERDICTS = ['met', 'on_the_way', 'not_met', 'cannot_be_judged'] as const
export const TRUST_LEVELS = ['good', 'limited', 'withheld'] as const
export const COST_BASES = ['municipality', 'cost', 'cost_with_own_contribution'] as const

const agreement = label('avtalets id', 'id of the agreement')
const indicator = label('indikatorns id', 'id of the indicator')
const version = integer('definitionens version', 'version of the definition')
const periodType = code(PERIOD_TYPES, 'periodens slag', 'kind of period')
const period = label('periodens kod', 'code of the period')
const status = code(CELL_STATUSES, 'ok, eller varför talet inte visas', 'ok, or why the figure is not shown')

/** `results`: one row a figure. A row that is not `ok` has no number that could tell it. */
export const ResultRow = z.object({
  agreement,
  indicator,
  definition_version: version,
  period_type: periodType,
  period,
  period_start: day('periodens första dag', 'first day of the period'),
  period_end: day('periodens sista dag', 'last day of the period'),
  complete: flag(
    'perioden är slut och alla leveranser är inne',
    'the period is over and all deliveries are in',
  ),
  breakdown: code(Breakdown.options, 'uppdelning', 'breakdown'),
  category: text(
    'kategori inom uppdelningen, tom för totalen',
    'category of the breakdown, empty for the total',
  ),
  basis: text('kostnadsbas, tom utom för kostnader', 'basis of cost, empty but for costs'),
  value: decimal('värdet', 'the value').nullable(),
  numerator: decimal('täljare', 'numerator').nullable(),
  denominator: decimal('nämnare', 'denominator').nullable(),
  unknown: integer('antal vars utfall är okänt', 'number whose outcome is unknown').nullable(),
  excluded: integer('antal som inte räknas med', 'number left out').nullable(),
  ci_low: decimal('95 procents intervall, nedre', '95 per cent interval, lower').nullable(),
  ci_high: decimal('95 procents intervall, övre', '95 per cent interval, upper').nullable(),
  lower_bound: decimal(
    'lägsta värdet om alla okända är nej',
    'lowest value if all unknown are no',
  ).nullable(),
  upper_bound: decimal(
    'högsta värdet om alla okända är ja',
    'highest value if all unknown are yes',
  ).nullable(),
  target: decimal('målet', 'the target').nullable(),
  goal: code(GOAL_VERDICTS, 'om målet är nått', 'whether the target is reached').nullable(),
  trust: code(TRUST_LEVELS, 'tillförlitlighet', 'trust').nullable(),
  unit: code(Unit.options, 'enhet', 'unit'),
  status,
  note: text(
    'anmärkning i koder, som run_rate=78: värdet vid periodens slut i nuvarande takt; counting_rule=once_per_day: räkneregeln för närvaro, flera med + emellan; correction_waits: en liten ändring av ett redan visat tal väntar, och raden står som den senast publicerades',
    'note in codes, as in run_rate=78: the value at the end of the period at the rate so far; counting_rule=once_per_day: the counting rule of attendance, several separated by +; correction_waits: a small correction of a figure already shown waits, and the row stands as it was last published',
  ),
})
export type ResultRow = z.infer<typeof ResultRow>

/** `goals`: one row for each indicator of each goal, judged on the period that the target speaks of. */
export const GoalRow = z.object({
  agreement,
  goal: label('målets id', 'id of the goal'),
  indicator,
  definition_version: version,
  period_type: periodType,
  period,
  target: decimal('målet', 'the target').nullable(),
  direction: code(['at_least', 'at_most'], 'minst eller högst målet', 'at least or at most the target'),
  baseline: decimal('utgångsläge', 'baseline').nullable(),
  value: decimal('värdet', 'the value').nullable(),
  ci_low: decimal('95 procents intervall, nedre', '95 per cent interval, lower').nullable(),
  ci_high: decimal('95 procents intervall, övre', '95 per cent interval, upper').nullable(),
  verdict: code(GOAL_VERDICTS, 'bedömning', 'verdict'),
  trust: code(TRUST_LEVELS, 'tillförlitlighet', 'trust'),
  trust_reasons: text(
    'koder för skälen, med mellanslag emellan',
    'codes of the reasons, separated by spaces',
  ),
  decided_body: text('vem som beslutade målet', 'who decided the target').nullable(),
  decided_date: day('när målet beslutades', 'when the target was decided').nullable(),
  decided_reference: text('beslutets beteckning', 'reference of the decision').nullable(),
  assumed: flag('målet är exempeldata', 'the target is sample data'),
  status,
})
export type GoalRow = z.infer<typeof GoalRow>

export const QUALITY_KINDS = ['delivery', 'coverage', 'fault', 'unknown', 'conflict'] as const

/**
 * `quality`: what the figures rest on. Counts of people are protected as everywhere, and so are rows about people:
 * a delivery or a fault is `suppressed` where few rows are at fault, where few are not, and where there are few rows.
 */
export const QualityRow = z.object({
  agreement,
  kind: code(
    QUALITY_KINDS,
    'leverans, täckning, fel enligt regel, okänt eller motstridigt',
    'delivery, coverage, fault by rule, unknown or conflicting',
  ),
  source: text('källans id', 'id of the source'),
  item: label('fil, period, regel eller uppgift', 'file, period, rule or attribute'),
  start: day('första dagen', 'first day').nullable(),
  end: day('sista dagen', 'last day').nullable(),
  count: integer(
    'antal; tomt där det vore få eller alla utom få',
    'count; empty where it would be few or all but few',
  ).nullable(),
  of: integer('av antal; tomt där det vore få', 'out of; empty where it would be few').nullable(),
  verdict: text('leveransens utslag', 'verdict of the delivery').nullable(),
  status,
})
export type QualityRow = z.infer<typeof QualityRow>

export const COST_ITEMS = [
  'funding_awarded',
  'funding_paid',
  'cost_direct',
  'cost_shared',
  'cost',
  'own_cash_agreed',
  'in_kind_agreed',
  'own_contribution_agreed',
  'own_cash',
  'in_kind',
  'volunteer_hours',
  'volunteer_value',
  'own_contribution',
] as const

/** `costs`: money and effort by period and activity; an empty activity is the whole agreement. */
export const CostRow = z.object({
  agreement,
  period_type: periodType,
  period,
  period_start: day('periodens första dag', 'first day of the period'),
  period_end: day('periodens sista dag', 'last day of the period'),
  item: code(COST_ITEMS, 'post', 'item'),
  activity: text('insatsens id, tomt för hela avtalet', 'id of the activity, empty for the whole agreement'),
  amount: decimal('belopp eller timmar', 'amount or hours').nullable(),
  unit: code(['kronor', 'hours'], 'enhet', 'unit'),
  status,
})
export type CostRow = z.infer<typeof CostRow>

export const WATERFALL_ROLES = [
  'universe',
  'excluded',
  'denominator',
  'unknown',
  'numerator',
  'complement',
] as const

/** Why the built-in indicators leave someone out: reasons for leaving first. An own indicator may have reasons of its own. */
export const EXCLUSION_REASONS = [
  ...EndReason.options,
  'other_occupation_at_start',
  'occupation_at_start_unknown',
  'no_start_answer',
  'outcome_unknown',
  'several_reasons',
] as const

/**
 * `waterfalls`: the way from everyone whom an indicator looks at to those it counts, in total only. Universe less
 * all excluded is the denominator (of a count, the numerator); numerator, complement and unknown are the denominator.
 */
export const WaterfallRow = z.object({
  agreement,
  indicator,
  definition_version: version,
  period_type: periodType,
  period,
  step: integer('stegets nummer, från 1', 'number of the step, from 1'),
  role: code(WATERFALL_ROLES, 'vad steget är i talet', 'what the step is in the figure'),
  reason: text(
    'kod för varför någon inte räknas med, tom i andra steg',
    'code of why someone is left out, empty in other steps',
  ),
  count: integer('antal personer', 'number of people').nullable(),
  status,
})
export type WaterfallRow = z.infer<typeof WaterfallRow>

export const TRANSITION_STAGES = ['exit', 'followup_3', 'followup_6', 'followup_12'] as const

/** `transitions`: people who left, by what they did at the start and at the exit or months after it. */
export const TransitionRow = z.object({
  agreement,
  period_type: periodType,
  period,
  domain: code(['occupation'], 'vad statusen gäller', 'what the status is about'),
  stage: code(
    TRANSITION_STAGES,
    'vid avslutet eller så många månader efter det',
    'at the exit or so many months after it',
  ),
  from_status: code(Occupation.options, 'status vid starten', 'status at the start'),
  to_status: code(Occupation.options, 'status då', 'status then'),
  count: integer('antal personer', 'number of people').nullable(),
  status,
})
export type TransitionRow = z.infer<typeof TransitionRow>

export const CURVE_CAUSES = ['work', 'studies'] as const

/** Months from the start at which curves are shown. */
export const CURVE_MONTHS = [3, 6, 12, 18, 24] as const

/** `curves`: the share that an event has happened to so many months after the start. */
export const CurveRow = z.object({
  agreement,
  indicator,
  definition_version: version,
  period_type: periodType,
  period,
  cause: code(CURVE_CAUSES, 'vilken händelse', 'which event'),
  month: integer('månader från starten', 'months from the start'),
  value: decimal('andel som händelsen har skett för', 'share that the event has happened to').nullable(),
  ci_low: decimal('95 procents intervall, nedre', '95 per cent interval, lower').nullable(),
  ci_high: decimal('95 procents intervall, övre', '95 per cent interval, upper').nullable(),
  at_risk: integer(
    'antal som ännu följs den dagen',
    'number of people who are still followed on that day',
  ).nullable(),
  status,
})
export type CurveRow = z.infer<typeof CurveRow>

export const CORRECTION_CAUSES = ['delivery', 'definition', 'agreement', 'disclosure', 'program'] as const

/** `corrections`: figures that the previous publication showed, and that this one shows otherwise. */
export const CorrectionRow = z.object({
  agreement,
  indicator,
  period_type: periodType,
  period,
  breakdown: ResultRow.shape.breakdown,
  category: ResultRow.shape.category,
  basis: ResultRow.shape.basis,
  previous_publication: label(
    'publikationen som visade det förra talet',
    'publication that showed the former figure',
  ),
  previous_definition_version: integer('definitionens version då', 'version of the definition then'),
  definition_version: version,
  previous_value: decimal('värdet då', 'the value then').nullable(),
  value: decimal('värdet nu', 'the value now').nullable(),
  previous_status: code(CELL_STATUSES, 'hur talet visades då', 'how the figure was shown then'),
  new_status: code(CELL_STATUSES, 'hur talet visas nu', 'how the figure is shown now'),
  cause: code(CORRECTION_CAUSES, 'vad som ändrade talet', 'what changed the figure'),
  deliveries: text(
    'leveranser som har lästs in sedan dess, med · emellan',
    'deliveries that were loaded since, separated by ·',
  ),
  note: text('analytikerns anmärkning', "the analyst's note"),
  status,
})
export type CorrectionRow = z.infer<typeof CorrectionRow>

/** Every table of a publication by its file name without ending. */
export const TABLES = {
  results: ResultRow,
  waterfalls: WaterfallRow,
  transitions: TransitionRow,
  curves: CurveRow,
  goals: GoalRow,
  quality: QualityRow,
  costs: CostRow,
  corrections: CorrectionRow,
} as const
export type TableName = keyof typeof TABLES
