// A warehouse and agreements for measuring: every dataset, straight into the tables, without the time that ingest takes.
//   node scripts/bench/fill-world.ts --place DIR [--agreements 20] [--people 200000] [--visits 10000000] [--years 5] [--seed 1]
// Then: utfall publish --data DIR/data --home DIR/home
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { fillWorld } from '@utfall/synthetic'
import { homeAt, openWarehouse } from '@utfall/warehouse'
import { z } from 'zod'

const Count = z.coerce.number().int().min(1)
const { place, ...size } = z
  .object({
    place: z.string(),
    agreements: Count.default(20),
    people: Count.default(200_000),
    visits: Count.default(10_000_000),
    years: Count.default(5),
    seed: Count.default(1),
  })
  .parse(
    parseArgs({
      options: {
        place: { type: 'string' },
        agreements: { type: 'string' },
        people: { type: 'string' },
        visits: { type: 'string' },
        years: { type: 'string' },
        seed: { type: 'string' },
      },
    }).values,
  )

const warehouse = await openWarehouse(homeAt(join(place, 'home')))
for (const { id, yaml } of await fillWorld(warehouse.connection, size)) {
  const folder = join(place, 'data/agreements', id)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'agreement.yaml'), yaml)
}
warehouse.close()
