import type { otherPages as Swedish } from '../sv/other-pages.ts'

export const otherPages: typeof Swedish = {
  startPage: {
    title: 'What came of the agreements?',
    intro:
      'Every agreement between a municipality and an association has goals. Here is whether they are met, who takes part, and what it costs.',
    none: 'The publication holds no agreements.',
    paidOfAgreed: (paid, agreed) => `${paid} paid of ${agreed} agreed for the time`,
    read: 'Read about the agreement',
    goals: 'Goals',
    figures: 'In short',
    ended: (day) => `Ended ${day}`,
    running: (day) => `Runs until ${day}`,
  },
  methodPage: {
    title: 'How we count',
    intro:
      'Every measure has a definition that holds from the decision on the goal. When it changes it gets a new version, so that figures of different years can be compared.',
    principles: 'Five promises',
    promises: [
      [
        'A figure says what it is.',
        'Numerator, denominator, who is left out and which day decides stand beside it.',
      ],
      ['Unknown is not no.', 'People whose outcome is unknown stay in the denominator and are shown apart.'],
      [
        'Every figure is counted from the ground.',
        'None is added up from others: one person can be in several groups.',
      ],
      [
        'A figure can be missing.',
        'Zero, too few, not computable and no data are different things, with different signs.',
      ],
      ['The definition stays.', 'It holds from the decision, and a new wording is a new version.'],
    ],
    signs: 'Signs',
    signRows: [
      ['..', 'Not shown, so that nobody can be recognised, or too few people for a safe figure.'],
      ['.', 'Cannot be computed from the data delivered.'],
      ['–', 'No data, or too early to measure.'],
    ],
    chance: 'Chance',
    chanceText:
      'A share of few people varies by chance. That is why an interval is shown: in 95 cases of 100 such an interval covers the underlying value. Shares have Wilson’s interval, means a t-interval.',
    verdicts: 'How goals are judged',
    verdictText:
      'Met: the outcome reaches the target. On the way: near the target, within the limit that the agreement states. Not met: further off. Cannot be judged: the data does not suffice. The interval does not change the verdict but shows how sure it is.',
    definitions: 'The measures',
    version: (version) => `Version ${version}`,
    validFrom: (day, agreement) => `holds from ${day} in ${agreement}`,
    counts: 'Counted',
    sql: 'The definition that the computer reads (SQL)',
  },
  dataPage: {
    title: 'Download',
    intro:
      'Everything this site shows is here in open formats. The data is protected: no rows about people, and small numbers are removed.',
    files: 'Files',
    columnsTitle: 'Columns and checksums',
    file: 'File',
    what: 'Contents',
    rows: 'Rows',
    size: 'Size',
    tables: 'Tables',
    words: 'Definitions and data about the data',
    columns: (table) => `Columns of ${table}`,
    column: 'Column',
    meaning: 'Meaning',
    type: 'Type',
    types: {
      text: 'text',
      date: 'date',
      boolean: 'yes or no',
      integer: 'whole number',
      decimal: 'decimal number',
    },
    maybeEmpty: 'may be empty',
    checksum: 'Checksums (SHA-256)',
    earlier: 'All publications',
    shown: 'shown now',
    descriptions: {
      'manifest.json': 'What the publication rests on: deliveries, periods and all files with checksums',
      'agreements.json': 'The agreements: parties, time, money, goals',
      'indicators.json': 'Every measure in words and in SQL',
      'datapackage.json': 'Description as a Frictionless Data Package',
    },
    tableNames: {
      waterfalls: 'How each figure was counted, step by step',
      transitions: 'What participants did before and after',
      curves: 'Time to work or studies',
      corrections: 'Figures that were corrected',
      results: 'All figures',
      goals: 'The goals and their verdicts',
      quality: 'Deliveries, coverage and faults',
      costs: 'Money and own contribution',
    },
    formats: {
      arrow: 'Apache Arrow',
      parquet: 'Parquet',
      csv: 'CSV',
      'excel.csv': 'CSV for Swedish Excel',
      'csv-metadata.json': 'description of the CSV file (CSVW)',
    },
  },
}
