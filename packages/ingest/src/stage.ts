import type { InPlace } from './readers/reader.ts'

/** The rows of a file as a reader leaves them. */
export interface Stage {
  readonly table: string
  /** SQL for a row's line; of no use where the table is a view of the file. */
  readonly line: string
  readonly inPlace?: InPlace
  /** The tables that it is a view of, where it is one of tables. */
  readonly viewOf?: readonly string[]
  /** SQL for the line that is shown to people, of the one that tells rows apart; none given: the same. */
  readonly shownLine?: (line: string) => string
  /** Fields that the file has. */
  readonly columns: ReadonlySet<string>
  /** Field → the sender's own header. */
  readonly headers: Readonly<Record<string, string>>
}
