import { capital } from '@utfall/contracts/written-figure'
import type { GoalCount, agreementPage as Swedish } from '../sv/agreement-page.ts'

const NUMBERS = [
  'none',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
]
const inWords = (count: number): string => NUMBERS[count] ?? String(count)
const is = (count: number): string => (count > 1 ? 'are' : 'is')
const list = (parts: readonly string[]): string =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`

function goalsInWords({ total, met, onTheWay, notMet, cannotBeJudged }: GoalCount): string {
  if (total === 0) return 'The agreement has no goals.'
  const all = total === 2 ? 'Both' : `All ${inWords(total)}`
  const none = total === 2 ? 'Neither' : 'None'
  if (met === total) return total === 1 ? 'The goal is met.' : `${all} goals are met.`
  if (onTheWay === total) return total === 1 ? 'The goal is on the way.' : `${all} goals are on the way.`
  if (notMet === total) return total === 1 ? 'The goal is not met.' : `${none} of the goals is met.`
  if (cannotBeJudged === total)
    return total === 1 ? 'The goal cannot be judged.' : `${none} of the goals can be judged.`
  const head = `${capital(inWords(met))} of ${inWords(total)} goals ${is(met)} met`
  const rest = [
    onTheWay > 0 && `${inWords(onTheWay)} ${is(onTheWay)} on the way`,
    notMet > 0 && met > 0 && `${inWords(notMet)} ${is(notMet)} not met`,
    cannotBeJudged > 0 && `${inWords(cannotBeJudged)} cannot be judged`,
  ].filter((part) => part !== false)
  return `${list([head, ...rest])}.`
}

export const agreementPage: typeof Swedish = {
  kind: 'Partnership between the public sector and an association (IOP)',
  between: 'Agreement between',
  andAssociation: () => 'and the association',
  asOf: (day, released) => `Data to ${day}, ${released}.`,
  goalsInWords,
  lead: {
    leavers: (leavers) => `Of the ${leavers} who have left`,
    toWorkOrStudies: (count) => `${count} began to work or study`,
    participants: (count) => `${count} people`,
    haveTakenPart: 'have taken part, with',
    visits: (count) => `${count} attendances`,
    hasHad: 'There have been',
    paid: 'The municipality has paid',
    asAgreed: 'as much as agreed for the time',
    aboutAsAgreed: 'about as much as agreed for the time',
    lessThanAgreed: (amount) => `${amount} less than agreed for the time`,
    moreThanAgreed: (amount) => `${amount} more than agreed for the time`,
  },
  nothingShown: {
    title: 'No figures on the participants can be shown yet',
    text: 'Data has been delivered, but too little, or of too few people, to show what happened.',
  },
  noDeliveries: {
    title: 'No data has been delivered yet',
    text: 'This is what was agreed. Outcomes, participants and costs are shown when the first delivery has been approved and published.',
  },
  goals: {
    title: 'The goals',
    none: 'The agreement has no goals.',
    howToRead:
      'The dot is the outcome. The band shows how far chance reaches. The upright line is the target.',
    decided: (body, day) => `Target decided by ${body}, ${day}.`,
    noMeasure: 'The agreement gives this goal no measure, so it cannot be followed in figures.',
    waiting: (measure) => `Measured by: ${measure}. There is no figure yet.`,
    withChance: (interval) => `Allowing for chance: ${interval}.`,
    trend: {
      up: 'up',
      down: 'down',
      same: 'unchanged',
      from: (value) => `from ${value} in the same months the year before`,
      sameAs: 'on the same months the year before',
      mayBeChance: 'The difference may be chance.',
      none: 'There is no earlier period to compare with.',
      withheld: 'The comparison with the same months the year before is not shown.',
    },
    rate: (heading, target, end) => `At the rate so far ${heading} of ${target} by the end of ${end}.`,
    ends: {
      year: 'the year',
      tertial: 'the four months',
      quarter: 'the quarter',
      half: 'the half-year',
      agreement_year: 'the agreement year',
      agreement: 'the agreement',
    },
    trust: 'Reliability',
    unknown: (count) => `${count} unknown`,
    noUnknown: 'none unknown',
    howCounted: 'Show how this was counted',
    whatIsMissing: 'What is missing?',
    chart: (value, interval, target) =>
      [`Outcome ${value}`, interval, target].filter((part) => part !== '').join(', '),
    chartNone: (reason) => `No figure is shown. ${reason}`,
  },
  reach: {
    title: 'Who was reached',
    intro: (months) =>
      `Everyone who has taken part at least once, ${months}. An attendance is one person at one session.`,
    introVisits: (months) => `All activities, ${months}. An attendance is one person at one session.`,
    participantsAndVisits: (participants, visits) => `${participants} participants, ${visits} attendances`,
    visitsOnly: (visits) => `${visits} attendances`,
    participantsOnly: (participants) => `${participants} participants`,
    overTime: { people: 'Participants by period', events: 'Attendances by period' },
    more: 'More about the participants',
    noBreakdown: 'Gender and age are not known: people are counted without names.',
  },
  cost: {
    title: 'What it cost',
    intro: 'Three ways to count the same thing.',
    caption: 'Kronor per unit',
    perUnit: 'Kronor per',
    rows: {
      cost_per_participant: 'participant',
      cost_per_attendance: 'attendance',
      cost_per_hour: 'hour of activity',
      cost_per_outcome: 'person to work or studies',
    },
    summary: (cost, per, basis) => `${cost} per ${per} of ${basis}`,
    own: (total, parts) => `The association’s own contribution is ${total}: ${parts}.`,
    ownCash: (amount) => `${amount} in money`,
    inKind: (amount) => `${amount} in premises and the like`,
    volunteer: (hours, amount) => `${hours} volunteer hours valued at ${amount}`,
    missing: (per, reason) => `The cost per ${per}: ${reason}.`,
    none: 'No costs have been delivered yet.',
    withheld: 'The cost per participant and attendance is not shown, so that nobody can be recognised.',
    notKnown: (bases, reason) => `${bases}: ${reason}.`,
    more: 'More about the money',
  },
  next: {
    decision: 'Next decision:',
    title: 'What happens next',
    notice: 'Last day to give notice.',
    begin: 'The agreement begins.',
    end: 'The agreement ends.',
    ended: (day) => `The agreement ended on ${day}.`,
    quality: 'What data the figures rest on, and what is missing',
  },
  note: 'The figures describe what happened to the participants, not what would have happened without the activities. Small numbers are not shown, so that nobody can be recognised.',
  list,
}
