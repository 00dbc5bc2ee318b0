import { leak } from './leaks.ts'
import { termsOf } from './publication.ts'
import type { Delivery, Publication } from './publication.ts'
import type { Leak } from './report.ts'

/** Datasets whose every row is about a person. */
const OF_PEOPLE = new Set(['participants', 'engagements', 'attendance', 'memberships', 'statuses', 'surveys'])

/**
 * What is told of the files that were delivered. A file of few rows has few people in it, whose digest lets one try
 * numbers until it fits; and a fault that few rows have says something of those few.
 */
export function fewDelivered(publication: Publication): Leak[] {
  const ofPeople = publication.deliveries.filter(({ dataset = '' }) => OF_PEOPLE.has(dataset))
  const sources = new Set(ofPeople.map(sourceOf))
  const files = ofPeople.flatMap((delivery) =>
    areFew(publication, delivery, delivery.rows ?? null)
      ? [
          leak('few_rows_delivered', publication, nameOf(delivery), 'rows'),
          ...(delivery.sha256 ? [leak('few_rows_delivered', publication, nameOf(delivery), 'sha256')] : []),
        ]
      : [],
  )
  const quality = publication.quality
    .filter((row) => (row.kind === 'delivery' || row.kind === 'fault') && sources.has(sourceOf(row)))
    .flatMap((row) =>
      (['count', 'of'] as const)
        .filter((column) => areFew(publication, row, row[column]))
        .map((column) =>
          leak(
            'few_rows_delivered',
            publication,
            `${row.agreement} ${row.kind} ${row.source} ${row.item}`,
            column,
          ),
        ),
    )
  return [...files, ...quality]
}

function areFew(
  publication: Publication,
  { agreement }: { readonly agreement: string },
  rows: number | null,
): boolean {
  const threshold = termsOf(publication, agreement)?.disclosure.threshold ?? 0
  return rows !== null && rows > 0 && rows < threshold
}

const sourceOf = ({ agreement, source }: Pick<Delivery, 'agreement' | 'source'>): string =>
  `${agreement} ${source}`
const nameOf = ({ agreement, file }: Delivery): string => `${agreement} ${file}`
