import { z } from 'zod'

/** What an agreement cannot do without. */
export const NewAgreement = z
  .object({
    title: z.string().trim().min(1),
    association: z.string().trim().min(1),
    municipality: z.string().trim().min(1),
    code: z
      .string()
      .trim()
      .regex(/^\d{4}$/),
    start: z.iso.date(),
    end: z.iso.date(),
    /** Kronor a year from the municipality. */
    amount: z
      .string()
      .trim()
      .regex(/^\d[\d\s]*(?:kr|kronor|:-)?$/i),
    /** Names, separated by comma. */
    activities: z.string().trim().min(1),
  })
  .refine(({ start, end }) => start < end, { path: ['end'] })
export type NewAgreement = z.infer<typeof NewAgreement>

/** Whether an answer will do, beside the first day where that is known. */
export function isAnswer(name: keyof NewAgreement, answer: string, start: string | undefined): boolean {
  const inOrder = name !== 'end' || start === undefined || start < answer
  return inOrder && NewAgreement.shape[name].safeParse(answer).success
}

/** An id as agreement.yaml has them: `a-z`, `0-9` and hyphens. */
export function idFrom(name: string): string {
  const ascii = name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
  return ascii.replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-|-$/g, '') || 'avtal'
}

/** A commented agreement.yaml in Swedish, for the analyst to go on with. */
export function agreementYaml(id: string, answers: NewAgreement): string {
  const { title, association, municipality, code, start, end } = answers
  const amount = Number(answers.amount.replaceAll(/\D/g, ''))
  const activities = namesIn(answers.activities)
  return `# Avtalet mellan ${municipality} och ${association}.
#
# Filen säger vad som är överenskommet. Vad som sedan hände kommer som leveranser, i mappen deliveries bredvid.
# Är ett värde antaget och inte beslutat: skriv assumed: true bredvid det.

id: ${quoted(id)}
title: ${quoted(title)}
municipality: { code: ${quoted(code)}, name: ${quoted(municipality)} }
association: { name: ${quoted(association)} } # organisation_number: kan läggas till

# Beslutet, när det är fattat:
# decision: { body: Kommunstyrelsen, date: ${start}, reference: "KS 2025/1" }

# Första och sista dagen. notice_by: sista dag för uppsägning.
period: { start: ${start}, end: ${end} }

# Delar av året som ni rapporterar: tertial, quarter eller half.
reporting: { part_of_year: tertial, timezone: Europe/Stockholm }

# Insatserna. kind: open_meeting_place, course, leisure, guidance, day_centre eller other.
# identification: identified (alla är kända), anonymous (bara antal) eller mixed.
# counting_rule: once_per_day, every_visit, forenoon_afternoon eller lok.
activities:
${activities.map(activityLines).join('\n')}

# Vad parterna lovade, per avtalsår. source: municipality eller association. kind: cash eller in_kind.
funding:
${yearsIn(start, end)
  .map((year) => `  - { year: ${year}, amount: ${amount}, source: municipality, kind: cash }`)
  .join('\n')}

# Målen och vilken indikator som mäter vart och ett; "utfall indicators" visar dem som finns.
goals: []
#  - id: studier-eller-arbete
#    text: Fler unga studerar eller får en anställning
#    indicators:
#      - { indicator: share_to_work_or_studies, target: 0.5 }

# Vilka konton i bokföringen som är avtalets kostnad, och vilka projekt (dimension 6) eller kostnadsställen (1).
costs: { accounts: ["4000-7999"], objects: [], shared: { basis: hours } }

# Från hur många personer ett tal får visas, och en andel.
disclosure: { threshold: 5, minimum_base: 10 }

# Vem som skickar vad, och var det ligger under deliveries. replaces: rows, period eller everything.
# "utfall check FIL" föreslår en källa för en fil som inte känns igen.
sources:
  - id: narvaro
    sender: ${quoted(association)}
    dataset: attendance
    files: narvaro/*
    replaces: period
`
}

function activityLines(name: string): string {
  return `  - id: ${quoted(idFrom(name))}
    name: ${quoted(name)}
    kind: other
    identification: identified
    counting_rule: once_per_day`
}

function namesIn(list: string): string[] {
  const names = list
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return [...new Map(names.map((name) => [idFrom(name), name])).values()]
}

/** The agreement's years, from 1: each begins on the day that the agreement did. */
function yearsIn(start: string, end: string): number[] {
  const begins = (year: number) => `${Number(start.slice(0, 4)) + year - 1}${start.slice(4)}`
  const years = Number(end.slice(0, 4)) - Number(start.slice(0, 4)) + 1
  return Array.from({ length: years }, (_, index) => index + 1).filter((year) => begins(year) <= end)
}

const quoted = (text: string) => JSON.stringify(text)
