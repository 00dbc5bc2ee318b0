import type { Agreement, Sentence } from '@utfall/contracts'
import { withMemoryLimit } from '@utfall/warehouse'
import type { Home, Warehouse } from '@utfall/warehouse'
import { refuseChangedDefinitions, rememberDefinitions } from './definitions/remember.ts'
import { refuseUnbound } from './definitions/unbound.ts'
import { bindingsOf } from './definitions/versions.ts'
import { enterReleases } from './disclosure/ledger.ts'
import type { Objection } from './disclosure/objection.ts'
import { ascribeMemberships } from './membership/keep.ts'
import { withTablesAsCounted } from './publication/as-counted.ts'
import { dayOfPublication, refuseBeforeAll } from './publication/as-of.ts'
import { basisOf, unchangedSince } from './publication/basis.ts'
import type { Written } from './publication/folder.ts'
import { keptFrom, rememberBasis } from './publication/kept.ts'
import { Objected, untilNoneObjects } from './publication/until-none-objects.ts'
import { writePublication } from './publication/write.ts'
import type { Draft } from './publication/write.ts'
import { countingSteps, protectingSteps } from './publishing-steps.ts'
import type { Step } from './publishing-steps.ts'
import { soundRegistry } from './own-indicators/sound.ts'
import { keepCounted } from './settled/settle.ts'
import { listDeliveries } from './quality.ts'

export interface PublishRequest {
  readonly warehouse: Warehouse
  readonly home: Home
  readonly agreements: readonly Agreement[]
  /** The day that the publication speaks of; by default the last that any loaded delivery speaks of. */
  readonly asOf?: string
  readonly note?: string
  readonly now: Date
  /** Name and version of the program. */
  readonly program: string
  readonly indicatorFolders: readonly string[]
  /** Whether to lay it among the drafts, which no reader is shown and which bind nothing. */
  readonly asDraft?: boolean
  /**
   * A last look at what is about to be released, from its files. Where it objects, more is hidden and it looks again;
   * throws where that would be no help.
   */
  readonly inspect?: (draft: Draft) => Promise<Objection | null>
  readonly progress: (step: { readonly what: Sentence; readonly done: number; readonly of: number }) => void
}

export interface Publication extends Written {
  readonly asOf: string
}

/**
 * Counts every agreement that differs from what the current publication was counted from, protects it, and writes it
 * with the others as the newest. When nothing differs, nothing is written and `changed` is false. Throws
 * `ExpectedFault` for a day in the future or before every agreement, and for an indicator that cannot be read or counted.
 */
export async function publish(request: PublishRequest): Promise<Publication> {
  const { warehouse, home, agreements, note = null, now, program, inspect, progress } = request
  const { connection } = warehouse
  const registry = await soundRegistry(connection, request.indicatorFolders)
  for (const agreement of agreements) bindingsOf(agreement, registry.indicators)
  await refuseChangedDefinitions(connection, registry.indicators)
  const ids = agreements.map(({ id }) => id)
  refuseBeforeAll(agreements, request.asOf)
  const asOf = await dayOfPublication(connection, ids, request.asOf, now)

  const basis = await basisOf(connection, { asOf, program, agreements, definitions: registry.indicators })
  const current = unchangedSince(home.publications, basis, note)
  if (current !== null) return { ...current, asOf }

  await enterReleases(connection, home.publications)
  await refuseUnbound(connection, agreements, registry.indicators)
  const kept = await keptFrom(connection, home.publications, basis, asOf)
  const due = agreements.filter(({ id }) => kept?.agreements.includes(id) !== true)
  const counting = countingSteps(connection, due, registry, basis, asOf)
  const protecting = protectingSteps(connection, due, registry, asOf)
  const of = counting.length + protecting.length + 1
  const take = async (steps: readonly Step[], before: number, objections: readonly Objection[]) => {
    for (const [done, { what, work }] of steps.entries()) {
      progress({ what, done: before + done, of })
      await work(objections)
    }
  }
  const write = () =>
    writePublication({
      connection,
      publications: home.publications,
      agreements,
      definitions: registry.indicators,
      asOf,
      note,
      now,
      program,
      basis: basis.whole,
      kept,
      ...(request.asDraft && { drafts: home.drafts }),
      beforeRelease: async (draft) => {
        const objection =
          inspect && (await withMemoryLimit(connection, BESIDE_INSPECTION, () => inspect(draft)))
        if (objection) throw new Objected(objection)
        if (request.asDraft) return
        const { id } = draft
        await ascribeMemberships(connection, id, kept)
        await rememberBasis(connection, id, basis)
        await keepCounted(connection, id, basis, asOf)
        await rememberDefinitions(connection, registry.indicators, id)
      },
    })
  await take(counting, 0, [])
  const written = await withTablesAsCounted(connection, (putBack) =>
    untilNoneObjects(async (objections) => {
      if (objections.length > 0) {
        progress({ what: HIDING_MORE, done: counting.length, of })
        await putBack()
      }
      await take(protecting, counting.length, objections)
      await listDeliveries(connection, ids, asOf)
      progress({ what: WRITING, done: of - 1, of })
      return write()
    }),
  )
  progress({ what: WRITING, done: of, of })
  await enterReleases(connection, home.publications)
  return { ...written, asOf }
}

/** With what inspecting a large publication takes, all of it stays below 4 GiB. */
const BESIDE_INSPECTION = '800MB'

const HIDING_MORE: Sentence = {
  sv: 'döljer mer, eftersom dolda tal gick att räkna fram',
  en: 'hiding more, since hidden numbers could be worked out',
}
const WRITING: Sentence = { sv: 'skriver publiceringen', en: 'writing the publication' }
