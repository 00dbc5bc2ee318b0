// A thread that audits one agreement at a time, of the publications that it is given when it starts.
import { parentPort, workerData } from 'node:worker_threads'
import { auditAgreement } from './audit-agreement.ts'
import type { PublicationFiles } from './read-publication.ts'

const chain: readonly PublicationFiles[] = workerData

parentPort?.on('message', async (agreement: string) => {
  parentPort?.postMessage(await auditAgreement(chain, agreement))
})
