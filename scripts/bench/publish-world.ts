// Publishes a world and writes what each step took: the counting, protecting and writing that `utfall publish` does, without
// the attack on its own publication at the end, which is measured where it lives.
//   node scripts/bench/publish-world.ts PLACE STEPS.json
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readAgreement } from '@utfall/contracts'
import { INDICATORS_FOLDER, publish } from '@utfall/metrics'
import { homeAt, openWarehouse } from '@utfall/warehouse'

const [place = '', report = ''] = process.argv.slice(2)
const folder = join(place, 'data/agreements')
const agreements = readdirSync(folder)
  .toSorted()
  .map((id) => {
    const reading = readAgreement(readFileSync(join(folder, id, 'agreement.yaml'), 'utf8'), id)
    if (!reading.ok) throw new Error(reading.faults.map(({ sentence }) => sentence.en).join('\n'))
    return reading.agreement
  })

const begun: { readonly step: string; readonly at: number }[] = []
const home = homeAt(join(place, 'home'))
const warehouse = await openWarehouse(home)
await publish({
  warehouse,
  home,
  agreements,
  now: new Date(),
  program: 'utfall',
  indicatorFolders: [INDICATORS_FOLDER],
  progress: ({ what }) => begun.push({ step: what.en, at: performance.now() }),
})
warehouse.close()

const steps = begun.slice(0, -1).map(({ step, at }, number) => ({
  step,
  seconds: ((begun[number + 1]?.at ?? at) - at) / 1000,
}))
writeFileSync(report, JSON.stringify(steps))
