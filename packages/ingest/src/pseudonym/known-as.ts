import type { Agreement } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'
import type { Home, Warehouse } from '@utfall/warehouse'
import { queryRows } from '@utfall/warehouse'
import { z } from 'zod'
import { definePseudonyms, identify } from './identity.ts'
import { pseudonymKey } from './key.ts'
import type { KeyChain } from './key.ts'

const MACROS = sqlBeside(import.meta.url, '../sql/macros.sql')

export interface Search {
  readonly warehouse: Warehouse
  readonly home: Home
  readonly agreements: readonly Agreement[]
  /** As a sender would write it: an identity number, or the sender's own id. */
  readonly participant: string
  readonly now: Date
}

/**
 * The pseudonyms that someone has in the agreements: one for each municipality, or for each sender where the id is
 * its own, and those that they had before the key was changed, for backups. Nothing is written. Empty for what identifies nobody, such as a birth date.
 */
export async function pseudonymsOf({
  warehouse,
  home,
  agreements,
  participant,
  now,
}: Search): Promise<string[]> {
  const { connection } = warehouse
  const key = await pseudonymKey(warehouse, home, true)
  await runScript(connection, MACROS)
  await definePseudonyms(connection)
  await connection.run(
    'create or replace temp table asked_for as select $participant::varchar as participant, 1 as line',
    {
      participant,
    },
  )
  const found = new Set<string>()
  for (const agreement of agreements) {
    for (const source of agreement.sources) {
      const today = now.toISOString().slice(0, 10)
      for (const chain of chainsOf(key)) {
        await identify({ connection, key: chain, agreement, source, today }, 'from asked_for')
        const persons = await queryRows(
          connection,
          z.object({ person: z.string() }),
          'select person from identity where person is not null',
        )
        for (const { person } of persons) found.add(person)
      }
    }
  }
  await connection.run('drop table asked_for')
  await connection.run('drop table if exists identity')
  return [...found]
}

/** The chain as it was at first, after its first change, and so on until now. */
const chainsOf = ([first, ...later]: KeyChain): KeyChain[] =>
  [first, ...later].map((_, at) => [first, ...later.slice(0, at)])
