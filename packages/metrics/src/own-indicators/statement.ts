import { readFileSync } from 'node:fs'
import { StatementType } from '@duckdb/node-api'
import type { DuckDBConnection, DuckDBExtractedStatements } from '@duckdb/node-api'
import type { Sentence } from '@utfall/contracts'
import { queryRows, sqlBeside } from '@utfall/warehouse'
import { z } from 'zod'
import type { Indicator, RegistryFault } from '../registry.ts'

const GUIDE = 'indicators/README.md'
const READS = sqlBeside(import.meta.url, 'reads.sql')

/** Functions that stand as a table and read nothing. Others may read any file on the machine, or run SQL in a text. */
const HARMLESS = ['range', 'generate_series', 'unnest', 'json_each', 'json_tree']

/**
 * What is wrong with an indicator's SQL before anything is counted: what `parseFault` finds, a statement that
 * writes, a column or view that there is not, output that lacks what is required. The views that it may read must
 * be there.
 */
export async function statementFault(
  connection: DuckDBConnection,
  indicator: Indicator,
): Promise<RegistryFault | undefined> {
  return parseFault(connection, indicator, async (statements) => {
    const prepared = await statements.prepare(0)
    try {
      if (prepared.statementType !== StatementType.SELECT) return faultOf(indicator, WRITES)
      const names = Array.from({ length: prepared.columnCount }, (_, at) => prepared.columnName(at))
      const columns = new Set(names)
      const missing = required(indicator).filter((name) => !columns.has(name))
      return missing.length > 0 ? faultOf(indicator, lacks(missing)) : undefined
    } finally {
      prepared.destroySync()
    }
  })
}

/**
 * What is wrong with the SQL as text: it cannot be read, is several statements, or reads more than the warehouse. What
 * has passed can be put inside another statement and stays there.
 */
export async function parseFault(
  connection: DuckDBConnection,
  indicator: Indicator,
  then: (statements: DuckDBExtractedStatements) => Promise<RegistryFault | undefined> = () =>
    Promise.resolve(undefined),
): Promise<RegistryFault | undefined> {
  try {
    const statements = await connection.extractStatements(indicator.sql)
    if (statements.count > 1) return faultOf(indicator, SEVERAL, lineOfSecond(indicator.sql))
    const [read] = await queryRows(connection, Read, READS, {
      select: indicator.sql,
      harmless: JSON.stringify(HARMLESS),
    })
    if (read !== undefined) return outside(indicator, read)
    return await then(statements)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return faultOf(indicator, cannotRun(error.message), Number(/LINE (\d+):/.exec(error.message)?.[1] ?? 1))
  }
}

const Read = z.object({ what: z.string().nullable(), place: z.int() })

function outside(indicator: Indicator, { what, place }: z.infer<typeof Read>): RegistryFault {
  if (what === null) return faultOf(indicator, WRITES)
  const before = Buffer.from(indicator.sql).subarray(0, place).toString()
  return faultOf(indicator, readsMore(what), before.split('\n').length)
}

/** A fault on a line of the SQL, as a line of the file. */
export function faultOf(indicator: Indicator, sentence: Sentence, line = 1): RegistryFault {
  return { path: indicator.path, line: lineOfSelect(indicator) + line - 1, sentence }
}

function required({ header }: Indicator): string[] {
  return header.counts === 'people' || header.counts === 'events' ? ['period_id', 'role'] : ['period_id']
}

/** The line in the file on which the SQL begins. */
function lineOfSelect({ path, sql }: Indicator): number {
  const text = readFileSync(path, 'utf8')
  return text.slice(0, text.lastIndexOf(sql)).split('\n').length
}

function lineOfSecond(sql: string): number {
  return sql.slice(0, sql.indexOf(';')).split('\n').length
}

const SEVERAL: Sentence = {
  sv: `Efter definitionen står flera satser. Behåll en enda SELECT; ${GUIDE} visar vad den ska ge.`,
  en: `Several statements follow the definition. Keep one SELECT; ${GUIDE} shows what it must yield.`,
}

const WRITES: Sentence = {
  sv: `Satsen ändrar något. En indikator får bara läsa: skriv en SELECT; ${GUIDE} visar vad den ska ge.`,
  en: `The statement changes something. An indicator may only read: write a SELECT; ${GUIDE} shows what it must yield.`,
}

const readsMore = (what: string): Sentence => ({
  sv: `”${what}” får en indikator inte läsa: den räknas ur det som är inläst, inte ur filer eller inställningar. Ta bort det; ${GUIDE} visar vad den får läsa.`,
  en: `An indicator may not read "${what}": it is counted from what is ingested, not from files or settings. Remove it; ${GUIDE} shows what it may read.`,
})

const lacks = (columns: readonly string[]): Sentence => ({
  sv: `SELECT-satsen ger inte ”${columns.join('” och ”')}”. Lägg till det; ${GUIDE} visar vilka kolumner som behövs.`,
  en: `The SELECT does not yield "${columns.join('" and "')}". Add it; ${GUIDE} shows which columns are needed.`,
})

/** The engine names the column or view that it does not know, and the nearest that there are. */
export function cannotRun(message: string): Sentence {
  const what =
    message
      .split(/\n\s*\n?LINE /)[0]
      ?.trim()
      .replaceAll(/\s*\n\s*/g, ' · ') ?? message
  return {
    sv: `SELECT-satsen går inte att köra (${what}). Rätta den; ${GUIDE} visar vad den får läsa.`,
    en: `The SELECT cannot be run (${what}). Mend it; ${GUIDE} shows what it may read.`,
  }
}
