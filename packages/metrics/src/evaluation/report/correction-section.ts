import type { CorrectionRow } from '@utfall/contracts'
import { CODE_WORDS } from '../code-words.ts'
import { paragraph } from './document.ts'
import type { Section } from './document.ts'
import { figureOrSign, periodName } from './figures.ts'
import type { ReportSource } from './source.ts'

/** Figures that the publication before showed otherwise: those in total one by one, the others by their number. */
export function correctionSection({ corrections, definitions, manifest }: ReportSource): Section {
  const heading = 'Rättelser'
  if (manifest.previous === null) {
    return { heading, blocks: [paragraph('Det här är den första publiceringen.')] }
  }
  if (corrections.length === 0) {
    return { heading, blocks: [paragraph('Inga tal som har visats tidigare är ändrade.')] }
  }
  const totals = corrections.filter(({ breakdown }) => breakdown === 'total')
  const rest = corrections.length - totals.length
  const row = (each: CorrectionRow) => {
    const definition = definitions.find(({ id }) => id === each.indicator)
    const unit = definition?.unit ?? 'people'
    return [
      definition?.title.sv ?? each.indicator,
      periodName(each),
      figureOrSign({ value: each.previous_value, unit, status: each.previous_status }),
      figureOrSign({ value: each.value, unit, status: each.new_status }),
      CODE_WORDS.corrections['cause']?.[each.cause]?.sv ?? each.cause,
    ]
  }
  return {
    heading,
    blocks: [
      paragraph(`${corrections.length} tal är ändrade sedan publiceringen ${manifest.previous}.`),
      ...(totals.length > 0
        ? [
            {
              kind: 'table' as const,
              columns: [
                { title: 'Mått', width: 5 },
                { title: 'Period', width: 2.5 },
                { title: 'Var', width: 2.4, numbers: true },
                { title: 'Är', width: 2.4, numbers: true },
                { title: 'Orsak', width: 5 },
              ],
              rows: totals.map(row),
            },
          ]
        : []),
      ...(rest > 0 ? [paragraph(`${rest} av dem är uppdelade tal. De står i corrections.csv.`)] : []),
    ],
  }
}
