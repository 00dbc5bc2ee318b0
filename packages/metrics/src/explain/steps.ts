import type { IndicatorKind, WATERFALL_ROLES } from '@utfall/contracts'

/** People who have the same role in a figure, and the same reason for it. */
export interface Part {
  readonly role: string
  readonly reason: string | null
  readonly people: number
}

/** One step of the way from everyone whom a figure looks at to those it counts. */
export interface Step {
  readonly role: (typeof WATERFALL_ROLES)[number]
  readonly reason: string
  readonly count: number
}

/**
 * The steps of the published waterfalls, for any part of a figure: universe less all excluded is the denominator (of
 * a count, the numerator); numerator, complement and unknown are the denominator. A mean ends in its denominator.
 */
export function stepsOf(parts: readonly Part[], kind: IndicatorKind): Step[] {
  const counted = parts.filter(({ role }) => role !== 'behind')
  const excluded = counted.filter(({ role }) => OUTSIDE.has(role))
  const sum = (...roles: readonly string[]) => total(counted.filter(({ role }) => roles.includes(role)))
  const step = (role: Step['role'], count: number, reason = ''): Step => ({ role, reason, count })
  const reasons = [...new Set(excluded.map(reasonOf))].toSorted()
  const way = [
    step('universe', total(counted)),
    ...reasons.map((reason) =>
      step('excluded', total(excluded.filter((part) => reasonOf(part) === reason)), reason),
    ),
  ]
  const numerator = step('numerator', sum('numerator'))
  if (kind === 'count') return [...way, numerator]
  const denominator = step('denominator', sum('numerator', 'denominator', 'unknown'))
  if (kind !== 'share') return [...way, denominator]
  const unknown = sum('unknown')
  return [
    ...way,
    denominator,
    ...(unknown > 0 ? [step('unknown', unknown)] : []),
    numerator,
    step('complement', sum('denominator')),
  ]
}

const OUTSIDE = new Set(['excluded', 'unknown_outside'])

/** Whose outcome is unknown and outside the denominator is left out for that. */
export function reasonOf({ role, reason }: Pick<Part, 'role' | 'reason'>): string {
  return reason ?? (role === 'unknown_outside' ? 'outcome_unknown' : '')
}

/** What a person is in the figure, as the steps name it. */
export function roleOf(role: string): string {
  return OUTSIDE.has(role) ? 'excluded' : role === 'denominator' ? 'complement' : role
}

const total = (parts: readonly Part[]) => parts.reduce((sum, { people }) => sum + people, 0)
