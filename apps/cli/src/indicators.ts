import { existsSync } from 'node:fs'
import { basename, join } from 'node:path'
import { INDICATORS_FOLDER, readRegistry } from '@utfall/metrics'

/** The folders whose indicators are counted: the program's own, and the analyst's where there is one. */
export function indicatorFolders(data: string): string[] {
  const own = join(data, 'indicators')
  return existsSync(own) ? [INDICATORS_FOLDER, own] : [INDICATORS_FOLDER]
}

/** Ids of the analyst's own indicators that can be read. */
export function ownIndicators(data: string): string[] {
  const [, ...own] = indicatorFolders(data)
  return [...new Set(readRegistry(own).indicators.map(({ header }) => header.id))]
}

/** Ids of all indicators, those whose file is wrong included: of them another fault tells more. */
export function knownIndicators(data: string): string[] {
  const { indicators, faults } = readRegistry(indicatorFolders(data))
  const ids = indicators.map(({ header }) => header.id)
  return [...new Set([...ids, ...faults.map(({ path }) => basename(path, '.sql').replace(/@.*/, ''))])]
}
