import { rmSync } from 'node:fs'
import { publish } from '@utfall/metrics'
import { logAct } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import type { AgreementAt } from './agreements.ts'
import type { Context } from './command.ts'
import { draftIn, refuseOtherThan } from './drafts.ts'
import { inspect } from './gate.ts'
import { indicatorFolders } from './indicators.ts'
import { PUBLISHED } from './messages/published.ts'
import type { Page } from './print/page.ts'

interface Request {
  readonly agreements: readonly AgreementAt[]
  readonly asOf?: string | undefined
  readonly note?: string | undefined
  /** Lays what is made among the drafts: only analysts are shown it. */
  readonly draft?: boolean
  /** The draft that is to be released: just what it says, or nothing. */
  readonly release?: string | undefined
}

/** A publication as it was made, or the one there was when nothing had changed. */
export interface Published extends Awaited<ReturnType<typeof publish>> {
  readonly draft: boolean
}

export async function publishFrom(
  context: Context,
  warehouse: Warehouse,
  { agreements, draft = false, release, ...request }: Request,
): Promise<Published> {
  const { data, home, now, program, progress } = context
  const reviewed = release === undefined ? undefined : draftIn(home, release)
  const asOf = reviewed?.as_of ?? request.asOf
  const note = reviewed?.note ?? request.note
  const published = await publish({
    warehouse,
    home,
    agreements: agreements.map(({ agreement }) => agreement),
    ...(asOf !== undefined && { asOf }),
    ...(note !== undefined && { note }),
    now,
    program,
    indicatorFolders: indicatorFolders(data),
    asDraft: draft,
    inspect: async ({ folder }) => {
      const objection = await inspect(context, folder)
      if (reviewed && !objection) refuseOtherThan(reviewed, folder)
      return objection
    },
    progress: progress.report,
  })
  if (published.changed && !draft) {
    rmSync(home.drafts, { recursive: true, force: true })
    logAct(home, {
      what: 'publish',
      when: now,
      why: note,
      details: { publication: published.id, as_of: published.asOf },
    })
  }
  return { ...published, draft: draft && published.changed }
}

export function printPublished(page: Page, { id, folder, asOf, changed, draft }: Published): void {
  const made = draft ? PUBLISHED.drafted : PUBLISHED.made
  page.line(page.say(changed ? made(id, asOf) : PUBLISHED.unchanged(id, asOf)))
  page.line(page.paint('dim', folder))
}
