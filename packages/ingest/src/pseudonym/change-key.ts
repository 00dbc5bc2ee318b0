import { identifier, queryRow, tablesOfPeople, transaction } from '@utfall/warehouse'
import type { Home, Warehouse } from '@utfall/warehouse'
import { z } from 'zod'
import { definePseudonyms, parametersOf } from './identity.ts'
import { finishChange, layNextKey } from './key-file.ts'
import { keptKey, newKey, padsOf, pseudonymKey, rememberKey } from './key.ts'

/** How many people were given another pseudonym, and how many keys the chain has now. */
export interface KeyChange {
  readonly people: number
  readonly keys: number
}

/**
 * Gives everyone in the warehouse a new pseudonym: that which a new key makes of the old one. Identities are nowhere
 * to make them anew from, so later deliveries go through the old keys too, and these are kept. Killed at any instant,
 * it leaves the old key with the old pseudonyms, or the new with the new. Throws `ExpectedFault` when the key is lost.
 */
export async function changePseudonymKey(warehouse: Warehouse, home: Home): Promise<KeyChange> {
  const { connection } = warehouse
  await pseudonymKey(warehouse, home, false)
  const old = await keptKey(warehouse, home)
  if (old === null) throw new Error('The warehouse knows no key, though it was asked for one')
  const link = newKey()
  const chain = Buffer.concat([old, link])
  layNextKey(home.key, chain)
  const people = await transaction(connection, async () => {
    await definePseudonyms(connection)
    const changed = await changePseudonyms(warehouse, link)
    await rememberKey(warehouse, chain)
    return changed
  })
  finishChange(home.key, () => true)
  return { people, keys: chain.length / link.length }
}

/** How many keys the chain of this home has. Throws `ExpectedFault` when it is not the one that the warehouse knows. */
export async function pseudonymKeyStanding(
  warehouse: Warehouse,
  home: Home,
): Promise<Pick<KeyChange, 'keys'>> {
  return { keys: (await pseudonymKey(warehouse, home, true)).length }
}

async function changePseudonyms({ connection }: Warehouse, link: Buffer): Promise<number> {
  const tables = (await tablesOfPeople(connection)).map((table) => identifier(table))
  await connection.run(
    `create or replace temp table next_person as
     select person, next_pseudonym($inner, $outer, person) as next
     from (${tables.map((table) => `select person from ${table}`).join(' union ')}) where person is not null`,
    parametersOf(padsOf(link)),
  )
  for (const table of tables) {
    await connection.run(
      `update ${table} set person = next from next_person where ${table}.person = next_person.person`,
    )
  }
  await connection.run(FORGET_FINGERPRINTS)
  const { people } = await queryRow(
    connection,
    z.object({ people: z.int() }),
    'select count(*)::integer as people from next_person',
  )
  await connection.run('drop table next_person')
  return people
}

/**
 * What was reckoned from old pseudonyms tells of them. A row in quarantine then waits for its file or period to be
 * delivered again, and the next publication keeps its sets of people anew.
 */
const FORGET_FINGERPRINTS = `
  update quarantine set key_hash = null;
  update people_set set fingerprint = md5_number(uuid()::varchar);
  update membership set fingerprint = md5_number(uuid()::varchar)`
