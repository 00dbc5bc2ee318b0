import {
  chmodSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'

const POINTER = 'current'
const UNFINISHED = '.writing-'

/** What a publish led to: the publication that is the current one afterwards, or the draft. */
export interface Written {
  readonly id: string
  readonly folder: string
  /** False where the current publication says the very same: then nothing was written. */
  readonly changed: boolean
}

/** The id that the pointer names, or null before the first publication. */
export function currentId(publications: string): string | null {
  const pointer = join(publications, POINTER)
  return existsSync(pointer) ? readFileSync(pointer, 'utf8').trim() : null
}

/** An empty folder to write in, beside the finished ones. What a killed publish left behind goes. */
export function unfinishedFolder(publications: string): string {
  mkdirSync(publications, { recursive: true })
  for (const name of readdirSync(publications).filter((each) => each.startsWith(UNFINISHED))) {
    rmSync(join(publications, name), { recursive: true })
  }
  const folder = join(publications, `${UNFINISHED}publication`)
  mkdirSync(folder)
  return folder
}

/**
 * Gives the finished folder its name, and then the pointer its new value. At every instant the pointer names
 * a whole publication: files reach the disk before the name, and the name before the pointer.
 */
export function release(publications: string, unfinished: string, id: string): string {
  const folder = finish(publications, unfinished, id)
  replaceDurably(join(publications, POINTER), `${id}\n`)
  return folder
}

/** Lays the finished folder among the drafts, in place of the one before: a draft is of today or of no use. */
export function layDraft(drafts: string, unfinished: string, id: string): string {
  mkdirSync(drafts, { recursive: true })
  const folder = finish(drafts, unfinished, id)
  for (const name of readdirSync(drafts).filter((each) => each !== id)) {
    rmSync(join(drafts, name), { recursive: true })
  }
  return folder
}

function finish(place: string, unfinished: string, id: string): string {
  for (const name of readdirSync(unfinished)) {
    chmodSync(join(unfinished, name), 0o444)
    flush(join(unfinished, name))
  }
  flush(unfinished)
  const folder = join(place, id)
  // The id holds the content: a folder of that name is this very publication, made before.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true })
  else renameSync(unfinished, folder)
  flush(place)
  return folder
}

function replaceDurably(file: string, text: string): void {
  const draft = join(dirname(file), `${UNFINISHED}pointer`)
  writeFileSync(draft, text)
  flush(draft)
  renameSync(draft, file)
  flush(dirname(file))
}

function flush(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
