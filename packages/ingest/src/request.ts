import type { Agreement, Receipt } from '@utfall/contracts'
import type { Home, Warehouse } from '@utfall/warehouse'
import type { KeyChain } from './pseudonym/key.ts'

/** What a caller asks for. */
export interface IngestRequest {
  readonly warehouse: Warehouse
  readonly home: Home
  /** `deliveries`: the absolute folder that the globs of the agreement's sources start from. */
  readonly agreements: readonly { readonly agreement: Agreement; readonly deliveries: string }[]
  /** Empty: every file that a source's glob matches, in the order of their periods. Else exactly these. */
  readonly files: readonly string[]
  /** Load also what would remove or change so much that it is paused otherwise. */
  readonly accept: boolean
  /** Leave the warehouse as it is; only the receipts are written. */
  readonly dryRun: boolean
  readonly now: Date
  readonly progress: (event: Progress) => void
  /** Called with each receipt as it is done. */
  readonly received?: (receipt: Receipt) => void
}

/** What is going on, for whoever waits. */
export interface Progress {
  /** As receipts call it. */
  readonly file: string
  /** From 1. */
  readonly number: number
  readonly of: number
  readonly phase: 'reading' | 'validating' | 'reconciling' | 'loading' | 'done'
  readonly rows?: number
  /** How much of all files is done, 0–1. */
  readonly share: number
  /** Rows of the files that are done, and of this one as soon as they are read. */
  readonly rowsSoFar: number
}

/** What one delivery needs of the request. */
export interface DeliveryRequest extends IngestRequest {
  readonly key: KeyChain
}

export type Tell = (phase: Progress['phase'], rows?: number) => void
