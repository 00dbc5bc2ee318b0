import { fileURLToPath } from 'node:url'

export * from './evaluation-package.ts'
export { BASIS_WORDS, STATUS_WORDS, UNIT_WORDS } from './evaluation/code-words.ts'
export { REASON_WORDS, WATERFALL_WORDS } from './evaluation/outcome-words.ts'
export type { Objection } from './disclosure/objection.ts'
export * from './explain.ts'
export { checkIndicators } from './own-indicators/check.ts'
export type { IndicatorCheck } from './own-indicators/check.ts'
export * from './publish.ts'
export * from './registry.ts'
export type { ExplainRequest, Where } from './explain/request.ts'
export type { Member, Step } from './explain/steps.ts'

/** The folder of the indicators that come with the program. */
export const INDICATORS_FOLDER = fileURLToPath(new URL('../indicators', import.meta.url))
