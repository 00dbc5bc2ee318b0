import { createHash } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import type { Findings } from './audit-agreement.ts'
import type { PublicationFiles } from './read-publication.ts'
import { textOf } from './table-pieces.ts'

/** Where it is remembered what held, and by which program: another version may attack in other ways. */
export interface Memory {
  readonly file: string
  readonly program: string
}

/** What all publications say of each agreement that nothing was found in: digests, which tell nothing themselves. */
const Held = z.object({ program: z.string(), digests: z.array(z.string()) })

/** Audits the agreements of which anything else is said than what held, and remembers instead what holds now. */
export async function unlessHeld(
  memory: Memory,
  chain: readonly PublicationFiles[],
  agreements: readonly string[],
  auditEach: (agreements: readonly string[]) => Promise<readonly Findings[]>,
): Promise<readonly Findings[]> {
  const held = heldIn(memory)
  const said = agreements.map((agreement) => ({ agreement, digest: saidOf(chain, agreement) }))
  const due = said.filter(({ digest }) => !held.has(digest))
  const found = await auditEach(due.map(({ agreement }) => agreement))
  const falls = new Set(due.filter((_, at) => !isNothing(found[at])))
  const digests = said.filter((each) => !falls.has(each)).map(({ digest }) => digest)
  keep(memory, digests)
  return found
}

/** Nothing where it is not known, and then all is attacked. */
function heldIn({ file, program }: Memory): ReadonlySet<string> {
  try {
    const held = Held.parse(JSON.parse(readFileSync(file, 'utf8')))
    return new Set(held.program === program ? held.digests : [])
  } catch {
    return new Set()
  }
}

function keep({ file, program }: Memory, digests: string[]): void {
  const draft = `${file}.part`
  writeFileSync(draft, JSON.stringify({ program, digests } satisfies z.infer<typeof Held>))
  renameSync(draft, file)
}

const isNothing = (findings: Findings | undefined): boolean =>
  findings !== undefined &&
  findings.broken.length + findings.leaks.length + findings.contradictions.length === 0

/** A publication that says the same as the one before says nothing. */
function saidOf(chain: readonly PublicationFiles[], agreement: string): string {
  const said = chain.map((files) => saidIn(files, agreement))
  return said.filter((each, at) => each !== said[at - 1]).join(' ')
}

/** One that is made anew has another name and another folder, which say nothing either. */
function saidIn(
  { asOf, agreements, indicators, deliveries, tables }: PublicationFiles,
  agreement: string,
): string {
  const ofIt = (each: { readonly agreement: string }) => each.agreement === agreement
  const terms = agreements.find(({ id }) => id === agreement)
  const hash = createHash('sha256')
  hash.update(JSON.stringify([agreement, asOf, terms, [...indicators], deliveries.filter(ofIt)]))
  for (const [name, table] of tables) hash.update(name).update(textOf(table, agreement))
  return hash.digest('hex')
}
