import { capital } from '@utfall/contracts/written-figure'

/** Numbers up to twelve are written as words; målet is neuter. */
const NUMBERS = [
  'inget',
  'ett',
  'två',
  'tre',
  'fyra',
  'fem',
  'sex',
  'sju',
  'åtta',
  'nio',
  'tio',
  'elva',
  'tolv',
]
const inWords = (count: number): string => NUMBERS[count] ?? String(count)
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} och ${parts.at(-1)}`

export interface GoalCount {
  readonly total: number
  readonly met: number
  readonly onTheWay: number
  readonly notMet: number
  readonly cannotBeJudged: number
}

function goalsInWords({ total, met, onTheWay, notMet, cannotBeJudged }: GoalCount): string {
  if (total === 0) return 'Avtalet har inga mål.'
  const all = total === 2 ? 'Båda' : `Alla ${inWords(total)}`
  if (met === total) return total === 1 ? 'Målet är nått.' : `${all} målen är nådda.`
  if (onTheWay === total) return total === 1 ? 'Målet är på väg att nås.' : `${all} målen är på väg att nås.`
  if (notMet === total) return total === 1 ? 'Målet är inte nått.' : 'Inget av målen är nått.'
  if (cannotBeJudged === total) return total === 1 ? 'Målet kan inte bedömas.' : 'Inget av målen kan bedömas.'
  const head = `${capital(inWords(met))} av ${inWords(total)} mål är ${met > 1 ? 'nådda' : 'nått'}`
  const rest = [
    onTheWay > 0 && `${inWords(onTheWay)} är på väg`,
    notMet > 0 && met > 0 && `${inWords(notMet)} är inte ${notMet > 1 ? 'nådda' : 'nått'}`,
    cannotBeJudged > 0 && `${inWords(cannotBeJudged)} kan inte bedömas`,
  ].filter((part) => part !== false)
  return `${list([head, ...rest])}.`
}

export const agreementPage = {
  kind: 'Idéburet offentligt partnerskap (IOP)',
  between: 'Avtal mellan',
  /** Before the name of an association, which may say itself what it is. */
  andAssociation: (name: string): string => (/^föreningen\b/i.test(name) ? 'och' : 'och föreningen'),
  asOf: (day: string, released: string) => `Uppgifter till och med ${day}, ${released}.`,
  goalsInWords,
  lead: {
    leavers: (leavers: string) => `Av de ${leavers} som lämnat verksamheten började`,
    toWorkOrStudies: (count: string) => `${count} arbeta eller studera`,
    participants: (count: string) => `${count} personer`,
    haveTakenPart: 'har deltagit, med sammanlagt',
    visits: (count: string) => `${count} deltagartillfällen`,
    hasHad: 'Verksamheten har haft',
    paid: 'Kommunen har betalat',
    asAgreed: 'lika mycket som avtalats för tiden',
    aboutAsAgreed: 'ungefär lika mycket som avtalats för tiden',
    lessThanAgreed: (amount: string) => `${amount} mindre än avtalat för tiden`,
    moreThanAgreed: (amount: string) => `${amount} mer än avtalat för tiden`,
  },
  nothingShown: {
    title: 'Inga tal om deltagarna kan visas än',
    text: 'Uppgifter har lämnats, men de räcker inte, eller gäller för få personer, för att visa vad som hänt.',
  },
  noDeliveries: {
    title: 'Inga uppgifter har lämnats än',
    text: 'Här syns vad som avtalats. Utfall, deltagare och kostnader visas när den första leveransen är godkänd och publicerad.',
  },
  goals: {
    title: 'Målen',
    none: 'Avtalet har inga mål.',
    howToRead: 'Punkten är utfallet. Bandet visar hur långt slumpen räcker. Den lodräta linjen är målet.',
    decided: (body: string, day: string) => `Beslut om målvärde: ${body}, ${day}.`,
    noMeasure: 'Målet har inget mått i avtalet, så det går inte att följa i siffror.',
    waiting: (measure: string) => `Mäts med: ${measure}. Inget tal finns än.`,
    withChance: (interval: string) => `Med hänsyn till slumpen: ${interval}.`,
    trend: {
      up: 'upp',
      down: 'ner',
      same: 'oförändrat',
      from: (value: string) => `från ${value} samma tid året före`,
      sameAs: 'mot samma tid året före',
      mayBeChance: 'Skillnaden kan bero på slumpen.',
      none: 'Det finns ingen tidigare period att jämföra med.',
      withheld: 'Jämförelsen med samma tid året före visas inte.',
    },
    rate: (heading: string, target: string, end: string) =>
      `I nuvarande takt ${heading} av ${target} vid ${end}.`,
    ends: {
      year: 'årets slut',
      tertial: 'tertialets slut',
      quarter: 'kvartalets slut',
      half: 'halvårets slut',
      agreement_year: 'avtalsårets slut',
      agreement: 'avtalets slut',
    },
    trust: 'Tillförlitlighet',
    unknown: (count: string) => `${count} okända`,
    noUnknown: 'inga okända',
    howCounted: 'Visa hur talet räknades',
    whatIsMissing: 'Vad saknas?',
    chart: (value: string, interval: string, target: string) =>
      [`Utfall ${value}`, interval, target].filter((part) => part !== '').join(', '),
    chartNone: (reason: string) => `Inget tal visas. ${reason}`,
  },
  reach: {
    title: 'Vilka som nåddes',
    intro: (months: string) =>
      `Alla som deltagit minst en gång, ${months}. Ett deltagartillfälle är en person vid ett tillfälle.`,
    introVisits: (months: string) =>
      `Hela verksamheten, ${months}. Ett deltagartillfälle är en person vid ett tillfälle.`,
    participantsAndVisits: (participants: string, visits: string) =>
      `${participants} deltagare, ${visits} deltagartillfällen`,
    visitsOnly: (visits: string) => `${visits} deltagartillfällen`,
    participantsOnly: (participants: string) => `${participants} deltagare`,
    overTime: { people: 'Deltagare per period', events: 'Deltagartillfällen per period' },
    more: 'Mer om deltagarna',
    noBreakdown: 'Kön och ålder är inte kända: deltagarna räknas utan namn.',
  },
  cost: {
    title: 'Vad det kostade',
    intro: 'Tre sätt att räkna samma sak.',
    caption: 'Kronor per enhet',
    perUnit: 'Kronor per',
    rows: {
      cost_per_participant: 'deltagare',
      cost_per_attendance: 'deltagartillfälle',
      cost_per_hour: 'verksamhetstimme',
      cost_per_outcome: 'person till arbete eller studier',
    },
    summary: (cost: string, per: string, basis: string) => `${cost} per ${per} av ${basis}`,
    own: (total: string, parts: string) => `Föreningens egen insats är ${total}: ${parts}.`,
    ownCash: (amount: string) => `${amount} i pengar`,
    inKind: (amount: string) => `${amount} i lokaler och annat`,
    volunteer: (hours: string, amount: string) => `${hours} ideella timmar värderade till ${amount}`,
    missing: (per: string, reason: string) => `Kostnad per ${per}: ${reason}.`,
    none: 'Inga kostnader har lämnats än.',
    withheld: 'Kostnaden per deltagare och tillfälle visas inte, så att ingen kan kännas igen.',
    notKnown: (bases: string, reason: string) => `${bases}: ${reason}.`,
    more: 'Mer om pengarna',
  },
  next: {
    title: 'Vad som händer nu',
    decision: 'Nästa beslut:',
    notice: 'Sista dag att säga upp avtalet.',
    begin: 'Avtalet börjar gälla.',
    end: 'Avtalet löper ut.',
    ended: (day: string) => `Avtalet löpte ut ${day}.`,
    quality: 'Vilka uppgifter talen bygger på, och vad som saknas',
  },
  note: 'Talen beskriver vad som hände deltagarna, inte vad som hade hänt utan verksamheten. Små tal visas inte, så att ingen kan kännas igen.',
  list,
}
