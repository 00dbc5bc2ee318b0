import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import { readRegistry } from '../registry.ts'
import type { Registry, RegistryFault } from '../registry.ts'
import { parseFault } from './statement.ts'

/** All indicators, or the first fault among them: a figure must not vanish because its file is wrong. */
export async function soundRegistry(
  connection: DuckDBConnection,
  folders: readonly string[],
): Promise<Registry> {
  const registry = readRegistry(folders)
  const [fault] = registry.faults
  if (fault !== undefined) throw refused(fault)
  for (const indicator of registry.indicators) {
    const wrong = await parseFault(connection, indicator)
    if (wrong !== undefined) throw refused(wrong)
  }
  return registry
}

function refused({ path, line, sentence }: RegistryFault): ExpectedFault {
  return new ExpectedFault(
    'indicator_file',
    { sv: `${path}, rad ${line}: ${sentence.sv}`, en: `${path}, line ${line}: ${sentence.en}` },
    EXIT_STATUS.wrongUse,
  )
}
