import { createHash } from 'node:crypto'
import type { Rule } from './rule.ts'
import { DAK_RULES } from './dak.ts'
import { FILE_RULES } from './file.ts'
import { FORMAT_RULES } from './formats.ts'
import { PERSON_RULES } from './person.ts'
import { SIE_RULES } from './sie.ts'
import { VALUE_RULES } from './value.ts'
import { WHOLE_RULES } from './whole.ts'
import { XLSX_RULES } from './xlsx.ts'

/** Every rule that a delivery is checked by. A new rule is one more entry in one of these lists. */
export const RULES: readonly Rule[] = [
  ...FILE_RULES,
  ...VALUE_RULES,
  ...PERSON_RULES,
  ...WHOLE_RULES,
  ...SIE_RULES,
  ...DAK_RULES,
  ...XLSX_RULES,
  ...FORMAT_RULES,
]

/** Names the rules as they stand: changes when any word of any rule does. */
export const RULE_SET = createHash('sha256').update(JSON.stringify(RULES)).digest('hex').slice(0, 12)

const byId = new Map(RULES.map((rule) => [rule.id, rule]))

/** The rule with an id. An id that no rule has is a bug. */
export function ruleOf(id: string): Rule {
  const rule = byId.get(id)
  if (rule === undefined) throw new Error(`No rule has the id ${id}`)
  return rule
}
