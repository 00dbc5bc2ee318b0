import { z } from 'zod'

/** The languages that every sentence for people is written in. Swedish comes first. */
export const Language = z.enum(['sv', 'en'])
export type Language = z.infer<typeof Language>

/** One sentence for people, in both languages. */
export const Sentence = z.strictObject({ sv: z.string().min(1), en: z.string().min(1) })
export type Sentence = z.infer<typeof Sentence>
