// A thread that attacks one agreement at a time.
import { parentPort } from 'node:worker_threads'
import { attackAgreement } from './attack.ts'
import type { Assault } from './attack.ts'

parentPort?.on('message', async (assault: Assault) => {
  parentPort?.postMessage(await attackAgreement(assault))
})
