import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { homeAt } from './home.ts'
import { openWarehouse } from './open.ts'
import { queryRow, queryRows } from './query.ts'

const Count = z.object({ n: z.int() })
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'utfall-warehouse-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('openWarehouse', () => {
  it('creates the schema, and finds it again', async () => {
    const first = await openWarehouse(homeAt(folder))
    await first.connection.run("insert into setting values ('a', 'b')")
    first.close()
    const second = await openWarehouse(homeAt(folder))
    expect(await queryRow(second.connection, Count, 'select count(*)::int as n from setting')).toStrictEqual({
      n: 1,
    })
    second.close()
  })

  it('is readable by its owner only', async () => {
    const warehouse = await openWarehouse(homeAt(join(folder, 'new')))
    warehouse.close()
    expect(statSync(join(folder, 'new')).mode & 0o077).toBe(0)
  })

  it('says with status 4 that another process has it', async () => {
    const warehouse = await openWarehouse(homeAt(folder))
    const script = `
      import { homeAt, openWarehouse } from ${JSON.stringify(new URL('index.ts', import.meta.url).href)}
      await openWarehouse(homeAt(${JSON.stringify(folder)})).catch((fault) => {
        console.log(fault.code)
        process.exitCode = fault.exitStatus
      })`
    const other = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' })
    warehouse.close()
    expect(other).toMatchObject({ status: 4, stdout: 'warehouse_in_use\n' })
  })

  it('opens again after a process that was killed when it had only just made the schema', async () => {
    const script = `
      import { homeAt, openWarehouse } from ${JSON.stringify(new URL('index.ts', import.meta.url).href)}
      await openWarehouse(homeAt(${JSON.stringify(folder)}))
      process.kill(process.pid, 'SIGKILL')`
    const killed = spawnSync(process.execPath, ['--input-type=module', '-e', script])
    expect(killed.signal).toBe('SIGKILL')
    const warehouse = await openWarehouse(homeAt(folder))
    expect(
      await queryRow(warehouse.connection, Count, 'select count(*)::int as n from delivery'),
    ).toStrictEqual({ n: 0 })
    warehouse.close()
  })

  it('refuses a file that is no warehouse and leaves it as it was', async () => {
    const home = homeAt(folder)
    writeFileSync(home.warehouse, 'not a database, but long enough to be mistaken for one'.repeat(200))
    const before = readFileSync(home.warehouse)
    await expect(openWarehouse(home)).rejects.toMatchObject({ code: 'warehouse_unreadable', exitStatus: 2 })
    expect(readFileSync(home.warehouse).equals(before)).toBe(true)
  })

  it('refuses a warehouse whose schema another version made', async () => {
    const warehouse = await openWarehouse(homeAt(folder))
    await warehouse.connection.run("update migration set sha256 = 'other' where number = 1")
    warehouse.close()
    await expect(openWarehouse(homeAt(folder))).rejects.toMatchObject({ code: 'warehouse_version' })
  })

  it('encrypts what it must write to disk for a while', async () => {
    const warehouse = await openWarehouse(homeAt(folder))
    const Setting = z.object({ value: z.string() })
    const [row] = await queryRows(
      warehouse.connection,
      Setting,
      "select value from duckdb_settings() where name = 'temp_file_encryption'",
    )
    warehouse.close()
    expect(row?.value).toBe('true')
  })
})
