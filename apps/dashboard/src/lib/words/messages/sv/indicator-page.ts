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
    origin: 'Definitionen kommer från',
    limitation: 'Vad talet inte säger',
    version: (version: number) => `Definition version ${version}`,
    fullDefinition: 'Hela definitionen',
    bounds: (low: string, high: string) =>
      `Om alla okända räknas som nej blir talet ${low}, om alla räknas som ja ${high}.`,
  },
  goal: (text: string) => `Mått på målet ”${text}”`,
  quotient: (numerator: string, denominator: string) => `${numerator} delat med ${denominator}`,
  fullData: 'Alla rader för måttet, även kön och ålder tillsammans',
}
