import { INDICATORS_FOLDER, readRegistry } from '@utfall/metrics'

/** The folders whose indicators are counted. */
export const INDICATOR_FOLDERS = [INDICATORS_FOLDER]

/** Ids of all indicators that are counted. */
export function knownIndicators(): string[] {
  return readRegistry(INDICATOR_FOLDERS).indicators.map(({ header }) => header.id)
}
