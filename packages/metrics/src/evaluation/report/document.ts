/** A text with headings and tables, before anything is said of pages. */
export interface ReportDocument {
  readonly title: string
  readonly subtitle: string
  readonly sections: readonly Section[]
}

export interface Section {
  readonly heading: string
  readonly blocks: readonly Block[]
}

export type Block = Paragraph | Table

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  /** Heads what follows, one level below its section. */
  readonly heading?: boolean
}

/** The first cell of each row names the row, so every table has headers on two sides. */
export interface Table {
  readonly kind: 'table'
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly string[])[]
}

export interface TableColumn {
  readonly title: string
  /** Its part of the width beside the parts of the other columns. */
  readonly width: number
  /** A column of numbers is set to the right. */
  readonly numbers?: boolean
}

export const paragraph = (text: string): Paragraph => ({ kind: 'paragraph', text })
export const subheading = (text: string): Paragraph => ({ kind: 'paragraph', text, heading: true })
