import { afterEach, beforeEach, expect, test } from 'vitest'
import { startTrial, trialAgreement } from './trial.ts'
import type { Trial } from './trial.ts'

let trial: Trial
beforeEach(async () => {
  trial = await startTrial()
})
afterEach(() => trial.end())

test('a sentence that goes on after what is concrete has no full stop inside', async () => {
  const text =
    '#FLAGGA 0\n#SIETYP 4\n#VALUTA EUR\n#RAR 0 20250101 20251231\n#VER A 1 20250601 "x"\n{\n#TRANS 5010 {} 0\n}\n'
  const { faults } = await trial.deliver(trialAgreement({ costs: {} }), 'costs/a.se', text)
  expect(faults.map(({ sentence }) => sentence.sv)).toEqual(['Bokföringen är förd i EUR, inte i kronor.'])
})
