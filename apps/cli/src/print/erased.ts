import type { Erasing } from '../erasing.ts'
import { ERASED } from '../messages/erased.ts'
import type { Page } from './page.ts'

/** What was erased. Who asked for a person is told where none but rows in quarantine, which are tied to nobody, went. */
export function printErased(page: Page, { erased, receipts }: Erasing, whom: 'person' | 'agreements'): void {
  page.table(ERASED.head, Object.entries(erased))
  page.line()
  if (whom === 'person' && Object.keys(erased).every((table) => table === 'quarantine'))
    page.line(page.say(ERASED.nobody))
  page.line(page.say(ERASED.done(page.number(receipts))))
}
