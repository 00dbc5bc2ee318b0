/** The header row of a file, as far as it can be read, and what is needed to read the rest. */
export interface Heading {
  readonly separator: string
  readonly headers: readonly string[]
  /** Its line, from 1. */
  readonly line: number
}
