/** What a SIE file says, read so far. Money is whole öre. */
export interface SieFile {
  /** `#FORMAT`, as the file declares it: PC8 as a rule, true or not. */
  declaredFormat: string
  /** `#SIETYP`; a file without it is type 1. */
  type: string
  currency: string
  /** `#GEN`: the day that the file was made, as `2025-03-01`; undefined where that is no day. */
  generated: string | undefined
  readonly fiscalYears: FiscalYear[]
  /** `#IB 0`, `#UB 0` and `#RES 0` by account. Balances of objects (`#OIB`, `#OUB`) are parts of these, and budgets are none. */
  readonly opening: Map<string, bigint>
  readonly closing: Map<string, bigint>
  readonly result: Map<string, bigint>
  /** `#PSALDO 0` and `#RES 0` of income and cost: all there is of the year in types 1–3. */
  readonly balances: SieBalance[]
  /** `#OMFATTN`: the day that balances run to, where that is not the end of the year. */
  through: string
  /** Σ `#TRANS` of the vouchers in fiscal year 0, by account. */
  readonly booked: Map<string, bigint>
  readonly vouchers: VoucherTally
  readonly checksum: Checksum
}

/** Year 0 is the one that the file is about, -1 the one before. Broken, shortened and prolonged years are real. */
export interface FiscalYear {
  readonly number: number
  readonly start: string
  readonly end: string
}

interface VoucherTally {
  count: number
  rows: number
  unbalanced: number
  outsideYear: number
  firstDay: string | undefined
  lastDay: string | undefined
}

/** `#KSUMMA`: where a file has none, `state` stays `none`. */
export interface Checksum {
  state: 'none' | 'open' | 'matches' | 'differs'
  sum: number
}

/** One `#VER` and its `#TRANS`. */
export interface SieVoucher {
  readonly line: number
  readonly series: string
  readonly number: string
  /** ISO where the file has a date, otherwise as written. */
  readonly date: string
  readonly text: string
  readonly rows: SieRow[]
}

export interface SieRow {
  readonly line: number
  readonly account: string
  /** Dimension and object; undefined when the list cannot be read. */
  readonly objects: readonly SieObject[] | undefined
  /** As written. */
  readonly amount: string
  /** Öre; undefined when the amount cannot be read. */
  readonly ore: bigint | undefined
  readonly date: string
  readonly text: string
}

/** What was booked on an account, and on objects where there are any, in a month or a year. */
export interface SieBalance {
  readonly line: number
  /** `202503`, empty for the year. */
  readonly period: string
  readonly account: string
  readonly objects: readonly SieObject[]
  /** As written. */
  readonly amount: string
}

export interface SieObject {
  readonly dimension: number
  readonly object: string
}

export function emptySieFile(): SieFile {
  return {
    declaredFormat: '',
    type: '1',
    currency: 'SEK',
    generated: undefined,
    fiscalYears: [],
    opening: new Map(),
    closing: new Map(),
    result: new Map(),
    balances: [],
    through: '',
    booked: new Map(),
    vouchers: {
      count: 0,
      rows: 0,
      unbalanced: 0,
      outsideYear: 0,
      firstDay: undefined,
      lastDay: undefined,
    },
    checksum: { state: 'none', sum: 0 },
  }
}
