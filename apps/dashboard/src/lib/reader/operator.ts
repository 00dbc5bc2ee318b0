/** Who answers for this installation and how they are reached, as the one who set it up has stated. */
export interface Operator {
  readonly name: string | undefined
  readonly contact: string | undefined
  /** Where the site is, as `https://utfall.kommun.se`; a request's own word for it is not trusted. */
  readonly origin: string | undefined
}

/** Read anew for each page, so that nobody must build the program again to say who they are. */
export const operator = ({ env } = process): Operator => ({
  name: env.UTFALL_OPERATOR?.trim() || undefined,
  contact: env.UTFALL_CONTACT?.trim() || undefined,
  origin: env.ORIGIN?.trim() || undefined,
})
