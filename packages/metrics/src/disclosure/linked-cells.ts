/** How many people, visits or hours there are over some columns: one equation of the attacker's, once it is shown. */
export interface Count {
  readonly key: string
  /** Positions of the columns that it is the sum of. */
  readonly columns: readonly number[]
  readonly value: number
  /** Whether it must not be told closer than `width`: it must be possible as two whole numbers so far apart. */
  readonly sensitive: boolean
  readonly width: number
  /**
   * Positions of the items that tell it to be one at least while they are hidden: zero is shown as zero, unless
   * all of a cube is hidden.
   */
  readonly floors: readonly number[]
}

/** What is shown or withheld as one: a published row with all the counts that it gives away. */
export interface Item {
  readonly key: string
  /** Positions of its counts. */
  readonly counts: readonly number[]
  /** The breakdown of one figure in one period that it belongs to; null where it stands alone, as a total does. */
  readonly cube: string | null
  /** Whether its cube says something of outcomes: then it is withheld whole where more than a quarter of it is hidden. */
  readonly isOutcome: boolean
  /** What is lost when it is hidden; the cheapest goes first. */
  readonly cost: number
  /**
   * `must_hide` is small itself or was hidden before; `zero` is hidden with all of its cube only; `must_show` is
   * settled; `released` was shown by an earlier publication, and so is known whatever this one does.
   */
  readonly rule: 'free' | 'must_hide' | 'zero' | 'must_show' | 'released'
}

/** Everything that hangs together: what is shown of one part can tell of another. */
export interface LinkedCells {
  /**
   * The true number in each column: of people with one pattern of membership, or of events in one cell. Zero where
   * nobody has what somebody might.
   */
  readonly columns: readonly number[]
  readonly counts: readonly Count[]
  readonly items: readonly Item[]
}

/** What is known of a count: shown as it is, or no more than that it is at least so much. */
export type Known = 'as_it_is' | 0 | 1

/** A table that agrees with everything that is shown: a number for each column. */
export type Table = Float64Array

export function valueIn(table: Table, { columns }: Pick<Count, 'columns'>): number {
  let sum = 0
  for (const column of columns) sum += table[column] ?? 0
  return sum
}
