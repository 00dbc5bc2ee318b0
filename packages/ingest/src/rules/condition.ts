/** When a row breaks a rule, as SQL over the row's values (fields by name) and texts (`text_x`). */
export interface Condition {
  readonly rule: string
  /** The field that the analyst should look at. */
  readonly field: string
  readonly when: string
}
