import type { z } from 'zod'
import type {
  Agreement,
  AttendanceMark,
  EndReason,
  FundingKind,
  Gender,
  Occupation,
  Role,
  StatusStage,
  SurveyStage,
} from '@utfall/contracts'
import type { Day } from './days.ts'

/** What truly happened under an agreement: the world that the deliveries tell of and the truth is counted from. */
export interface Facts {
  readonly agreement: Agreement
  /** By identity: twelve digits, or the sender's own id. */
  readonly people: ReadonlyMap<string, PersonFact>
  readonly attendance: readonly AttendanceFact[]
  readonly headcount: readonly HeadcountFact[]
  readonly engagements: readonly EngagementFact[]
  readonly statuses: readonly StatusFact[]
  readonly memberships: readonly MembershipFact[]
  /** The spans that delivered membership registers are for. */
  readonly registers: readonly Span[]
  readonly surveys: readonly SurveyFact[]
  readonly funding: readonly FundingFact[]
  readonly costs: readonly CostFact[]
}

export interface Span {
  readonly start: Day
  readonly end: Day
}

export interface PersonFact {
  /** What the identity number tells from the first day; null for a sender's own id. */
  readonly number: { readonly birthYear: number; readonly gender: 'woman' | 'man' } | null
  /** What the participants' register says, oldest first. */
  readonly registered: readonly RegisteredFact[]
}

export interface RegisteredFact {
  readonly from: Day
  readonly birthYear: number | null
  readonly gender: z.infer<typeof Gender>
  readonly district: string | null
}

export interface AttendanceFact {
  readonly date: Day
  readonly activity: string
  /** Null where only a birth date was written: that identifies nobody. */
  readonly person: string | null
  readonly birthDate?: Day
  readonly session: string
  /** `17:00`; empty where only the minutes are known. */
  readonly start: string
  readonly end: string
  readonly minutes: number
  readonly mark: z.infer<typeof AttendanceMark>
  readonly role: z.infer<typeof Role>
}

export interface HeadcountFact {
  readonly date: Day
  readonly activity: string
  readonly count: number
  readonly start: string
  readonly end: string
  readonly minutes: number
  readonly gender: z.infer<typeof Gender> | null
}

export interface EngagementFact {
  readonly person: string
  readonly start: Day
  /** Null: in the agreement as a whole. */
  readonly activity: string | null
  readonly end: Day | null
  readonly reason: z.infer<typeof EndReason> | null
  readonly referral: string
  readonly occupation: z.infer<typeof Occupation>
}

export interface StatusFact {
  readonly person: string
  readonly date: Day
  readonly domain: 'occupation' | 'association_life' | 'culture_leisure' | 'housing'
  readonly value: string
  readonly stage: z.infer<typeof StatusStage>
}

export interface MembershipFact {
  readonly person: string
  readonly association: string
  readonly start: Day
  readonly end: Day | null
}

export interface SurveyFact {
  readonly person: string
  readonly date: Day
  readonly stage: z.infer<typeof SurveyStage>
  /** The ten answers, null where one was left out; empty where only the sum was written. */
  readonly items: readonly (number | null)[]
  /** Null where an answer is missing. */
  readonly total: number | null
}

export interface FundingFact {
  readonly date: Day
  /** Öre, or hundredths of an hour. */
  readonly hundredths: number
  readonly kind: z.infer<typeof FundingKind>
  readonly note: string
}

/** A bookkeeping row on an income or cost account. */
export interface CostFact {
  readonly date: Day
  readonly account: string
  /** Project, dimension 6. */
  readonly object: string | null
  /** Öre; debit is positive. */
  readonly amount: number
}
