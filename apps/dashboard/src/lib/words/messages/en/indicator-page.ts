import type { indicatorPage as Swedish } from '../sv/indicator-page.ts'

export const indicatorPage: typeof Swedish = {
  now: 'The outcome',
  overTime: 'Over time',
  breakdowns: 'Broken down',
  stepsLabel: 'Show',
  breakdownIntro: (months) =>
    `Breakdowns are shown for the latest whole period, ${months}, and only where nobody can be recognised.`,
  noBreakdowns:
    'This is shown as a whole only: there are too few people, or too little data, to break it down.',
  counted: {
    title: 'How it was counted',
    intro: (months) => `The whole agreement, ${months}.`,
    counted: 'Counted',
    numerator: 'Numerator',
    denominator: 'Denominator',
    unknown: 'Unknown',
    unknownText: 'Their outcome is not known. They stay in the denominator.',
    excluded: 'Left out',
    placedBy: 'Which day decides the period',
    origin: 'The definition comes from',
    limitation: 'What the figure does not say',
    version: (version) => `Definition version ${version}`,
    fullDefinition: 'The whole definition',
    bounds: (low, high) =>
      `If all the unknown are counted as no, the figure is ${low}; if all are counted as yes, ${high}.`,
  },
  goal: (text) => `Measure of the goal “${text}”`,
  quotient: (numerator, denominator) => `${numerator} divided by ${denominator}`,
  fullData: 'All rows of this measure, gender and age together included',
}
