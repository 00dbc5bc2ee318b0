declare namespace PDFKit.Mixins {
  interface StructureElementOptions {
    /** Which cells a header cell speaks of: ISO 32000-1, table 349. */
    scope?: 'Row' | 'Column' | 'Both'
  }
}
