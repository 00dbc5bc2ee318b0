import { fileURLToPath } from 'node:url'

export * from './evaluation-package.ts'
export * from './publish.ts'
export * from './registry.ts'

/** The folder of the indicators that come with the program. */
export const INDICATORS_FOLDER = fileURLToPath(new URL('../indicators', import.meta.url))
