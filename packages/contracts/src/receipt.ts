import { z } from 'zod'
import { Replaces } from './codes.ts'
import { DatasetName } from './datasets.ts'
import { Sentence } from './sentence.ts'

/** `stop`: the file is not loaded. `error`: the row is quarantined. `check`: loaded, pointed out. */
export const Severity = z.enum(['stop', 'error', 'check'])
export type Severity = z.infer<typeof Severity>

export const Verdict = z.enum(['approved', 'approved_with_remarks', 'paused', 'rejected'])
export type Verdict = z.infer<typeof Verdict>

export const VERDICT_WORDS: Readonly<Record<Verdict, Sentence>> = {
  approved: { sv: 'godkänd', en: 'approved' },
  approved_with_remarks: { sv: 'godkänd med anmärkningar', en: 'approved with remarks' },
  paused: { sv: 'pausad', en: 'paused' },
  rejected: { sv: 'avvisad', en: 'rejected' },
}

const count = z.int().min(0)

/** `read = new + changed + unchanged + duplicate + quarantined`, always. `removed` stands beside. */
export const RowSum = z.object({
  read: count,
  new: count,
  changed: count,
  unchanged: count,
  duplicate: count,
  quarantined: count,
  removed: count,
})
export type RowSum = z.infer<typeof RowSum>

/** One row of a delivery as an example of a fault; values that look like identity numbers are masked. */
export const FaultExample = z.object({
  /** Line in the file, counted from 1 with the header as line 1. */
  line: z.int().nullable(),
  /** The column at fault, by the sender's own header. */
  column: z.string().nullable(),
  cells: z.record(z.string(), z.string().nullable()),
})
export type FaultExample = z.infer<typeof FaultExample>

/** All faults by one rule in one delivery. */
export const FaultGroup = z.object({
  rule: z.string(),
  severity: Severity,
  count,
  sentence: Sentence,
  why: Sentence,
  mend: Sentence,
  examples: z.array(FaultExample).max(3),
})
export type FaultGroup = z.infer<typeof FaultGroup>

/** A headline figure before and after the delivery. */
export const Effect = z.object({
  what: z.string(),
  period: z.string(),
  before: z.number(),
  after: z.number(),
  sentence: Sentence,
})
export type Effect = z.infer<typeof Effect>

/** One check of a bookkeeping file against itself, or a count that a format recommends. */
export const FormatNote = z.object({
  id: z.string(),
  ok: z.boolean().nullable(),
  sentence: Sentence,
})
export type FormatNote = z.infer<typeof FormatNote>

/** Whom the file names, each once, by what names them. */
export const Identities = z.object({
  personal: count,
  coordination: count,
  interim: count,
  /** Personal and coordination numbers whose check digit is wrong: in no count above. */
  wrong_check_digit: count,
  own_id: count,
  /** Only a birth date: identifies nobody. */
  birth_date: count,
  destroyed: count,
})
export type Identities = z.infer<typeof Identities>

/** What the sender and the analyst get back for one delivery. */
export const Receipt = z.object({
  agreement: z.string(),
  source: z.string().nullable(),
  sender: z.string().nullable(),
  dataset: DatasetName.nullable(),
  file: z.string(),
  sha256: z.string(),
  bytes: count,
  /** As recognised from content, with its variant: `csv utf-8 ;`, `sie 4E cp437`. */
  format: z.string(),
  received: z.string(),
  scope: z
    .object({ replaces: Replaces, start: z.iso.date().nullable(), end: z.iso.date().nullable() })
    .nullable(),
  rule_set: z.string(),
  verdict: Verdict,
  /** Whether the very same file was loaded before, and hence nothing was done. */
  already_loaded: z.boolean(),
  /** Whether it was only a check: nothing was written. */
  dry_run: z.boolean(),
  rows: RowSum,
  /** Where the file names participants. */
  identities: Identities.optional(),
  effects: z.array(Effect),
  notes: z.array(FormatNote),
  faults: z.array(FaultGroup),
  /** Rules whose faults the last receipt of the same source had and this one has not, and so on. */
  since_last: z.object({
    fixed: z.array(z.string()),
    new: z.array(z.string()),
    remaining: z.array(z.string()),
  }),
})
export type Receipt = z.infer<typeof Receipt>
