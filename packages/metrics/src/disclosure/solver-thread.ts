import { parentPort } from 'node:worker_threads'
import { loadSolver } from './attacker-model.ts'
import type { LinkedCells } from './linked-cells.ts'
import { outcomeOf } from './outcome.ts'

const highs = await loadSolver()
parentPort?.on('message', (cells: LinkedCells) => parentPort?.postMessage(outcomeOf(highs, cells)))
