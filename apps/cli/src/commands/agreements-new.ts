import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { agreementFault, readAgreement } from '@utfall/contracts'
import { z } from 'zod'
import { askFor } from '../ask.ts'
import type { Context, Outcome } from '../command.ts'
import { parseOptions } from '../command.ts'
import { agreementExists } from '../messages/faults.ts'
import { NEW_AGREEMENT } from '../messages/new-agreement.ts'
import { NewAgreement, agreementYaml, idFrom } from '../new-agreement.ts'

export const NewAgreementOptions = z
  .object(NewAgreement.shape)
  .partial()
  .extend({
    id: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/)
      .optional(),
  })

/**
 * Writes `<data>/agreements/<id>/agreement.yaml` from flags, and from questions for those that are not given. Throws
 * `ExpectedFault` where the agreement exists or an answer is missing or wrong; then nothing is written.
 */
export async function newAgreement(
  context: Context,
  { id: wantedId, ...given }: z.infer<typeof NewAgreementOptions>,
): Promise<Outcome> {
  const answers = parseOptions(NewAgreement, await askFor(context, given))
  const id = wantedId ?? idFrom(`${answers.municipality.replace(/ kommun$/i, '')} ${answers.title}`)
  const folder = join(context.data, 'agreements', id)
  const file = join(folder, 'agreement.yaml')
  if (existsSync(file)) throw agreementExists(file)
  const yaml = agreementYaml(id, answers)
  const reading = readAgreement(yaml, file)
  if (!reading.ok) throw agreementFault(reading.faults)
  mkdirSync(join(folder, 'deliveries'), { recursive: true })
  writeFileSync(file, yaml, { flag: 'wx' })
  return {
    document: { file, agreement: reading.agreement },
    status: 0,
    page: (page) => page.line(page.say(NEW_AGREEMENT.written(file))),
  }
}
