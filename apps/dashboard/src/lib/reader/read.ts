import { error } from '@sveltejs/kit'
import type { PublishedIndicator } from '@utfall/contracts'
import type { Publication } from '#lib/publication/publication.ts'
import type { Reading } from './reading.ts'

/** The publication that the reader sees. Answers 404 or 503 when there is none. */
export function publicationFor({ publication, choice }: App.Locals): Publication {
  if (publication) return publication
  if (choice.publication === undefined) error(503, 'Nothing is published', { kind: 'no_publication' })
  error(404, 'No such publication', { kind: 'unknown_publication' })
}

/** One agreement as the reader sees it. Answers 404 when the publication does not hold it. */
export function readingOf(locals: App.Locals, agreement: string): Reading {
  const publication = publicationFor(locals)
  const found = publication.agreements.find(({ id }) => id === agreement)
  if (!found) error(404, 'No such agreement')
  return { publication, agreement: found, words: locals.words, href: locals.href }
}

/** A definition that has results in the agreement. Answers 404 when there is none. */
export function indicatorOf({ publication, agreement }: Reading, id: string): PublishedIndicator {
  const found = publication.indicators.get(id)
  if (!found || publication.results(agreement.id, id).length === 0) error(404, 'No such indicator')
  return found
}
