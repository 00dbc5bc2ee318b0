import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { inject } from 'vitest'
import { z } from 'zod'

const Ended = z.object({ status: z.int().nullable(), stdout: z.string(), stderr: z.string() })

/** The walk of the sample deliveries through the whole house, that the tests look at and leave as it is. */
export async function sampleRun() {
  const { home, ended } = inject('sampleRun')
  while (!existsSync(ended)) await wait(100)
  return { home, ...Ended.parse(JSON.parse(readFileSync(ended, 'utf8'))) }
}
