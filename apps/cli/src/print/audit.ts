import type { AuditReport } from '@utfall/audit'
import { LEAK_KINDS, RELATION_KINDS, holds } from '@utfall/audit'
import { AUDIT } from '../messages/audit.ts'
import type { Page } from './page.ts'

/** So many cells are shown to a person; `--json` has them all. */
const SHOWN = 20

export function printAudit(page: Page, report: AuditReport): void {
  const { publication, earlier, hunted, broken, leaks, contradictions } = report
  page.line(page.say(AUDIT.attacked(publication, earlier.length, page.number(hunted))))
  for (const cell of broken.slice(0, SHOWN)) {
    page.line()
    const where = [cell.breakdown, cell.category].filter((text) => text !== '').join('=')
    const range = cell.least === cell.most ? `${cell.least}` : `${cell.least}–${cell.most}`
    page.line(
      page.paint(
        'bold',
        `${cell.agreement} ${cell.indicator}.${cell.part} ${cell.period} ${where}: ${range}`,
      ),
    )
    for (const { kind, sum } of cell.pinnedBy) page.line(`  ${page.say(RELATION_KINDS[kind])}: ${sum}`)
  }
  for (const { kind, where, what } of leaks.slice(0, SHOWN))
    page.line(`${page.say(LEAK_KINDS[kind])}: ${where} (${what})`)
  const unshown = Math.max(0, broken.length - SHOWN) + Math.max(0, leaks.length - SHOWN)
  if (unshown > 0) page.line(page.say(AUDIT.more(page.number(unshown))))
  if (contradictions.length > 0) page.line(page.say(AUDIT.contradicts(contradictions[0] ?? '')))
  page.line()
  page.line(
    holds(report)
      ? page.paint('green', page.say(AUDIT.holds))
      : page.paint('red', page.say(AUDIT.broken(page.number(broken.length), page.number(leaks.length)))),
  )
}
