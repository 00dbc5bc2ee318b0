// Publishes a world as `utfall publish` does, and writes what each step took: with the attack on the publication before it is
// released where that is asked for, as often as more has to be hidden.
//   node scripts/bench/publish-world.ts PLACE STEPS.json [attack]
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { audit } from '@utfall/audit'
import { EXIT_STATUS, ExpectedFault, readAgreement } from '@utfall/contracts'
import { INDICATORS_FOLDER, publish } from '@utfall/metrics'
import { homeAt, openWarehouse } from '@utfall/warehouse'

const [place = '', report = '', attack] = process.argv.slice(2)
const folder = join(place, 'data/agreements')
const agreements = readdirSync(folder)
  .toSorted()
  .map((id) => {
    const reading = readAgreement(readFileSync(join(folder, id, 'agreement.yaml'), 'utf8'), id)
    if (!reading.ok) throw new Error(reading.faults.map(({ sentence }) => sentence.en).join('\n'))
    return reading.agreement
  })

const begun: { readonly step: string; readonly at: number }[] = []
const begin = (step: string) => begun.push({ step, at: performance.now() })
const PROGRAM = 'utfall'
const TOLD = new ExpectedFault(
  'publication_tells_of_few',
  { sv: 'Små tal går att räkna fram.', en: 'Small numbers can be worked out.' },
  EXIT_STATUS.publicationRefused,
)
/** How many numbers each draft told. */
const told: number[] = []
const home = homeAt(join(place, 'home'))
const warehouse = await openWarehouse(home)

async function inspect({ folder: publication }: { readonly folder: string }) {
  begin('attacking the publication')
  const { broken, leaks, contradictions } = await audit({
    publications: home.publications,
    folder: publication,
    memory: { file: home.heldAudits, program: PROGRAM },
  })
  if (leaks.length + contradictions.length > 0) throw new Error(JSON.stringify({ leaks, contradictions }))
  told.push(broken.length)
  begin('releasing the publication')
  return broken.length === 0 ? null : { fault: TOLD, told: broken }
}

await publish({
  warehouse,
  home,
  agreements,
  now: new Date(),
  program: PROGRAM,
  indicatorFolders: [INDICATORS_FOLDER],
  ...(attack !== undefined && { inspect }),
  progress: ({ what }) => begin(what.en),
})
warehouse.close()

const steps = begun.slice(0, -1).map(({ step, at }, number) => ({
  step,
  seconds: ((begun[number + 1]?.at ?? at) - at) / 1000,
}))
writeFileSync(report, JSON.stringify({ steps, told }))
