import type { Reading } from '#lib/reader/reading.ts'

/** Whether any delivery of the agreement has been approved. */
export const isDelivered = ({ publication, agreement }: Reading): boolean =>
  publication.manifest.deliveries.some(
    (each) => each.agreement === agreement.id && each.verdict.startsWith('approved'),
  )
