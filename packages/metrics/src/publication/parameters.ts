import type { Agreement, AgreementTerm, IndicatorHeader } from '@utfall/contracts'

const TERMS: Readonly<Record<AgreementTerm, (agreement: Agreement) => unknown>> = {
  counting_rule: ({ activities }) =>
    Object.fromEntries(activities.map(({ id, counting_rule }) => [id, counting_rule])),
  excluded_reasons: ({ definitions }) =>
    definitions['share_to_work_or_studies']?.parameters['excluded_reasons'] ?? [],
  include_partner: ({ definitions }) =>
    ['association_participants', 'share_association_active', 'share_newly_association_active'].some(
      (id) => definitions[id]?.parameters['include_partner'] === true,
    ),
  volunteer_rate: ({ costs }) => costs.volunteer_rate ?? null,
  shared_cost: ({ costs }) => costs.shared.basis,
}

const isOfPeople = ({ counts }: IndicatorHeader) => counts === 'people' || counts === 'events'
const needsBase = ({ kind }: IndicatorHeader) => kind !== 'count' && kind !== 'sum'

function thresholdOf({ id }: IndicatorHeader, { disclosure }: Agreement): number {
  const { threshold, sensitive_outcomes: sensitive, sensitive_threshold: higher } = disclosure
  return sensitive.includes(id) ? Math.max(threshold, higher) : threshold
}

/** What an agreement decides of an indicator, defaults included, by the names of agreement.yaml. */
export function parametersOf(header: IndicatorHeader, agreement: Agreement): Record<string, unknown> {
  const { followup_months, breakdowns, terms = [] } = header
  const { followup, age_groups, disclosure, definitions } = agreement
  return {
    ...definitions[header.id]?.parameters,
    ...Object.fromEntries(terms.map((term) => [term, TERMS[term](agreement)])),
    ...(followup_months === undefined
      ? {}
      : { followup_months: followup.months, window_days: followup.window_days }),
    ...(breakdowns.includes('age_group') ? { age_groups } : {}),
    ...(isOfPeople(header) ? { threshold: thresholdOf(header, agreement) } : {}),
    ...(needsBase(header) ? { minimum_base: disclosure.minimum_base } : {}),
  }
}
