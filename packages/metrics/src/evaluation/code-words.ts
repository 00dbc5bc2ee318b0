import { VERDICT_WORDS } from '@utfall/contracts'
import type {
  COST_ITEMS,
  GOAL_VERDICTS,
  QUALITY_KINDS,
  Sentence,
  TRUST_LEVELS,
  TableName,
} from '@utfall/contracts'
import {
  BASIS_WORDS,
  BREAKDOWN_WORDS,
  PERIOD_TYPE_WORDS,
  STATUS_AND_SIGN_WORDS,
  UNIT_WORDS,
} from './figure-words.ts'
import {
  CAUSE_WORDS,
  CORRECTION_WORDS,
  OCCUPATION_WORDS,
  REASON_WORDS,
  STAGE_WORDS,
  WATERFALL_WORDS,
} from './outcome-words.ts'
import { words } from './words.ts'
import type { Words } from './words.ts'

const GOAL_WORDS: Words<typeof GOAL_VERDICTS> = {
  met: words('målet är nått', 'the target is reached'),
  on_the_way: words('på väg mot målet', 'on the way to the target'),
  not_met: words('målet är inte nått', 'the target is not reached'),
  cannot_be_judged: words('går inte att bedöma', 'cannot be judged'),
}

const TRUST_WORDS: Words<typeof TRUST_LEVELS> = {
  good: words('god', 'good'),
  limited: words('begränsad', 'limited'),
  withheld: words('talet visas inte', 'the figure is not shown'),
}

const ITEM_WORDS: Words<typeof COST_ITEMS> = {
  funding_awarded: words('bidrag enligt avtalet', 'funding by the agreement'),
  funding_paid: words('utbetalt av kommunen', 'paid by the municipality'),
  cost_direct: words('direkt kostnad', 'direct cost'),
  cost_shared: words('fördelad gemensam kostnad', 'allocated shared cost'),
  cost: words('kostnad i allt', 'cost in all'),
  own_cash_agreed: words('egna pengar enligt avtalet', 'own cash by the agreement'),
  in_kind_agreed: words(
    'lokaler, material och annat enligt avtalet',
    'premises, material and other effort in kind by the agreement',
  ),
  own_contribution_agreed: words(
    'föreningens egen insats enligt avtalet, i allt',
    'own contribution by the agreement, in all',
  ),
  own_cash: words('föreningens egna pengar', 'own cash of the association'),
  in_kind: words(
    'lokaler, material och annat som inte är pengar',
    'premises, material and other effort in kind',
  ),
  volunteer_hours: words('ideella timmar', 'volunteer hours'),
  volunteer_value: words(
    'ideella timmar gånger avtalets timvärde',
    'volunteer hours valued by the agreement',
  ),
  own_contribution: words('föreningens egen insats i allt', 'own contribution in all'),
}

const KIND_WORDS: Words<typeof QUALITY_KINDS> = {
  delivery: words(
    'en leverans: rader i karantän av lästa rader',
    'a delivery: rows in quarantine out of rows read',
  ),
  coverage: words(
    'månader med leveranser av månader hittills',
    'months with deliveries out of months so far',
  ),
  fault: words('fel enligt en regel av lästa rader', 'faults by one rule out of rows read'),
  unknown: words('personer vars uppgift är okänd av alla', 'people of whom it is unknown out of all'),
  conflict: words('personer som källor säger olika om', 'people of whom sources say different things'),
}

const QUALITY_ITEM_WORDS: Readonly<Record<string, Sentence>> = {
  months: words('månader', 'months'),
  birth_year: words('födelseår', 'year of birth'),
  gender: words('kön', 'gender'),
  district: words('bostadsområde', 'district of residence'),
}

const TRUST_REASON_WORDS: Readonly<Record<string, Sentence>> = {
  share_identified: words('många besök är anonyma', 'many visits are anonymous'),
  share_unknown: words('utfallet är okänt för många', 'the outcome is unknown for many'),
  response_rate: words('få har svarat', 'few have answered'),
  deliveries_missing: words('leveranser saknas för perioden', 'deliveries are missing for the period'),
  quarantined_rows: words('många rader ligger i karantän', 'many rows are in quarantine'),
}

const NOTE_WORDS: Readonly<Record<string, Sentence>> = {
  correction_waits: words(
    'en liten ändring av ett redan visat tal väntar; raden står som den senast publicerades',
    'a small correction of a figure already shown waits; the row stands as it was last published',
  ),
}

const DIRECTION_WORDS: Words<['at_least', 'at_most']> = {
  at_least: words('minst målet', 'at least the target'),
  at_most: words('högst målet', 'at most the target'),
}

/** Table → column → code → what it means. */
export const CODE_WORDS: Readonly<
  Record<TableName, Readonly<Record<string, Readonly<Record<string, Sentence>>>>>
> = {
  results: {
    period_type: PERIOD_TYPE_WORDS,
    breakdown: BREAKDOWN_WORDS,
    basis: BASIS_WORDS,
    goal: GOAL_WORDS,
    trust: TRUST_WORDS,
    unit: UNIT_WORDS,
    status: STATUS_AND_SIGN_WORDS,
    note: NOTE_WORDS,
  },
  waterfalls: {
    period_type: PERIOD_TYPE_WORDS,
    role: WATERFALL_WORDS,
    reason: REASON_WORDS,
    status: STATUS_AND_SIGN_WORDS,
  },
  transitions: {
    period_type: PERIOD_TYPE_WORDS,
    domain: { occupation: words('sysselsättning', 'occupation') },
    stage: STAGE_WORDS,
    from_status: OCCUPATION_WORDS,
    to_status: OCCUPATION_WORDS,
    status: STATUS_AND_SIGN_WORDS,
  },
  curves: { period_type: PERIOD_TYPE_WORDS, cause: CAUSE_WORDS, status: STATUS_AND_SIGN_WORDS },
  goals: {
    period_type: PERIOD_TYPE_WORDS,
    direction: DIRECTION_WORDS,
    verdict: GOAL_WORDS,
    trust: TRUST_WORDS,
    trust_reasons: TRUST_REASON_WORDS,
    status: STATUS_AND_SIGN_WORDS,
  },
  quality: {
    kind: KIND_WORDS,
    item: QUALITY_ITEM_WORDS,
    verdict: VERDICT_WORDS,
    status: STATUS_AND_SIGN_WORDS,
  },
  corrections: {
    period_type: PERIOD_TYPE_WORDS,
    breakdown: BREAKDOWN_WORDS,
    basis: BASIS_WORDS,
    previous_status: STATUS_AND_SIGN_WORDS,
    new_status: STATUS_AND_SIGN_WORDS,
    cause: CORRECTION_WORDS,
    status: STATUS_AND_SIGN_WORDS,
  },
  costs: {
    period_type: PERIOD_TYPE_WORDS,
    item: ITEM_WORDS,
    unit: UNIT_WORDS,
    status: STATUS_AND_SIGN_WORDS,
  },
}
