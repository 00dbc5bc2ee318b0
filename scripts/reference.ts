// npm run reference: writes docs/reference from the contracts, the rules and the indicators.
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { referencePages } from './reference/pages.ts'
import { ROOT } from './run-program.ts'

for (const [name, text] of Object.entries(referencePages())) {
  writeFileSync(join(ROOT, 'docs/reference', name), text)
}
