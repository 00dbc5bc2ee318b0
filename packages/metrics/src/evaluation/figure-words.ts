import type {
  Breakdown,
  CELL_STATUSES,
  COST_BASES,
  Gender,
  PERIOD_TYPES,
  Sentence,
  Unit,
} from '@utfall/contracts'
import { SIGNS } from '@utfall/contracts/written-figure'
import { words } from './words.ts'
import type { Words } from './words.ts'

export const STATUS_WORDS: Words<typeof CELL_STATUSES> = {
  ok: words('talet visas', 'the figure is shown'),
  suppressed: words(
    'talet är dolt för att ingen ska kunna kännas igen',
    'the figure is hidden so that nobody can be recognised',
  ),
  too_few: words(
    'för få personer för en andel, ett medelvärde eller en kvot',
    'too few people for a share, a mean or a ratio',
  ),
  not_computable: words(
    'talet går inte att räkna fram ur de uppgifter som samlas in',
    'the figure cannot be computed from the data that is collected',
  ),
  no_data: words('uppgifter saknas ännu', 'no data yet'),
  not_due: words('uppföljningen har inte hunnit göras', 'the follow-up is not due yet'),
}

const withSign = (status: keyof typeof SIGNS): Sentence =>
  words(
    `${STATUS_WORDS[status].sv}; på skärmen ${SIGNS[status]}`,
    `${STATUS_WORDS[status].en}; on screen ${SIGNS[status]}`,
  )

/** What stands in a status column, with the sign that a reader of pages sees instead of the figure. */
export const STATUS_AND_SIGN_WORDS: Words<typeof CELL_STATUSES> = {
  ok: STATUS_WORDS.ok,
  suppressed: withSign('suppressed'),
  too_few: withSign('too_few'),
  not_computable: withSign('not_computable'),
  no_data: withSign('no_data'),
  not_due: withSign('not_due'),
}

export const PERIOD_TYPE_WORDS: Words<typeof PERIOD_TYPES> = {
  year: words('kalenderår', 'calendar year'),
  tertial: words('tertial: januari–april, maj–augusti, september–december', 'four months of a year'),
  quarter: words('kvartal', 'quarter'),
  half: words('halvår', 'half-year'),
  agreement_year: words(
    'avtalsår, räknat från avtalets första dag',
    'year of the agreement, from its first day',
  ),
  agreement: words(
    'hela avtalet till och med publiceringens dag',
    'the whole agreement up to the day of publication',
  ),
}

export const BREAKDOWN_WORDS: Words<(typeof Breakdown)['options']> = {
  total: words('alla', 'everyone'),
  activity: words('efter insats', 'by activity'),
  gender: words('efter kön', 'by gender'),
  age_group: words('efter ålder vid årets slut', 'by age at the end of the year'),
  district: words('efter bostadsområde', 'by district of residence'),
  'gender*age_group': words('efter kön och ålder', 'by gender and age'),
}

export const UNIT_WORDS: Words<(typeof Unit)['options']> = {
  people: words('personer', 'people'),
  events: words('tillfällen', 'events'),
  hours: words('timmar', 'hours'),
  events_per_day: words('tillfällen per dag', 'events per day'),
  share: words('andel, 0 till 1', 'share, 0 to 1'),
  points: words('poäng', 'points'),
  days: words('dagar', 'days'),
  months: words('månader', 'months'),
  kronor: words('kronor', 'Swedish kronor'),
  goals: words('mål', 'goals'),
}

export const BASIS_WORDS: Words<typeof COST_BASES> = {
  municipality: words('vad kommunen har betalat', 'what the municipality paid'),
  cost: words('vad det har kostat enligt bokföringen', 'what it cost by the books'),
  cost_with_own_contribution: words(
    'kostnaden och föreningens egen insats',
    'the cost and the own contribution',
  ),
}

export const GENDER_WORDS: Words<(typeof Gender)['options']> = {
  woman: words('kvinna', 'woman'),
  man: words('man', 'man'),
  other: words('annat', 'other'),
  unknown: words('okänt', 'unknown'),
}
