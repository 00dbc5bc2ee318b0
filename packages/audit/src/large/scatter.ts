import type { Program } from './program.ts'
import { projectionOnto } from './projection.ts'

/** So many tables are sought around the first. */
const TABLES = 4
/** How far each column is thrown from where it is on average: much further than anything needs to be open. */
const THROW = 40
/** What is not held from above may be anything; a table with numbers like those of others has more room on all sides. */
const LIKELY = 200

export interface Scattered {
  /** The mean of all tables found, which is one as well, and keeps clear of the bounds that they touch. */
  readonly mean: Float64Array
  readonly tables: readonly Float64Array[]
}

/**
 * Tables of a program that differ from one another in nearly everything that is open: each is the one closest to
 * numbers thrown about the mean of those before. Null where not even the first is found, which proves nothing.
 */
export function scatter(program: Program, random: () => number): Scattered | null {
  const { lower, upper } = program
  const project = projectionOnto(program)
  const mean = lower.map((least, at) => Math.min((least + (upper[at] ?? 0)) / 2, least + LIKELY))
  if (!project(mean)) return null
  const tables = [mean.slice()]
  for (let count = 0; count < TABLES; count += 1) {
    const table = mean.map((number) => number + (random() < 0.5 ? -1 : 1) * THROW * (0.5 + random()))
    if (!project(table)) continue
    tables.push(table)
    for (const at of mean.keys())
      mean[at] = (mean[at] ?? 0) + ((table[at] ?? 0) - (mean[at] ?? 0)) / tables.length
  }
  return { mean, tables }
}
