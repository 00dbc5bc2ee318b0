import type { comparePage as Swedish } from '../sv/compare-page.ts'

export const comparePage: typeof Swedish = {
  title: 'Compare agreements',
  intro:
    'Agreements stand side by side only where the same thing was measured in the same way, over as long a time, and for at least 20 people or events.',
  measure: 'Measure',
  period: 'Period',
  agreement: 'Agreement',
  someBases: 'Only ways for which at least two agreements have a figure are shown here.',
  months: (spans) => `The periods are equally long but not the same months: ${spans}.`,
  note: 'The agreements differ in goals, participants and conditions. A difference does not say that one is better than the other.',
  none: 'No measure is measured in the same way in at least two agreements. Why is told below.',
  others: 'What cannot be compared',
  othersIntro: 'Numbers are never compared: agreements differ in size.',
  obstacle: {
    not_measured: 'One agreement or none has a figure for a whole period.',
    definition: 'The agreements count by different versions of the definition.',
    terms: 'The agreements have decided different terms for the measure.',
    counting_rule: 'The activities count attendances in different ways, such as once a day or every time.',
    period: 'The agreements have no whole period of the same kind.',
    base: 'The base is below 20 in one of the agreements.',
  },
}
