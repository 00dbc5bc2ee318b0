import { publish } from '@utfall/metrics'
import { logAct } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import type { AgreementAt } from './agreements.ts'
import type { Context } from './command.ts'
import { inspect } from './gate.ts'
import { indicatorFolders } from './indicators.ts'
import { PUBLISHED } from './messages/published.ts'
import type { Page } from './print/page.ts'

interface Request {
  readonly agreements: readonly AgreementAt[]
  readonly asOf?: string | undefined
  readonly note?: string | undefined
}

/** A publication as it was made, or the one there was when nothing had changed. */
export type Published = Awaited<ReturnType<typeof publish>>

export async function publishFrom(
  context: Context,
  warehouse: Warehouse,
  { agreements, asOf, note }: Request,
): Promise<Published> {
  const { data, home, now, program, progress } = context
  const published = await publish({
    warehouse,
    home,
    agreements: agreements.map(({ agreement }) => agreement),
    ...(asOf !== undefined && { asOf }),
    ...(note !== undefined && { note }),
    now,
    program,
    indicatorFolders: indicatorFolders(data),
    inspect: async ({ folder }) => {
      await inspect({ publications: home.publications, folder })
    },
    progress: progress.report,
  })
  if (published.changed) {
    logAct(home, {
      what: 'publish',
      when: now,
      why: note,
      details: { publication: published.id, as_of: published.asOf },
    })
  }
  return published
}

export function printPublished(page: Page, { id, folder, asOf, changed }: Published): void {
  page.line(page.say(changed ? PUBLISHED.made(id, asOf) : PUBLISHED.unchanged(id, asOf)))
  page.line(page.paint('dim', folder))
}
