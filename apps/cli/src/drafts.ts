import type { Manifest } from '@utfall/contracts'
import type { Home } from '@utfall/warehouse'
import { draftOutOfDate, noDraft } from './messages/faults.ts'
import { draftManifests, manifestIn } from './publications.ts'

/** The draft of that id; throws `ExpectedFault` where there is none. */
export function draftIn(home: Home, id: string): Manifest {
  const draft = draftManifests(home).find((each) => each.id === id)
  if (!draft) throw noDraft(id)
  return draft
}

/**
 * Throws `ExpectedFault` unless what is about to be released says what the draft said, to the byte. The same data,
 * agreements and definitions after the same publications always do.
 */
export function refuseOtherThan(draft: Manifest, folder: string): void {
  const now = new Map(manifestIn(folder).files.map(({ path, sha256 }) => [path, sha256]))
  const other = draft.files.find(({ path, sha256 }) => path !== NAMES_ITSELF && now.get(path) !== sha256)
  if (other) throw draftOutOfDate(draft.id, other.path)
}

/** The file that holds the publication's own id, and hence is never the same. */
const NAMES_ITSELF = 'datapackage.json'
