import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import type { Agreement } from '@utfall/contracts'
import { queryRow } from '@utfall/warehouse'
import { z } from 'zod'

const LAST_DAY = `
  select max(scope_end) as last_day from delivery
  where verdict in ('approved', 'approved_with_remarks')
    and scope_end <= $today::date
    and list_contains(from_json($agreements::json, '["VARCHAR"]'), agreement)`

/**
 * The day that a publication speaks of: the one asked for, else the last that any loaded delivery speaks of,
 * else today. A file for a year that is not over does not make every new day a new publication: what it says
 * of days to come is left aside. Asking for a day in the future throws `ExpectedFault`.
 */
export async function dayOfPublication(
  connection: DuckDBConnection,
  agreements: readonly string[],
  asked: string | undefined,
  now: Date,
): Promise<string> {
  const today = swedishDay(now)
  if (asked !== undefined && asked > today) throw inTheFuture(asked, today)
  if (asked !== undefined) return asked
  const { last_day: lastDay } = await queryRow(
    connection,
    z.object({ last_day: z.string().nullable() }),
    LAST_DAY,
    { agreements: JSON.stringify(agreements), today },
  )
  return lastDay ?? today
}

/** Throws `ExpectedFault` where a day is asked for on which no agreement had begun: there is nothing to speak of. */
export function refuseBeforeAll(agreements: readonly Agreement[], asked: string | undefined): void {
  const first = agreements.map(({ period }) => period.start).toSorted()[0]
  if (asked === undefined || first === undefined || asked >= first) return
  throw new ExpectedFault(
    'as_of_before_agreements',
    {
      sv: `Den ${asked} hade inget avtal börjat: det första börjar ${first}. Ange den dagen eller en senare.`,
      en: `On ${asked} no agreement had begun: the first begins on ${first}. Give that day or a later one.`,
    },
    EXIT_STATUS.wrongUse,
  )
}

/** The calendar day in Sweden at an instant, as `2026-11-04`. */
function swedishDay(instant: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(instant)
}

function inTheFuture(asked: string, today: string): ExpectedFault {
  return new ExpectedFault(
    'as_of_in_the_future',
    {
      sv: `En publicering kan inte gälla till och med ${asked}, för i dag är det ${today}. Ange en dag som har varit.`,
      en: `A publication cannot speak of days up to ${asked}: today is ${today}. Give a day that has been.`,
    },
    EXIT_STATUS.wrongUse,
  )
}
