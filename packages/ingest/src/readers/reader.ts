import type { DuckDBConnection } from '@duckdb/node-api'
import type { Agreement, AgreementSource, DatasetName, FormatNote } from '@utfall/contracts'
import type { Hide } from '../pseudonym/hide.ts'
import type { Period } from '../period-in-name.ts'
import type { SessionsTold } from '../sessions.ts'
import type { TextForm } from './encoding.ts'

/** A fault that a reader found, before any rule on values: by its rule id in the catalogue, and its place. */
export interface ReadingFault {
  readonly rule: string
  /** Line in the file, from 1; null where the whole file is at fault. */
  readonly line: number | null
  /** The field that the analyst should look at. */
  readonly field?: string
  /** What the sentence of the rule needs to be concrete; never a value that could be an identity number. */
  readonly detail?: string
}

/** What is known of a file once its bytes have been looked through. */
export interface FileContent {
  /** The file's first 64 KiB at most. */
  readonly head: Buffer
  readonly form: TextForm
}

export interface ReadingRequest {
  readonly connection: DuckDBConnection
  /** Absolute path of a file that does not change while it is read. */
  readonly file: string
  readonly content: FileContent
  readonly agreement: Agreement
  readonly source: AgreementSource
  /** For what only the format knows: texts in fields of the dataset are hidden when they are typed. */
  readonly hide: Hide
  /** Name of the temporary table to create. */
  readonly table: string
}

/**
 * A file that DuckDB reads as often as it is asked, always in the same order, so that what it says need not be kept.
 * The view tells of each row whether it is one at all: `is_blank`, and whether its cells are too few or too many: `misfits`.
 */
export interface InPlace {
  /** SQL for the line of a row, of SQL for its place among the rows, from 0. */
  readonly lineAt: (place: string) => string
  /**
   * Reads the file by other means. For when reading the view ends in a CSV Error, since the engine makes something else
   * of the file than was meant, or when nothing is written in any row.
   */
  readonly otherwise: () => Promise<Reading>
}

/**
 * What a reader leaves: a temporary table with `line bigint` and a `varchar` column for each field of the
 * dataset that the file has, values as they were written, plus what only this format knows (a voucher).
 */
export interface Reading {
  readonly dataset: DatasetName
  /** SQL for the line of a row, where the table has no column `line`: a count from `rowid` costs nothing to keep. */
  readonly line?: string
  /** Where the table is a view of the file itself, which is read again whenever rows of it are asked for. */
  readonly inPlace?: InPlace
  /** Where the table is a view, and still has a column `line`: the tables behind it, which go with it. */
  readonly viewOf?: readonly string[]
  /** Where several rows stand on one line of the file: SQL for that line, of the `line` that tells them apart. */
  readonly shownLine?: (line: string) => string
  /** The format with its variant: `csv utf-8 ;`, `sie 4E cp437`. */
  readonly format: string
  /** Null where they are counted as they are read in place. */
  readonly rows: number | null
  /** The day that the file itself says it was made, `2025-03-01`. */
  readonly exported?: string
  /** The fiscal year that the file says it is about. */
  readonly fiscalYear?: Period
  /** Field → the sender's own header. */
  readonly headers: Readonly<Record<string, string>>
  readonly notes: readonly FormatNote[]
  /** Where the format speaks of sessions one by one. */
  readonly sessions?: SessionsTold
  /** Any fault whose rule has severity `stop` means that nothing is loaded. */
  readonly faults: readonly ReadingFault[]
}

/** One format: recognised by what is in the file, not by its name. A new format is one more file here. */
export interface Reader {
  readonly format: string
  /** What a file of the format can hold, where headers do not tell; of several, the source says which. */
  readonly datasets?: readonly DatasetName[]
  /** `head`: the file's first 64 KiB at most. */
  readonly recognises: (head: Uint8Array) => boolean
  readonly read: (request: ReadingRequest) => Promise<Reading>
  /** Why the file cannot be read whatever source it belongs to, and what it is instead; null where it may be. */
  readonly unfit?: (
    request: Pick<ReadingRequest, 'connection' | 'file' | 'content'>,
  ) => Promise<ReadingFault | null>
  /** The names of its columns, where the format has no header row; none where the file is damaged. */
  readonly columnsIn?: (request: Pick<ReadingRequest, 'connection' | 'file'>) => Promise<readonly string[]>
}
