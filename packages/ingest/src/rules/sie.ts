import type { Rule } from './rule.ts'

/** What can be wrong with a bookkeeping file. */
export const SIE_RULES: readonly Rule[] = []
