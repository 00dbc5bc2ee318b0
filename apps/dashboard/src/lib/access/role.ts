/** What someone who is signed in may see: a reader publications, an analyst also drafts that are not released. */
export const ROLES = ['reader', 'analyst'] as const
export type Role = (typeof ROLES)[number]

interface RoleSettings {
  /** Where the provider states roles: a claim's name, or the way to it: `realm_access.roles`. */
  readonly claim: string
  /** What the provider calls each role. */
  readonly names: Readonly<Record<Role, string>>
}

/** The role that a provider's claims give, the one that sees most; undefined where they give none. */
export function roleIn(claims: unknown, { claim, names }: RoleSettings): Role | undefined {
  const held = new Set([valueAt(claims, claim)].flat())
  return ROLES.toReversed().find((role) => held.has(names[role]))
}

/** Some providers have claims with points in their names, others put one claim inside another. */
function valueAt(claims: unknown, path: string): unknown {
  const whole = propertyOf(claims, path)
  return whole === undefined ? path.split('.').reduce(propertyOf, claims) : whole
}

const propertyOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(name) : undefined
