import type { Day } from './days.ts'
import type { Delivery, Dialect } from './delivery.ts'
import { csvBytes } from './delivery.ts'
import type { FundingFact } from './facts.ts'
import { filesBy, swedishAmount } from './writing.ts'

export interface FundingFiles {
  readonly source: string
  readonly giver: string
  readonly words: Readonly<Partial<Record<FundingFact['kind'], string>>>
  readonly codeOf: (day: Day) => string
  readonly writeDate: (day: Day) => string
  readonly dialect: Dialect
}

/** Payments or own contributions, amounts in Swedish form: `362 500,00` kronor or `71,50` hours. */
export function fundingFiles(funding: readonly FundingFact[], how: FundingFiles): Delivery[] {
  const header = ['Datum', 'Belopp', 'Slag', 'Givare', 'Anmärkning']
  return filesBy(funding, ({ date }) => how.codeOf(date)).map(([code, facts]) => {
    const rows = facts.map(({ date, hundredths, kind, note }) => ({
      cells: [how.writeDate(date), swedishAmount(hundredths), how.words[kind] ?? kind, how.giver, note],
      key: JSON.stringify([date, kind]),
      content: JSON.stringify([hundredths, note]),
      date,
    }))
    return {
      source: how.source,
      replaces: 'rows',
      file: `${how.source}/${code}.csv`,
      bytes: csvBytes(
        header,
        rows.map(({ cells }) => cells),
        how.dialect,
      ),
      rows,
    }
  })
}
