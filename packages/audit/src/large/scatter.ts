import type { Program } from './program.ts'
import { projectionOnto, TOLERANCE } from './projection.ts'

/** So many tables are sought around the first. */
const TABLES = 4
/** How far each column is thrown from where it is on average: much further than anything needs to be open. */
const THROW = 40
/** What is not held from above may be anything; a table with numbers like those of others has more room on all sides. */
const LIKELY = 200
/** What the solver starts from may be off by no more, or it finds that nothing agrees with it. */
const FINE = TOLERANCE / 100

/**
 * Finds tables of a program that differ from one another in nearly everything that is open: each is the one closest
 * to numbers thrown about the mean of those before. Shows them to `look`, for as long as that asks for more. Their mean,
 * which is a table as well, and keeps clear of the bounds that they touch; null where not even the first is
 * found, which proves nothing.
 */
export function scatter(
  program: Program,
  random: () => number,
  look: (table: Float64Array) => 'more' | 'enough',
): Float64Array | null {
  const { lower, upper } = program
  const project = projectionOnto(program)
  const mean = lower.map((least, at) => Math.min((least + (upper[at] ?? 0)) / 2, least + LIKELY))
  if (!project(mean)) return null
  let found = 1
  let wanted = look(mean)
  for (let tries = 0; tries < TABLES && wanted === 'more'; tries += 1) {
    const table = mean.map((number) => number + (random() < 0.5 ? -1 : 1) * THROW * (0.5 + random()))
    if (!project(table)) continue
    found += 1
    for (const at of mean.keys()) mean[at] = (mean[at] ?? 0) + ((table[at] ?? 0) - (mean[at] ?? 0)) / found
    wanted = look(table)
  }
  if (wanted === 'more') project(mean, FINE)
  return mean
}
