import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { homeAt, openWarehouse, queryRows } from '@utfall/warehouse'
import type { Warehouse } from '@utfall/warehouse'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { explain } from '../explain.ts'
import { publish } from '../publish.ts'
import { agreementOf, deliver } from '../small-world.ts'

const folder = mkdtempSync(join(tmpdir(), 'utfall-definitions-'))
const home = homeAt(mkdtempSync(join(tmpdir(), 'utfall-versions-')))

/** Version 1 counts all who came; version 2 those who came more than once. */
const definition = (version: number, where: string) => `/*
id: regulars
version: ${version}
kind: count
unit: people
counts: people
title: { sv: Stamgäster, en: Regulars }
definition: { sv: Antal personer som kom., en: Number of people who came. }
numerator: { sv: Personer med närvaro., en: People with an attendance. }
placed_by: { sv: Dagen för närvaron., en: The day of the attendance. }
better: higher
breakdowns: [total]
*/
select period_id, activity, person, 'numerator' as role from participation where ${where}
`
const save = (name: string, text: string) => writeFileSync(join(folder, name), text)

let warehouse: Warehouse

beforeAll(async () => {
  warehouse = await openWarehouse(home)
  const people = Array.from({ length: 30 }, (_, at) => `Person ${at}`)
  await deliver(warehouse, {
    delivery: [
      {
        source_id: 'attendance',
        dataset: 'attendance',
        file: 'a.csv',
        sha256: 'a'.repeat(64),
        scope_end: '2026-12-31',
      },
    ],
    attendance: people.flatMap((person, at) =>
      ['2025-04-01', '2026-04-01', ...(at < 12 ? ['2025-05-01', '2026-05-01'] : [])].map((date) => ({
        person,
        date,
      })),
    ),
  })
  save('regulars.sql', definition(1, 'true'))
  await publishWith({})
})
afterAll(() => warehouse.close())
afterEach(() => {
  rmSync(join(folder, 'regulars@1.sql'), { force: true })
  save('regulars.sql', definition(1, 'true'))
})

async function publishWith(definitions: Record<string, unknown>, id = 'park') {
  return publish({
    warehouse,
    home,
    agreements: [agreementOf({ id, definitions })],
    now: new Date('2027-01-15T12:00:00Z'),
    program: 'utfall 0',
    indicatorFolders: [folder],
    progress: () => undefined,
  })
}

async function figures(agreement = 'park') {
  const rows = await queryRows(
    warehouse.connection,
    z.object({ period: z.string(), definition_version: z.int(), value: z.number() }),
    `select period, definition_version, value from published_results
    where agreement = '${agreement}' and period in ('2025', '2026', 'all') order by period, definition_version`,
  )
  return rows.map(({ period, definition_version, value }) => [period, definition_version, value])
}

function newVersion() {
  save('regulars@1.sql', definition(1, 'true'))
  save('regulars.sql', definition(2, 'visits > 1'))
}

describe('a definition', () => {
  test('that is changed without a new version is refused, by file', async () => {
    save('regulars.sql', definition(1, 'visits > 1'))
    await expect(publishWith({})).rejects.toMatchObject({
      code: 'definition_changed',
      exitStatus: 2,
      sentence: {
        sv: expect.stringContaining('regulars.sql'),
        en: expect.stringContaining('regulars@1.sql'),
      },
    })
  })

  test('of a new version is refused without the file of the one that was published', async () => {
    save('regulars.sql', definition(2, 'visits > 1'))
    await expect(publishWith({})).rejects.toMatchObject({
      code: 'definition_gone',
      exitStatus: 2,
      sentence: {
        sv: expect.stringContaining('regulars@1.sql'),
        en: expect.stringContaining('regulars@1.sql'),
      },
    })
  })

  test('may be written on other lines', async () => {
    save('regulars.sql', definition(1, 'true').replace(' from participation', '\nfrom participation'))
    await expect(publishWith({})).resolves.toMatchObject({ changed: true })
  })

  test('of a new version is refused until the agreement says from which day it holds', async () => {
    newVersion()
    for (const definitions of [{}, { regulars: { version: 2 } }]) {
      await expect(publishWith(definitions)).rejects.toMatchObject({
        code: 'definition_unbound',
        exitStatus: 2,
        sentence: {
          sv: expect.stringContaining('regulars: { version: 2, valid_from'),
          en: expect.stringContaining('park'),
        },
      })
    }
  })

  test('of a new version holds everywhere, alone, in an agreement that was not published by the old one', async () => {
    newVersion()
    await publishWith({}, 'new-park')
    expect(await figures('new-park')).toEqual([
      ['2025', 2, 0],
      ['2026', 2, 0],
      ['all', 2, 0],
    ])
  })

  test('of the former version stands beside the new one from the day that it holds', async () => {
    newVersion()
    const { folder: publication } = await publishWith({ regulars: { version: 2, valid_from: '2026-01-01' } })
    expect(await figures()).toEqual([
      ['2025', 1, 30],
      ['2026', 1, 30],
      ['2026', 2, 12],
      ['all', 1, 30],
      ['all', 2, 30],
    ])
    const told = JSON.parse(readFileSync(join(publication, 'indicators.json'), 'utf8'))
    expect(told).toMatchObject([
      { id: 'regulars', version: 1, valid_from: { park: '2025-03-01' } },
      { id: 'regulars', version: 2, valid_from: { park: '2026-01-01' } },
    ])
  })

  test.each(['as published', 'draft'])('of each version is explained apart (%s)', async (kind) => {
    newVersion()
    const definitions = { regulars: { version: 2, valid_from: '2026-01-01' } }
    const { id } = await publishWith(definitions)
    const explained = (period: string, version?: number) =>
      explain({
        warehouse,
        home,
        agreement: agreementOf({ id: 'park', definitions }),
        indicator: 'regulars',
        period,
        publication: kind === 'draft' ? kind : id,
        ...(version !== undefined && { version }),
        where: {},
        members: false,
        indicatorFolders: [folder],
        now: new Date('2027-01-15T12:00:00Z'),
      })
    expect(await explained('2026')).toMatchObject({
      definition_version: 2,
      definition_versions: [1, 2],
      value: 12,
    })
    expect(await explained('2026', 1)).toMatchObject({
      definition_version: 1,
      definition_versions: [1, 2],
      value: 30,
      waterfall: [{ role: 'universe' }, { role: 'numerator', count: 30 }],
    })
    expect(await explained('2025')).toMatchObject({
      definition_version: 1,
      definition_versions: [1],
      value: 30,
    })
    await expect(explained('2025', 2)).rejects.toMatchObject({ code: 'unknown_version', exitStatus: 2 })
  })

  test('that an agreement has bound stays when there is a newer one', async () => {
    newVersion()
    await publishWith({ regulars: { version: 1 } })
    expect(await figures()).toEqual([
      ['2025', 1, 30],
      ['2026', 1, 30],
      ['all', 1, 30],
    ])
  })

  test('that no file holds is refused', async () => {
    await expect(publishWith({ regulars: { version: 3 } })).rejects.toMatchObject({
      code: 'unknown_definition_version',
      exitStatus: 2,
    })
  })
})
