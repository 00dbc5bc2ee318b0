import type { Sentence, TableName } from '@utfall/contracts'

/** What each table of a publication holds, in one line. */
export const TABLE_TITLES: Readonly<Record<TableName, Sentence>> = {
  results: {
    sv: 'Resultat: en rad för varje siffra',
    en: 'Results: one row for each figure',
  },
  waterfalls: {
    sv: 'Vattenfall: vägen från alla som ett tal ser på till dem som det räknar',
    en: 'Waterfalls: the way from everyone whom a figure looks at to those it counts',
  },
  transitions: {
    sv: 'Övergångar: sysselsättning vid starten och vid avslutet eller månader efter det',
    en: 'Transitions: occupation at the start, and at the exit or months after it',
  },
  curves: {
    sv: 'Kurvor: tid till arbete eller studier',
    en: 'Curves: time to work or studies',
  },
  goals: {
    sv: 'Mål: en rad för varje indikator i varje mål',
    en: 'Goals: one row for each indicator of each goal',
  },
  quality: {
    sv: 'Underlagets kvalitet: leveranser, täckning, fel och okända uppgifter',
    en: 'Quality of the data: deliveries, coverage, faults and unknowns',
  },
  costs: {
    sv: 'Pengar och insatser efter period och insats',
    en: 'Money and effort by period and activity',
  },
  corrections: {
    sv: 'Rättelser: tal som den förra publikationen visade på annat sätt',
    en: 'Corrections: figures that the previous publication showed otherwise',
  },
}
