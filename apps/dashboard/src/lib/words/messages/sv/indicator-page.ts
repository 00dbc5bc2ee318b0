export const contextFigures = {
  country: 'Hela landet',
  year: 'År',
  summary: (place: string, course: string) => `${place}: ${course}`,
  source: (sender: string, series: string) => `Källa: ${sender}, nyckeltal ${series}.`,
}

export const indicatorPage = {
  now: 'Utfallet',
  overTime: 'Över tid',
  breakdowns: 'Uppdelat',
  stepsLabel: 'Visa',
  breakdownIntro: (months: string) =>
    `Uppdelningar visas för den senaste hela perioden, ${months}, och bara där ingen kan kännas igen.`,
  noBreakdowns:
    'Talet visas bara som helhet: det är för få personer, eller så saknas uppgifter, för att dela upp det.',
  counted: {
    title: 'Så räknades talet',
    intro: (months: string) => `Hela avtalstiden, ${months}.`,
    counted: 'Räknas',
    numerator: 'Täljare',
    denominator: 'Nämnare',
    unknown: 'Okända',
    unknownText: 'Deras utfall är inte känt. De ligger kvar i nämnaren.',
    excluded: 'Räknas inte med',
    placedBy: 'Vilken dag avgör perioden',
    countingRule: 'Så räknas ett besök',
    origin: 'Definitionen kommer från',
    limitation: 'Vad talet inte säger',
    version: (version: number) => `Definition version ${version}`,
    fullDefinition: 'Hela definitionen',
    bounds: (low: string, high: string) =>
      `Om alla okända räknas som nej blir talet ${low}, om alla räknas som ja ${high}.`,
  },
  versions: {
    former: (versions: string) => `Definitionen har ändrats under avtalet. Äldre versioner: ${versions}.`,
  },
  basis: {
    title: 'Det talet bygger på',
    intro: 'Alla källor som avtalets tal räknas ur. Varje fil står på sidan om uppgifternas kvalitet.',
    all: 'Varje fil, fel och lucka',
    corrections: 'Rättelser av talet',
    noCorrections: 'Talet har inte rättats i den här publikationen.',
  },
  context: {
    title: 'I kommunen och landet',
    intro:
      'Offentlig statistik som sammanhang. Den gäller alla invånare, är äldre och säger inget om vad avtalet har gjort.',
  },
  eachPeriod: { year: 'varje år', agreement_year: 'varje avtalsår' },
  goal: (text: string) => `Mått på målet ”${text}”`,
  byAnswers: (value: string) => `${value} av alla har svarat ja.`,
  quotient: (numerator: string, denominator: string) => `${numerator} delat med ${denominator}`,
  fullData: 'Alla rader för måttet, även kön och ålder tillsammans',
}
