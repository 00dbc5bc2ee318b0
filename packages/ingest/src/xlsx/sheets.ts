import { foldHeader } from '@utfall/contracts'
import type { DatasetName } from '@utfall/contracts'

/** What associations call the sheet with a dataset, besides the dataset's own name. */
const SWEDISH: Readonly<Record<DatasetName, readonly string[]>> = {
  participants: ['deltagare'],
  attendance: ['närvaro', 'närvarokort'],
  headcount: ['besök', 'antal besök', 'besöksräkning'],
  engagements: ['inskrivningar', 'insatser'],
  statuses: ['status', 'statusar', 'lägen'],
  memberships: ['medlemskap', 'medlemmar'],
  surveys: ['enkäter', 'enkät', 'enkätsvar'],
  funding: ['finansiering', 'medel', 'bidrag'],
  costs: ['kostnader'],
  reference: ['referens', 'jämförelsetal', 'nyckeltal'],
}

/** The sheet that is named as the dataset, otherwise the first. */
export function sheetOf(dataset: DatasetName, names: readonly string[]): string | undefined {
  const wanted = new Set([dataset, ...SWEDISH[dataset]].map(foldHeader))
  return names.find((name) => wanted.has(foldHeader(name))) ?? names[0]
}
