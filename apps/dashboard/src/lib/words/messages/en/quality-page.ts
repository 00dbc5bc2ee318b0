import type { qualityPage as Swedish } from '../sv/quality-page.ts'

export const qualityPage: typeof Swedish = {
  title: 'The quality of the data',
  intro:
    'A figure is no better than the data it rests on. Here is what was delivered, what is wrong with it, and what is missing.',
  none: 'The publication holds no agreements.',
  noDeliveries:
    'No data has been delivered yet. Figures are shown when the first delivery has been approved and published.',
  missing: {
    title: 'Before the next publication',
    nothing: 'Nothing is missing: every source has delivered data up to the day of the publication.',
    never: (source) => `${source}: no data has been delivered.`,
    after: (source, day) => `${source}: data after ${day} is missing.`,
    quarantined: (source, count) =>
      `${source}: ${count === '1' ? 'one row awaits' : `${count} rows await`} correction by the sender.`,
    notLoaded: (file, verdict) => `The file ${file} is ${verdict} and is not in the figures.`,
  },
  sources: {
    names: {
      narvaro: 'Attendance',
      besok: 'Visits',
      deltagare: 'Participants',
      kurser: 'Courses',
      vagledning: 'Guidance',
      inskrivningar: 'Enrolments',
      uppfoljning: 'Follow-up',
      medlemskap: 'Memberships',
      enkat: 'Survey',
      utbetalningar: 'Payments',
      egeninsats: 'Own contribution',
      bokforing: 'Bookkeeping',
      prisindex: 'Price index',
    },
    heading: 'Sources',
    source: 'Source',
    sender: 'Delivered by',
    files: 'Deliveries',
    latest: 'Latest',
    rows: 'Rows',
    waiting: 'Await correction',
    months: 'Months with data',
    ofMonths: (covered, all) => `${covered} of ${all}`,
    note: 'A month without data can also be a month when nothing happened: a summer break, or no payment.',
  },
  faults: {
    heading: 'Faults and remarks',
    rule: 'What is wrong',
    rows: 'Rows',
    none: 'No faults have been found in the data in force.',
    ofRows: (faults, rows) => `${faults} of ${rows}`,
  },
  unknown: {
    heading: 'Unknown of the participants',
    what: 'Fact',
    attributes: { gender: 'Gender', birth_year: 'Year of birth', district: 'District' },
    none: 'The number of people cannot be shown, and hence not of how many something is unknown.',
    ofPeople: (unknown, all) => `${unknown} of ${all}`,
    conflicts: 'Where sources disagree',
    people: 'People',
  },
  deliveries: {
    heading: 'All deliveries',
    file: 'File',
    received: 'Received',
    rows: 'Rows',
    verdict: 'Verdict',
  },
}
