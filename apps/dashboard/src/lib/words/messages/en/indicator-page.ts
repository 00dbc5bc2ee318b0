import type { contextFigures as SwedishContext, indicatorPage as Swedish } from '../sv/indicator-page.ts'

export const contextFigures: typeof SwedishContext = {
  country: 'The whole country',
  year: 'Year',
  summary: (place, course) => `${place}: ${course}`,
  source: (sender, series) => `Source: ${sender}, key figure ${series}.`,
}

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
    countingRule: 'How a visit counts',
    origin: 'The definition comes from',
    limitation: 'What the figure does not say',
    version: (version) => `Definition version ${version}`,
    fullDefinition: 'The whole definition',
    bounds: (low, high) =>
      `If all the unknown are counted as no, the figure is ${low}; if all are counted as yes, ${high}.`,
  },
  versions: {
    former: (versions) => `The definition has changed during the agreement. Former versions: ${versions}.`,
  },
  basis: {
    title: 'What the figure rests on',
    intro:
      'All sources that the agreement’s figures are counted from. Each file stands on the page on the quality of the data.',
    all: 'Every file, fault and gap',
    corrections: 'Corrections of the figure',
    noCorrections: 'The figure has not been corrected in this publication.',
  },
  context: {
    title: 'In the municipality and the country',
    intro:
      'Public statistics as context. They speak of all inhabitants, are older, and say nothing of what the agreement has done.',
  },
  eachPeriod: { year: 'each year', agreement_year: 'each agreement year' },
  goal: (text) => `Measure of the goal “${text}”`,
  byAnswers: (value) => `${value} of all have answered yes.`,
  quotient: (numerator, denominator) => `${numerator} divided by ${denominator}`,
  fullData: 'All rows of this measure, gender and age together included',
}
