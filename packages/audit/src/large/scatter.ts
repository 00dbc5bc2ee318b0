import type { Program } from './program.ts'
import { projectionOnto, TOLERANCE } from './projection.ts'

/** So many tables are sought around the first, and so many more in which only what is still closed is thrown. */
const TABLES = 4
const AIMED = 4
/** How far each column is thrown from where it is on average: much further than anything needs to be open. */
const THROW = 40
/** What is not held from above may be anything; a table with numbers like those of others has more room on all sides. */
const LIKELY = 200
/** What the solver starts from may be off by no more, or it finds that nothing agrees with it. */
const FINE = TOLERANCE / 100

/** Who looks at the tables that are found. */
export interface Onlooker {
  readonly see: (table: Float64Array) => void
  /** Whether a column has not yet been seen as far apart as it should be open. */
  readonly isClosed: (at: number) => boolean
}

/**
 * Shows the onlooker tables of a program that differ from one another, until no column is closed or there have been
 * enough: each is the one closest to numbers that are thrown about the mean of those before, first all of them and in the
 * end those of closed columns. The mean, which is a table as well and keeps clear of the bounds that they touch; null
 * where not even the first is found, which proves nothing.
 */
export function scatter(
  program: Program,
  random: () => number,
  { see, isClosed }: Onlooker,
): Float64Array | null {
  const { lower, upper } = program
  const project = projectionOnto(program)
  const isWanted = () => lower.some((_, at) => isClosed(at))
  const mean = lower.map((least, at) => Math.min((least + (upper[at] ?? 0)) / 2, least + LIKELY))
  if (!project(mean)) return null
  see(mean)
  let found = 1
  for (let tries = 0; tries < TABLES + AIMED && isWanted(); tries += 1) {
    const isAimed = tries >= TABLES
    const thrown = () => (random() < 0.5 ? -1 : 1) * THROW * (0.5 + random())
    const table = mean.map((number, at) => (isAimed && !isClosed(at) ? number : number + thrown()))
    if (!project(table)) continue
    see(table)
    if (isAimed) continue
    found += 1
    for (const at of mean.keys()) mean[at] = (mean[at] ?? 0) + ((table[at] ?? 0) - (mean[at] ?? 0)) / found
  }
  if (isWanted()) project(mean, FINE)
  return mean
}
