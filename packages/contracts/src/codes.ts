import { z } from 'zod'

/** Code lists of the datasets, as `docs/reference/datasets.md` documents them. */
export const Gender = z.enum(['woman', 'man', 'other', 'unknown'])
export const AttendanceMark = z.enum(['present', 'excused', 'absent'])
export const Role = z.enum(['participant', 'leader', 'volunteer'])
export const Occupation = z.enum([
  'work',
  'studies',
  'work_and_studies',
  'internship',
  'unemployed',
  'neither',
  'leave',
  'unknown',
  'declined',
])

/** The domains of `statuses` that indicators of Utfall read, and housing. A sender may have others. */
export const StatusDomain = z.enum(['occupation', 'association_life', 'culture_leisure', 'housing'])
/** The status of a person in `association_life` and in `culture_leisure`. */
export const Participation = z.enum(['active', 'inactive', 'unknown', 'declined'])

/** Exit results of SKR/RKA: work A, studies B, other_authority C, completed D, the rest E. */
export const EndReason = z.enum([
  'work',
  'studies',
  'other_authority',
  'completed',
  'dropped_out',
  'moved',
  'deceased',
  'other',
  'unknown',
])
export const StatusStage = z.enum(['start', 'update', 'exit', 'followup_3', 'followup_6', 'followup_12'])
export const StatusSource = z.enum(['self', 'staff', 'register'])
export const SurveyStage = z.enum(['start', 'end', 'followup'])
export const FundingKind = z.enum(['payment', 'own_cash', 'in_kind', 'volunteer_hours'])

export const ActivityKind = z.enum([
  'open_meeting_place',
  'course',
  'leisure',
  'guidance',
  'day_centre',
  'other',
])
export const Identification = z.enum(['identified', 'mixed', 'anonymous'])
export const CountingRule = z.enum(['every_visit', 'once_per_day', 'forenoon_afternoon', 'lok'])
export const PartOfYear = z.enum(['tertial', 'quarter', 'half'])
export const Replaces = z.enum(['rows', 'period', 'everything'])
export const AllocationBasis = z.enum(['hours', 'attendances', 'sessions', 'fixed'])
