import { changePseudonymKey, pseudonymKeyStanding } from '@utfall/ingest'
import { logAct, rewriteWarehouse } from '@utfall/warehouse'
import { z } from 'zod'
import { defineCommand } from '../command.ts'
import type { Context, Outcome } from '../command.ts'
import { unknownWord } from '../messages/faults.ts'
import { KEY } from '../messages/key.ts'
import { inExistingWarehouse } from '../warehouse.ts'

export const key = defineCommand({
  name: 'key',
  summary: { sv: 'visar eller byter pseudonymnyckeln', en: 'show or change the pseudonym key' },
  description: {
    sv: 'Säger om pseudonymnyckeln är den som lagret är fyllt med. Med ordet change byts den: alla pseudonymer räknas om, lagret skrivs om så att de gamla inte finns kvar, och bytet loggas. Ta en ny säkerhetskopia av nyckelfilen efteråt. Publicerade tal ändras inte.',
    en: 'Tells whether the pseudonym key is the one that the warehouse was filled with. With the word change it is changed: all pseudonyms are reckoned anew, the warehouse is written anew so that the old ones are gone, and the change is logged. Take a new backup of the key file afterwards. Published figures do not change.',
  },
  word: {
    name: { sv: 'change', en: 'change' },
    words: { sv: 'byter nyckeln', en: 'change the key' },
  },
  flags: [{ flags: '--note <text>', words: { sv: 'varför, för loggen', en: 'why, for the log' } }],
  options: z.object({ note: z.string().min(1).optional() }),
  run: (context, { note }, [word]) => {
    if (word === 'change') return change(context, note)
    if (word !== undefined) throw unknownWord(word, 'change')
    return show(context)
  },
})

async function show({ home }: Context): Promise<Outcome> {
  const standing = await inExistingWarehouse(home, (warehouse) => pseudonymKeyStanding(warehouse, home))
  return {
    document: { file: home.key, ...standing },
    status: 0,
    page: (page) => page.line(page.say(KEY.stands(home.key, standing.keys))),
  }
}

async function change({ home, now }: Context, note: string | undefined): Promise<Outcome> {
  const changed = await inExistingWarehouse(home, (warehouse) => changePseudonymKey(warehouse, home))
  await rewriteWarehouse(home)
  logAct(home, { what: 'key_change', when: now, why: note, details: { ...changed } })
  return {
    document: changed,
    status: 0,
    page: (page) => page.line(page.say(KEY.changed(home.key, page.number(changed.people)))),
  }
}
