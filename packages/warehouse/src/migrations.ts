import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import { EXIT_STATUS, ExpectedFault } from '@utfall/contracts'
import { z } from 'zod'
import { queryRows, runScript, transaction } from './query.ts'

const FOLDER = new URL('../migrations/', import.meta.url)

const Applied = z.object({ number: z.int(), sha256: z.string() })

/**
 * Brings the warehouse to the newest schema; each migration is one transaction, written into the file itself as it
 * commits: DuckDB 1.5 cannot replay a column added to a table from its log, and a killed process would leave that.
 */
export async function migrate(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    'create table if not exists migration (number integer primary key, name varchar not null, sha256 varchar not null)',
  )
  const applied = await queryRows(connection, Applied, 'select number, sha256 from migration order by number')
  const known = migrations()
  for (const { number, sha256 } of applied) {
    if (known.find((each) => each.number === number)?.sha256 !== sha256) throw otherVersion()
  }
  const missing = known.slice(applied.length)
  if (missing.length === 0) return
  await connection.run("set checkpoint_threshold = '0 bytes'")
  for (const { number, name, sql, sha256 } of missing) {
    await transaction(connection, async () => {
      await runScript(connection, sql)
      await connection.run('insert into migration values ($number, $name, $sha256)', { number, name, sha256 })
    })
  }
  await connection.run('reset global checkpoint_threshold')
}

function migrations() {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, FOLDER), 'utf8')
      const sha256 = createHash('sha256').update(sql).digest('hex')
      return { number: Number.parseInt(name, 10), name, sql, sha256 }
    })
}

function otherVersion(): ExpectedFault {
  return new ExpectedFault(
    'warehouse_version',
    {
      sv: 'Lagret är gjort av en annan version av Utfall. Använd den versionen, eller flytta undan mappen och läs in leveranserna på nytt.',
      en: 'The warehouse was made by another version of Utfall. Use that version, or move the folder away and ingest the deliveries again.',
    },
    EXIT_STATUS.wrongUse,
  )
}
