import { join } from 'node:path'

/** Where the program keeps what it makes, inside `--home`. */
export interface Home {
  readonly folder: string
  readonly warehouse: string
  readonly key: string
  readonly receipts: string
  readonly publications: string
  /** What is counted and protected but not released. */
  readonly drafts: string
  readonly auditLog: string
  /** What the attack before a release left standing, so that it is not attacked again. */
  readonly heldAudits: string
}

export function homeAt(folder: string): Home {
  return {
    folder,
    warehouse: join(folder, 'warehouse.duckdb'),
    key: join(folder, 'pseudonym.key'),
    receipts: join(folder, 'receipts'),
    publications: join(folder, 'publications'),
    drafts: join(folder, 'drafts'),
    auditLog: join(folder, 'audit.jsonl'),
    heldAudits: join(folder, 'held-audits.json'),
  }
}
