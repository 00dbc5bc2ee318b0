import { once } from 'node:events'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { loadSolver } from './attacker-model.ts'
import type { LinkedCells } from './linked-cells.ts'
import { outcomeOf } from './outcome.ts'
import type { Outcome } from './outcome.ts'

type Solve = (cells: LinkedCells) => Promise<Outcome>

/** Columns times counts: a model of fewer is solved sooner than a thread has started. */
const HEAVY = 50_000

/** Does `work` for each task, as many at once as there are cores; what came of each, in their order. */
export async function inLanes<Task, Result>(
  tasks: readonly Task[],
  work: (task: Task, solve: Solve) => Promise<Result>,
): Promise<Result[]> {
  const queue = tasks.entries()
  const results: Result[] = []
  async function lane(number: number): Promise<void> {
    for (const [at, task] of queue) results[at] = await work(task, (cells) => solveIn(number, cells))
  }
  const lanes = Array.from({ length: Math.min(tasks.length, availableParallelism()) }, (_, at) => lane(at))
  for (const ended of await Promise.allSettled(lanes)) if (ended.status === 'rejected') throw ended.reason
  return results
}

/** A thread for each lane. It starts with the first heavy model, which takes half a second, and ends with the process. */
const threads = new Map<number, Worker>()

async function solveIn(lane: number, cells: LinkedCells): Promise<Outcome> {
  if (cells.columns.length * cells.counts.length < HEAVY) return outcomeOf(await loadSolver(), cells)
  const thread = threads.get(lane) ?? new Worker(new URL('solver-thread.ts', import.meta.url))
  threads.set(lane, thread)
  thread.ref()
  thread.postMessage(cells)
  const [outcome]: Outcome[] = await once(thread, 'message')
  thread.unref()
  if (outcome === undefined) throw new Error('The solver ended without an answer')
  return outcome
}
