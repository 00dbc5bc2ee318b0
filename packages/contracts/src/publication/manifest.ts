import { z } from 'zod'
import { Agreement } from '../agreement.ts'
import { Gender } from '../codes.ts'
import { DatasetName } from '../datasets.ts'
import { IndicatorHeader } from '../indicator.ts'
import { Verdict } from '../receipt.ts'
import { PERIOD_TYPES } from './tables.ts'

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** `manifest.json`: what the publication is, what it rests on, and every file in it. */
export const Manifest = z.object({
  id: z.string(),
  created: z.iso.datetime(),
  as_of: z.iso.date(),
  previous: z.string().nullable(),
  note: z.string().nullable(),
  program: z.string(),
  rule_set: z.string(),
  /** Of all that the figures are counted from: rows, agreements, definitions, day and program. */
  basis: Sha256.optional(),
  agreements: z.array(
    z.object({
      id: z.string(),
      /** Of agreement.yaml as it was understood; publications made before this was kept have none. */
      sha256: Sha256.optional(),
      periods: z.array(
        z.object({
          period_type: z.enum(PERIOD_TYPES),
          period: z.string(),
          start: z.iso.date(),
          end: z.iso.date(),
          complete: z.boolean(),
        }),
      ),
    }),
  ),
  deliveries: z.array(
    z.object({
      agreement: z.string(),
      source: z.string(),
      /** What its rows are; publications made before this was kept do not say. */
      dataset: DatasetName.optional(),
      sender: z.string(),
      file: z.string(),
      /** Of the file; left out with `rows`, since the digest of a few rows can be tried out. */
      sha256: Sha256.optional(),
      received: z.string(),
      /** Left out where they are about people and fewer than the agreement's threshold, but not none. */
      rows: z.int().optional(),
      verdict: Verdict,
      start: z.iso.date().nullable(),
      end: z.iso.date().nullable(),
    }),
  ),
  files: z.array(z.object({ path: z.string(), sha256: Sha256, bytes: z.int(), rows: z.int().nullable() })),
})
export type Manifest = z.infer<typeof Manifest>

/**
 * A public figure beside ours, of its own year and by its own definition. Public series lag, speak of a whole
 * municipality, and are never attributed to an agreement.
 */
export const ContextFigure = z.object({
  /** As the sender names it: `N02797` of Kolada. */
  series: z.string(),
  /** Who sent it. */
  sender: z.string(),
  municipality: z.string(),
  period: z.string(),
  gender: Gender.nullable(),
  value: z.number(),
})
export type ContextFigure = z.infer<typeof ContextFigure>

/** `agreements.json`: what the dashboard needs of each agreement.yaml; nothing of how files are read. */
export const PublishedAgreement = Agreement.omit({ sources: true, costs: true })
  .extend({ context: z.array(ContextFigure).default([]) })
  .strip()
export type PublishedAgreement = z.infer<typeof PublishedAgreement>
export const PublishedAgreements = z.array(PublishedAgreement)

/** `indicators.json`: every definition and version, in words and in SQL. */
export const PublishedIndicator = IndicatorHeader.extend({
  valid_from: z.record(z.string(), z.iso.date()),
  /** Agreement → what it decides of the figure → the value that holds, as in agreement.yaml. */
  parameters: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  sql: z.string(),
  /** The datasets that it is counted from, breakdowns included; not said before this was kept. */
  reads: z.array(DatasetName).optional(),
}).strip()
export type PublishedIndicator = z.infer<typeof PublishedIndicator>
export const PublishedIndicators = z.array(PublishedIndicator)
