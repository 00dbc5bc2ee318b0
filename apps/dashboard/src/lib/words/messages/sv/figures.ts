export const figures = {
  readWithKeys: (heading: string) => `${heading}. Diagrammet läses av punkt för punkt med piltangenterna.`,
  table: 'Visa som tabell',
  asTable: 'tabell',
  csv: 'CSV',
  excel: 'CSV för Excel',
  source: (senders: string, dataTo: string, released: string) =>
    `Källa: ${senders}. Uppgifter till och med ${dataTo}, ${released}.`,
  released: (day: string) => `publicerade ${day}`,
  notReleased: (day: string) => `ur ett utkast från ${day} som inte är publicerat`,
  inDraft: 'I utkastet',
  target: (value: string) => `Mål ${value}`,
  between: (low: string, high: string) => `mellan ${low} och ${high}`,
  percentWord: 'procent',
  pointsWord: 'poäng',
  of: (part: string, whole: string) => `${part} av ${whole}`,
  answered: (answered: string, whole: string) => `${answered} av ${whole} har svarat`,
  incomplete: 'pågår',
  incompleteNote: 'Streckad stapel eller ofylld punkt: perioden är inte slut, eller så saknas leveranser.',
  breakNote: (version: string, period: string) =>
    `Streckad linje tvärs över: brott i serien. Från och med ${period} räknas talet efter version ${version} av definitionen, och talen före går inte att jämföra med dem efter.`,
  withheldNote: '.. visas inte, för att skydda enskilda.',
  waits: 'rättelse väntar',
  waitsNote:
    'Rättelse väntar: en ändring som är så liten att någon kunde kännas igen visas inte än. Talet står som det senast publicerades. Tabellen säger vilka tal det gäller.',
  waitsAlone: 'En liten rättelse väntar. Talet står som det senast publicerades.',
  by: { activity: 'Per insats', gender: 'Efter kön', age_group: 'Efter ålder', district: 'Efter område' },
  together: 'Kön och ålder',
  period: 'Period',
  value: 'Värde',
  interval: '95 procents intervall',
  numerator: 'Täljare',
  denominator: 'Nämnare',
  unknown: 'Okända',
  category: 'Grupp',
  asOfPeriod: (period: string) => `Avser ${period}.`,
  summaryNone: 'Inga tal kan visas här.',
  summarySingle: (period: string, value: string) => `${value} ${period}.`,
  summaryRose: (from: string, fromPeriod: string, to: string, toPeriod: string) =>
    `Från ${from} ${fromPeriod} till ${to} ${toPeriod}.`,
  summarySame: (value: string, fromPeriod: string, toPeriod: string) =>
    `${value} både ${fromPeriod} och ${toPeriod}.`,
  summaryHighest: (value: string, period: string) => `Högst var det ${period}, ${value}.`,
  summaryLargest: (name: string, value: string) => `Den största gruppen är ${name}, ${value}.`,
  summaryHighLow: (first: string, firstValue: string, last: string, lastValue: string) =>
    `Högst ligger ${first} med ${firstValue}, lägst ${last} med ${lastValue}.`,
  summaryAlike: (value: string) => `Alla har ${value}.`,
  /** The same where some are withheld, any of which may be higher. */
  ofShown: {
    summaryAlike: (value: string) => `Alla som visas har ${value}.`,
    summaryHighest: (value: string, period: string) => `Av det som visas var det högst ${period}, ${value}.`,
    summaryLargest: (name: string, value: string) => `Av det som visas är ${name} störst, ${value}.`,
    summaryHighLow: (first: string, firstValue: string, last: string, lastValue: string) =>
      `Av det som visas ligger ${first} högst med ${firstValue}, lägst ${last} med ${lastValue}.`,
  },
  summaryUnknown: (count: string) => `Okänt för ${count}.`,
  summaryHiddenMany: (count: number) => `${count} av värdena visas inte.`,
  summaryHidden: (count: string) => `${count} visas inte.`,
}
