import type { GoalRow, PublishedAgreement } from '@utfall/contracts'
import { capital, writtenTarget } from '@utfall/contracts/written-figure'
import { CODE_WORDS } from '../code-words.ts'
import { paragraph, subheading } from './document.ts'
import type { Block, Section, TableColumn } from './document.ts'
import { figureOrSign, interval, periodName } from './figures.ts'
import type { ReportSource } from './source.ts'

const COLUMNS: readonly TableColumn[] = [
  { title: 'Mått', width: 4.4 },
  { title: 'Period', width: 4.2 },
  { title: 'Mål', width: 2, numbers: true },
  { title: 'Utfall', width: 2.8, numbers: true },
  { title: '95 % intervall', width: 3.2, numbers: true },
  { title: 'Bedömning', width: 5.2 },
]

/** Each goal of the agreement with what it is measured by, judged on the periods that touch the year. */
export function goalSection(source: ReportSource): Section {
  const { goals } = source.agreement
  return {
    heading: 'Målen',
    blocks:
      goals.length > 0
        ? goals.flatMap((goal) => goalBlocks(goal, source))
        : [paragraph('Avtalet har inga mål i uppföljningen.')],
  }
}

function goalBlocks(goal: PublishedAgreement['goals'][number], source: ReportSource): Block[] {
  const rows = source.goals.filter((row) => row.goal === goal.id)
  const heading = subheading(goal.text)
  if (rows.length === 0) return [heading, paragraph('Inget av målets mått har bedömts på en period i året.')]
  return [
    heading,
    { kind: 'table', columns: COLUMNS, rows: rows.map((row) => measure(row, source)) },
    ...decisions(rows).map(paragraph),
  ]
}

function measure(row: GoalRow, { definitions, cut }: ReportSource): string[] {
  const definition = definitions.find(
    ({ id, version }) => id === row.indicator && version === row.definition_version,
  )
  const unit = definition?.unit ?? 'people'
  const span = cut.periods.find(
    ({ period_type, period }) => period_type === row.period_type && period === row.period,
  )
  const limit = row.direction === 'at_most' ? 'högst ' : ''
  return [
    definition?.title.sv ?? row.indicator,
    row.period_type === 'agreement' || !span
      ? periodName(row)
      : `${periodName(row)}: ${span.start}–${span.end}`,
    row.target === null ? '' : limit + writtenTarget(row.target, unit, 'sv') + (row.assumed ? ' *' : ''),
    figureOrSign({ ...row, unit }),
    interval(row.ci_low, row.ci_high, unit),
    judgement(row),
  ]
}

function judgement({ verdict, trust, trust_reasons }: GoalRow): string {
  const words = CODE_WORDS.goals
  const reasons = trust_reasons.split(' ').flatMap((code) => words['trust_reasons']?.[code]?.sv ?? [])
  const judged = `${capital(words['verdict']?.[verdict]?.sv ?? verdict)}.`
  return trust === 'limited' ? `${judged} Begränsad tillförlitlighet: ${reasons.join(', ')}.` : judged
}

/** Who decided the targets and when, each decision once. */
function decisions(rows: readonly GoalRow[]): string[] {
  const said = rows.flatMap(({ decided_body: body, decided_date: date, decided_reference: reference }) =>
    body !== null && date !== null
      ? [`Beslutat av ${body} ${date}${reference === null ? '' : `, ${reference}`}.`]
      : [],
  )
  return [...new Set(said)]
}
