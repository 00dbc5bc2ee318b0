import type { Receipt, RowSum } from '@utfall/contracts'
import { identifier, queryRow } from '@utfall/warehouse'
import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'
import { takeOutDuplicates } from './duplicates.ts'
import { effectsOf, headlineFigures } from './effects.ts'
import { rulesBroken } from './fault-table.ts'
import { NAMES_A_VALUE, addSuggestions, faultGroups, sayPeriod } from './faults.ts'
import { fieldsAsSql, textOf } from './fields.ts'
import type { Belonging } from './find.ts'
import { lastRules, record } from './ledger.ts'
import { takeOutOlder } from './older.ts'
import { addPersonFaults, identitiesOf, keepPersons } from './persons.ts'
import { identify } from './pseudonym/identity.ts'
import { ERRORS, holdBack, quarantine, shownLine } from './quarantine.ts'
import type { Stage } from './stage.ts'
import type { Reading } from './readers/reader.ts'
import { sinceLast, writeReceipt } from './receipt.ts'
import { apply, reconcile } from './reconcile.ts'
import type { Reconciliation, Scope } from './reconcile.ts'
import type { DeliveryRequest, Tell } from './request.ts'
import { conditionsOn } from './rules/conditions.ts'
import { periodInName } from './period-in-name.ts'
import type { NamedPeriod } from './period-in-name.ts'
import { dayIn, inFiscalYear } from './scope.ts'
import { scopeOf } from './scope-of.ts'
import { nameSessions } from './sessions.ts'
import { SHAPES } from './shapes.ts'
import { keepSessions } from './told-sessions.ts'
import { lineIn, typeRows } from './typed-rows.ts'
import { asksIdentity, validate } from './validate.ts'
import { pause, verdictOf } from './verdict.ts'
import { addVolumeFault } from './volume.ts'

interface Loading {
  readonly request: DeliveryRequest
  readonly belonging: Belonging
  readonly reading: Reading
  /** As the sender named the file: its period is in there. */
  readonly name: string
  /** What the reader filled. */
  readonly table: string
  readonly blank: Receipt
  readonly tell: Tell
  /** Whether somebody has written to the file meanwhile. */
  readonly hasChanged: () => Promise<boolean>
}

/**
 * Takes staged rows through the rules and into the warehouse, unless that is paused or only tried. Null where the file
 * was written to before all of it was judged. Throws `NotInPlace`.
 */
export async function load(loading: Loading): Promise<Receipt | null> {
  const { request, belonging, reading, blank, tell } = loading
  const { connection } = request.warehouse
  const { dataset } = reading
  const whole = await stageOf(connection, reading, loading.table)
  tell('validating', reading.rows ?? undefined)
  const frame = frameOf(loading)
  const { rows: staged, broken } = await judge(loading, whole, frame)
  const heldBack = broken.some((rule) => ERRORS.includes(rule))
    ? await holdBack(connection, dataset, whole)
    : 0
  const usable = staged === 0 || heldBack < staged
  const duplicate = await takeOutDuplicates(connection, dataset, staged)
  const named = whole.columns.has('participant')
  if (reading.sessions) await nameSessions(connection, reading.sessions, request.key)
  const { scope, age } = await scopeOf({
    connection,
    belonging,
    reading,
    sha256: blank.sha256,
    ...frame,
  })
  const older = await takeOutOlder(connection, scope)
  const quarantined = heldBack - older.heldBack
  if (named) await addPersonFaults(connection, dataset, belonging.agreement.id)
  const stage = await rowsAtFault(connection, whole)
  if (stage && broken.some((rule) => NAMES_A_VALUE.includes(rule))) {
    await addSuggestions(connection, stage, dataset, belonging)
  }
  if (frame.bound && broken.includes('outside_file_period')) await sayPeriod(connection, frame.bound)
  if (await loading.hasChanged()) return null

  tell('reconciling', staged)
  const told = scope.period ?? frame.named
  await addVolumeFault(connection, scope, told, staged)
  await connection.run('begin transaction')
  try {
    const compared = usable ? await reconcile(connection, scope) : NOTHING_COMPARED
    const rows = rowSum(staged, compared, { duplicate, quarantined, older: older.rows })
    const paused = await pause(connection, compared, request.accept)
    const faults = await faultGroups(connection, stage)
    const last = await lastRules(connection, blank)
    const receipt: Receipt = {
      ...blank,
      scope: { replaces: scope.replaces, start: told?.start ?? null, end: told?.end ?? null },
      verdict: verdictOf(paused, rows, faults),
      rows,
      ...(named && { identities: await identitiesOf(connection) }),
      faults,
      since_last: sinceLast(last, faults),
    }
    tell('loading', staged)
    const before = await headlineFigures(connection, dataset, belonging.agreement.id)
    const delivery = await record(connection, receipt, age)
    if (usable && !paused) {
      if (named) await keepPersons(connection, quarantined === 0)
      await apply(connection, scope, compared, delivery, shownLine(whole, 'line'))
      await keepSessions(connection, scope, delivery)
    }
    if (!paused) {
      const spoken = usable ? scope : speaksOfNothing(scope)
      await quarantine(connection, spoken, delivery, receipt.file, { rows: quarantined, stage })
    }
    const after = await headlineFigures(connection, dataset, belonging.agreement.id)
    const done = { ...receipt, effects: effectsOf(dataset, before, after) }
    const keep = await writeReceipt(connection, request.home, done, stage)
    await connection.run(request.dryRun ? 'rollback' : 'commit')
    keep()
    return done
  } catch (error) {
    await connection.run('rollback')
    throw error
  }
}

/** A file without a row that can be used sweeps nothing but what it said before itself. */
const speaksOfNothing = (scope: Scope): Scope => ({ ...scope, replaces: 'rows', sessions: null })

/** … and what it does not say is no reason to remove anything. */
const NOTHING_COMPARED: Reconciliation = { held: 0, new: 0, changed: 0, unchanged: 0, removed: 0 }

async function stageOf(connection: DuckDBConnection, reading: Reading, table: string): Promise<Stage> {
  const staged = await connection.run(`from ${identifier(table)} limit 0`)
  const fields = staged.columnNames().filter((name) => !['line', 'is_blank', 'misfits'].includes(name))
  const { line = 'line', inPlace, viewOf, headers } = reading
  return {
    table,
    line,
    ...(inPlace && { inPlace }),
    ...(viewOf && { viewOf }),
    ...(reading.shownLine && { shownLine: reading.shownLine }),
    columns: new Set(fields),
    headers,
  }
}

/**
 * Of the staged rows only those that the receipt will show are needed any longer: the rest is memory. Null where there
 * are no faults.
 */
async function rowsAtFault(connection: DuckDBConnection, whole: Stage): Promise<Stage | null> {
  const { inPlace, viewOf, ...stage } = whole
  const { faults, placed } = await queryRow(
    connection,
    z.object({ faults: z.int(), placed: z.int() }),
    'select count(*)::integer as faults, count(line)::integer as placed from fault',
  )
  const table = `${stage.table}_at_fault`
  if (faults > 0) {
    const columns = [...stage.columns].map(identifier).join(', ')
    const line = inPlace ? inPlace.lineAt('row_number() over () - 1') : stage.line
    await connection.run(
      `create or replace temp table ${identifier(table)} as
         from (select ${line} as line, ${columns} from ${identifier(stage.table)})
         where ${placed > 0 ? 'line in (select distinct line from fault)' : 'false'}`,
    )
  }
  const isView = inPlace !== undefined || viewOf !== undefined
  await connection.run(`drop ${isView ? 'view' : 'table'} ${identifier(stage.table)}`)
  for (const behind of viewOf ?? []) await connection.run(`drop table ${identifier(behind)}`)
  return faults > 0 ? { ...stage, table, line: 'line' } : null
}

/** The days that the file is judged against. */
interface Frame {
  readonly today: string
  /** The period in its name, or the fiscal year that its name states the years of. */
  readonly named: NamedPeriod | null
  /** The period that binds its rows: the one in its name, where it replaces one. */
  readonly bound: NamedPeriod | null
  /** The last day that it speaks of, as far as is known before its rows are read. */
  readonly knownFrom: string
}

function frameOf({ request, belonging, reading, name }: Loading): Frame {
  const { agreement, source } = belonging
  const { dataset, exported, fiscalYear } = reading
  const today = dayIn(agreement.reporting.timezone, request.now)
  const named = inFiscalYear(periodInName(name), fiscalYear)
  const told = named?.end ?? exported ?? today
  return {
    today,
    named,
    bound: source.replaces === 'period' && SHAPES[dataset].day !== null ? named : null,
    knownFrom: told < today ? told : today,
  }
}

/**
 * Finds every fault of every row: how many rows there are, and the rules that the file has broken so far. Throws
 * `NotInPlace`.
 */
async function judge(
  { request, belonging, reading: { dataset } }: Loading,
  stage: Stage,
  { today, bound, knownFrom }: Frame,
): Promise<{ rows: number; broken: string[] }> {
  const { key, warehouse } = request
  const { connection } = warehouse
  const { agreement, source } = belonging
  const fields = fieldsAsSql(dataset, stage.columns, source, agreement)
  const all = conditionsOn({ dataset, fields, agreement, source, bound, today })
  const own = all.filter((condition) => !asksIdentity(condition))
  const typed = await typeRows({ connection, stage, fields, conditions: own, key })
  if (typed === null) throw new NotInPlace()
  if (stage.columns.has('participant')) {
    const participants = `select ${textOf('participant')} as participant, ${lineIn(stage)} as line from incoming_row`
    await identify({ connection, key, agreement, source, today }, participants)
  }
  const conditions = all.filter(asksIdentity)
  await validate({ connection, dataset, stage, fields, conditions, marks: typed.marks, knownFrom })
  return { rows: typed.rows, broken: await rulesBroken(connection) }
}

/** The file cannot be read in place as it was meant to, and nothing of it is loaded. */
export class NotInPlace extends Error {}

/**
 * `read = new + changed + unchanged + duplicate + quarantined`. Anything else is a bug. What a newer file has spoken of
 * is unchanged.
 */
function rowSum(
  read: number,
  compared: Reconciliation,
  apart: { readonly duplicate: number; readonly quarantined: number; readonly older: number },
): RowSum {
  const { new: added, changed, removed } = compared
  const { duplicate, quarantined, older } = apart
  const unchanged = compared.unchanged + older
  if (read !== added + changed + unchanged + duplicate + quarantined) {
    throw new Error(`The row sum does not hold: ${read} read, ${JSON.stringify({ ...compared, ...apart })}`)
  }
  return { read, new: added, changed, unchanged, duplicate, quarantined, removed }
}
