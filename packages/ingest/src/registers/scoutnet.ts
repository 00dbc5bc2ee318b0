import { z } from 'zod'
import { genderOf, isWholeNumber } from './member.ts'
import type { Member } from './member.ts'

const Value = z.union([z.string(), z.number()])

/** What is known of a member in one respect; some answers give the bare value. */
const Cell = z.union([
  z.object({ value: Value.nullish(), raw_value: Value.nullish() }),
  Value.transform((value) => ({ value, raw_value: value })),
  z.null().transform(() => ({ value: null, raw_value: null })),
])
type Cell = z.infer<typeof Cell>

/** Of a member's many cells only these are taken from the file. */
const Details = z.object({
  member_no: Cell.optional(),
  first_name: Cell.optional(),
  last_name: Cell.optional(),
  ssno: Cell.optional(),
  date_of_birth: Cell.optional(),
  sex: Cell.optional(),
  confirmed_at: Cell.optional(),
  group: Cell.optional(),
})

/** An answer of another kind has other keys below `data`. */
const Entry = Details.refine((entry) => Object.keys(entry).length > 0)

/** The answer of `api/group/memberlist`: members by their number, or in a list. Without members it is an empty list. */
export const ScoutnetMembers = z.object({ data: z.union([z.record(z.string(), Entry), z.array(Entry)]) })
type ScoutnetMembers = z.infer<typeof ScoutnetMembers>

/** A member for each number, in the order of the file; the line is the place there, from 1. */
export function* scoutnetMembers({ data }: ScoutnetMembers, sender: string): Generator<Member> {
  const listed = Array.isArray(data)
  for (const [index, [key, entry]] of Object.entries<z.infer<typeof Entry>>(data).entries()) {
    const number = textOf(entry.member_no) || (listed ? '' : key)
    const born = textOf(entry.date_of_birth)
    const identity = identityOf(textOf(entry.ssno), born)
    yield {
      line: index + 1,
      participant: identity ?? (number || born),
      name: `${textOf(entry.first_name)} ${textOf(entry.last_name)}`,
      birthDate: identity === undefined ? born : '',
      gender: SEXES[String(entry.sex?.raw_value ?? '')] ?? genderOf(textOf(entry.sex)),
      association: textOf(entry.group) || sender,
      start: textOf(entry.confirmed_at).slice(0, 10),
      end: '',
    }
  }
}

const SEXES: Readonly<Record<string, string>> = { '1': 'man', '2': 'woman', '3': 'other' }

/** A whole number, or the last four signs of one beside the birth date. */
function identityOf(ssno: string, born: string): string | undefined {
  const whole = /^[a-z\d]{4}$/i.test(ssno) && born !== '' ? `${born.replaceAll('-', '')}-${ssno}` : ssno
  return isWholeNumber(whole) ? whole : undefined
}

/** A cell without anything is written `-`. */
function textOf(cell: Cell | undefined): string {
  const text = String(cell?.value ?? '').trim()
  return text === '-' ? '' : text
}
