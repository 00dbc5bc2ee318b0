import { correctionSection } from './correction-section.ts'
import { definitionSection } from './definition-section.ts'
import type { ReportDocument, Section } from './document.ts'
import { paragraph } from './document.ts'
import { goalSection } from './goal-section.ts'
import { groundSection } from './ground-section.ts'
import { groupSection } from './group-section.ts'
import { moneySection } from './money-section.ts'
import { readingSection } from './reading-section.ts'
import type { ReportSource } from './source.ts'
import { summarySection } from './summary-section.ts'
import { yearSection } from './year-section.ts'

/** One agreement's year for those who read paper: all of it is published elsewhere in the package. */
export function yearReport(source: ReportSource): ReportDocument {
  const { agreement, cut } = source
  return {
    title: agreement.title,
    subtitle: `Underlag för årlig utvärdering ${cut.year}`,
    sections: [
      aboutSection(source),
      summarySection(source),
      goalSection(source),
      yearSection(source),
      groupSection(source),
      moneySection(source),
      correctionSection(source),
      groundSection(source),
      readingSection(source),
      definitionSection(source),
    ].filter((section) => section !== undefined),
  }
}

function aboutSection({ manifest, agreement, cut, goals }: ReportSource): Section {
  const { municipality, association, period } = agreement
  const year = cut.periods.find(
    ({ period_type, period: code }) => period_type === 'year' && code === String(cut.year),
  )
  const said = [
    `Avtal mellan ${municipality.name} och ${association.name}, ${period.start} till ${period.end}. Uppgifterna gäller till och med ${manifest.as_of}.`,
    ...(year?.complete === false ? [unfinished(manifest.as_of, cut.year)] : []),
    ...(goals.some(({ assumed }) => assumed) ? ['Mål med * är exempeldata: de står inte i avtalet.'] : []),
    ...(manifest.note === null ? [] : [`Anmärkning: ${manifest.note}`]),
  ]
  return { heading: 'Om rapporten', blocks: said.map(paragraph) }
}

const unfinished = (asOf: string, year: number) =>
  asOf < `${year}-12-31`
    ? `Året är inte slut, och siffrorna för ${year} kommer att ändras.`
    : `Alla leveranser för ${year} har inte kommit in, och siffrorna kan ändras.`
