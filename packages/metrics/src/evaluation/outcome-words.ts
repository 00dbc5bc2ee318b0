import type {
  CORRECTION_CAUSES,
  CURVE_CAUSES,
  EXCLUSION_REASONS,
  Occupation,
  TRANSITION_STAGES,
  WATERFALL_ROLES,
} from '@utfall/contracts'
import { words } from './words.ts'
import type { Words } from './words.ts'

export const WATERFALL_WORDS: Words<typeof WATERFALL_ROLES> = {
  universe: words('alla som talet ser på', 'everyone whom the figure looks at'),
  excluded: words('räknas inte med', 'left out'),
  denominator: words('nämnare', 'denominator'),
  unknown: words('utfallet är okänt', 'the outcome is unknown'),
  numerator: words('täljare', 'numerator'),
  complement: words('i nämnaren men inte i täljaren', 'in the denominator but not in the numerator'),
}

export const REASON_WORDS: Words<typeof EXCLUSION_REASONS> = {
  work: words('slutade för arbete', 'left for work'),
  studies: words('slutade för studier', 'left for studies'),
  other_authority: words('lämnades över till en annan myndighet', 'handed over to another authority'),
  completed: words('uppdraget var slutfört', 'the assignment was completed'),
  dropped_out: words('avbröt', 'broke off'),
  moved: words('flyttade', 'moved'),
  deceased: words('avled', 'died'),
  other: words('slutade av annat skäl', 'left for another reason'),
  unknown: words('slutade av okänt skäl', 'left for an unknown reason'),
  other_occupation_at_start: words('annan sysselsättning vid starten', 'another occupation at the start'),
  occupation_at_start_unknown: words(
    'sysselsättningen vid starten är okänd',
    'the occupation at the start is unknown',
  ),
  no_start_answer: words('svarade inte vid starten', 'did not answer at the start'),
  outcome_unknown: words('utfallet är okänt', 'the outcome is unknown'),
  several_reasons: words('av något av flera skäl', 'for one of several reasons'),
}

export const STAGE_WORDS: Words<typeof TRANSITION_STAGES> = {
  exit: words('vid avslutet', 'at the exit'),
  followup_3: words('tre månader efter avslutet', 'three months after the exit'),
  followup_6: words('sex månader efter avslutet', 'six months after the exit'),
  followup_12: words('tolv månader efter avslutet', 'twelve months after the exit'),
}

export const OCCUPATION_WORDS: Words<(typeof Occupation)['options']> = {
  work: words('arbete', 'work'),
  studies: words('studier', 'studies'),
  work_and_studies: words('arbete och studier', 'work and studies'),
  internship: words('praktik', 'internship'),
  unemployed: words('arbetslös', 'unemployed'),
  neither: words('varken arbete eller studier', 'neither work nor studies'),
  leave: words('ledig, till exempel sjuk eller föräldraledig', 'on leave, such as sick or parental leave'),
  unknown: words('okänt', 'unknown'),
  declined: words('ville inte svara', 'declined to answer'),
}

export const CAUSE_WORDS: Words<typeof CURVE_CAUSES> = {
  work: words('arbete', 'work'),
  studies: words('studier', 'studies'),
}

export const CORRECTION_WORDS: Words<typeof CORRECTION_CAUSES> = {
  delivery: words('en leverans som har lästs in sedan dess', 'a delivery that was loaded since'),
  definition: words('en ny version av definitionen', 'a new version of the definition'),
  agreement: words('avtalets uppgifter har ändrats', 'the terms of the agreement were changed'),
  disclosure: words('skyddet av små tal', 'the protection of small numbers'),
  program: words('en ny version av programmet', 'a new version of the program'),
}
