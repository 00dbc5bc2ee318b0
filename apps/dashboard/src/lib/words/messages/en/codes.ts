import type { codes as Swedish } from '../sv/codes.ts'

export const codes: typeof Swedish = {
  verdict: { met: 'Met', on_the_way: 'On the way', not_met: 'Not met', cannot_be_judged: 'Cannot be judged' },
  trust: { good: 'good', limited: 'limited' },
  trustReasons: {
    share_identified: 'many took part without a name',
    share_unknown: 'the outcome is unknown for many',
    response_rate: 'few have answered',
    deliveries_missing: 'deliveries are missing',
    quarantined_rows: 'many rows await correction',
  },
  status: {
    suppressed: 'not shown, so that nobody can be recognised',
    too_few: 'too few people to show a figure',
    not_computable: 'cannot be computed from the data delivered',
    no_data: 'no data',
    not_due: 'too early to measure',
  },
  countingRule: {
    every_visit: 'every visit counts',
    once_per_day: 'a person counts at most once a day',
    forenoon_afternoon: 'a person counts at most once before and once after 12 noon',
    lok: 'counted as for the state’s activity grant (LOK), once per person and day in led groups of 3–30 participants aged 7–25, at least 60 minutes',
  },
  basis: {
    municipality: 'Municipal funding',
    cost: 'Booked cost',
    cost_with_own_contribution: 'With own contribution',
  },
  category: { woman: 'Women', man: 'Men', other: 'Other gender' },
  unknown: {
    activity: 'Unknown activity',
    gender: 'Unknown gender',
    age_group: 'Unknown age',
    district: 'Unknown district',
  },
  ageGroup: (from, to) => `${from}–\u2060${to}\u00A0years`,
  ageOver: (from) => `${from}\u00A0years and over`,
  periodType: {
    year: 'by year',
    tertial: 'by third of a year',
    quarter: 'by quarter',
    half: 'by half-year',
    agreement_year: 'by agreement year',
    agreement: 'whole agreement',
  },
  agreementYear: (year, months) => `agreement year ${year}, ${months}`,
  duringAgreementYear: (year) => `in agreement year ${year}`,
  duringYear: (year) => `in ${year}`,
  duringMonths: (months) => `in ${months}`,
  shortAgreementYear: (year) => `Year ${year}`,
  wholeAgreement: (months) => `the whole agreement, ${months}`,
}
