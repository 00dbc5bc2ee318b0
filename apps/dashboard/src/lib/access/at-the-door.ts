import { error } from '@sveltejs/kit'
import type { Members } from './members.ts'

/** The door of the site. Answers 404 where there is none, since then nobody can sign in. */
export function doorOf({ members }: Pick<App.Locals, 'members'>): Members {
  if (!members) error(404, 'Anyone may read this site')
  return members
}
