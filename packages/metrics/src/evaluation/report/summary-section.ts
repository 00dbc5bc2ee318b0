import { kronor, number } from '@utfall/contracts/written-figure'
import { paragraph } from './document.ts'
import type { Section } from './document.ts'
import type { ReportSource } from './source.ts'

/** What a reader in a hurry takes along, of what can be shown. */
export function summarySection(source: ReportSource): Section {
  const said = [reached(source), judged(source), spent(source)].filter((sentence) => sentence !== '')
  return {
    heading: 'Året i korthet',
    blocks: [paragraph(said.join(' ') || 'Inga siffror för året kan visas.')],
  }
}

function reached({ results }: ReportSource): string {
  const [people, visits, anonymous] = [
    total('unique_participants', results),
    total('attendances', results),
    total('anonymous_share', results),
  ]
  const named = people === undefined ? '' : `${number(people, 'sv')} kända personer deltog.`
  const visited = visits === undefined ? '' : `Deltagartillfällena var ${number(visits, 'sv')}`
  if (visited === '') return named
  const alsoAnonymous = anonymous !== undefined && anonymous > 0 ? ', besök utan namn inräknade' : ''
  return `${named} ${visited}${alsoAnonymous}.`.trim()
}

function judged({ goals }: ReportSource): string {
  if (goals.length === 0) return ''
  const met = goals.filter(({ verdict }) => verdict === 'met').length
  const measures = goals.length === 1 ? 'det mått' : `de ${goals.length} mått`
  return `Av ${measures} som avtalets mål bedöms med har ${met === 0 ? 'inget' : met} nått målet.`
}

function spent({ results }: ReportSource): string {
  const [paid, cost] = [total('funding_paid', results), total('cost', results)]
  const parts = [
    paid === undefined ? '' : `Kommunen betalade ut ${kronor(paid, 'sv')}`,
    cost === undefined
      ? ''
      : `${paid === undefined ? 'V' : 'v'}erksamheten kostade ${kronor(cost, 'sv')} enligt bokföringen`,
  ].filter((part) => part !== '')
  return parts.length > 0 ? `${parts.join(', och ')}.` : ''
}

function total(indicator: string, results: ReportSource['results']): number | undefined {
  const row = results.find(
    (each) => each.indicator === indicator && each.breakdown === 'total' && each.status === 'ok',
  )
  return row?.value ?? undefined
}
