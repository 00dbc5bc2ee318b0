import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { identifier, literal } from '@utfall/warehouse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { openExample } from './example.ts'
import type { Example } from './example.ts'
import { TABLE_NAMES } from './published-table.ts'
import { writePublication } from './write.ts'

/** What a reader needs of a tabular resource. https://datapackage.org/standard/table-schema/ */
const TabularResource = z.object({
  path: z.string(),
  type: z.literal('table'),
  encoding: z.literal('utf-8'),
  rows: z.int(),
  dialect: z.object({ delimiter: z.string(), quoteChar: z.string(), header: z.literal(true) }),
  schema: z.object({
    missingValues: z.tuple([z.literal('')]),
    primaryKey: z.array(z.string()).optional(),
    fields: z.array(
      z.object({
        name: z.string(),
        type: z.enum(['string', 'date', 'boolean', 'integer', 'number']),
        decimalChar: z.string().optional(),
        constraints: z.object({ required: z.boolean(), enum: z.array(z.string()).optional() }),
      }),
    ),
  }),
})
type TabularResource = z.infer<typeof TabularResource>

let example: Example
let folder: string
let resources: { path: string; type?: string | undefined }[]

beforeAll(async () => {
  example = await openExample()
  folder = (await writePublication(example.writing)).folder
  resources = z
    .object({ resources: z.array(z.looseObject({ path: z.string(), type: z.string().optional() })) })
    .parse(readJson('datapackage.json')).resources
})
afterAll(() => example.warehouse.close())

const readJson = (name: string): unknown => JSON.parse(readFileSync(join(folder, name), 'utf8'))
const tabular = () =>
  resources.filter(({ type }) => type === 'table').map((each) => TabularResource.parse(each))

/** Reads every cell as text, and counts by SQL what the description does not allow. */
async function faultsOf({ path, dialect, schema, rows }: TabularResource): Promise<string[]> {
  const columns = schema.fields.map(({ name }) => `${literal(name)}: 'varchar'`).join(', ')
  await example.connection.run(
    `create or replace temp table described as from read_csv(${literal(join(folder, path))}, auto_detect = false,
       columns = {${columns}}, header = true, delim = ${literal(dialect.delimiter)}, quote = '"', escape = '"')`,
  )
  const faults = [`if(count(*) <> ${rows}, 'rows', null)`]
  for (const { name, type, decimalChar = '.', constraints } of schema.fields) {
    const cell = identifier(name)
    const shape = {
      string: '.*',
      date: String.raw`\d{4}-\d{2}-\d{2}`,
      boolean: 'true|false',
      integer: String.raw`-?\d+`,
      number: `-?\\d+([${decimalChar}]\\d+)?`,
    }[type]
    const allowed = constraints.enum?.map(literal).join(', ')
    const isWrong = [
      `not regexp_full_match(${cell}, ${literal(shape)}, 's')`,
      ...(constraints.required ? [`${cell} is null`] : []),
      ...(allowed === undefined ? [] : [`${cell} not in (${allowed})`]),
    ].join(' or ')
    faults.push(`if(bool_or(${isWrong}), ${literal(name)}, null)`)
  }
  if (schema.primaryKey !== undefined) {
    const key = schema.primaryKey.map(identifier).join(', ')
    faults.push(`if(count(distinct (${key})) <> count(*), 'primary key', null)`)
  }
  const reader = await example.connection.runAndReadAll(
    `select list_filter([${faults.join(', ')}], fault -> fault is not null) as faults from described`,
  )
  return z.array(z.object({ faults: z.array(z.string()) })).parse(reader.getRowObjectsJson())[0]?.faults ?? []
}

describe('the data package', () => {
  test('describes every CSV file, and each is as described', async () => {
    expect(
      tabular()
        .map(({ path }) => path)
        .sort(),
    ).toEqual(TABLE_NAMES.flatMap((name) => [`${name}.csv`, `${name}.excel.csv`]).sort())
    for (const resource of tabular())
      expect([resource.path, await faultsOf(resource)]).toEqual([resource.path, []])
  })

  test('would notice a file that is not as described', async () => {
    const [resource] = tabular()
    if (resource === undefined) throw new Error('no table')
    const fields = resource.schema.fields.map((field) =>
      field.name === 'status' ? { ...field, constraints: { required: true, enum: ['ok'] } } : field,
    )
    const stricter = {
      ...resource,
      rows: 1,
      schema: { ...resource.schema, fields, primaryKey: ['agreement'] },
    }
    expect(await faultsOf(stricter)).toEqual(['rows', 'status', 'primary key'])
  })

  test('has names that its standard allows, each once', () => {
    const names = resources.map((resource) => ('name' in resource ? resource.name : ''))
    expect(names.filter((name) => typeof name !== 'string' || !/^[-a-z0-9._/]+$/.test(name))).toEqual([])
    expect(new Set(names).size).toBe(names.length)
  })
})

describe('CSV on the Web', () => {
  test('stands beside each CSV file, with its columns, delimiter and decimal sign', () => {
    for (const { path, dialect, schema } of tabular()) {
      expect(readJson(`${path}-metadata.json`)).toMatchObject({
        url: path,
        dialect: { delimiter: dialect.delimiter, header: true, encoding: 'utf-8' },
        tableSchema: { columns: schema.fields.map(({ name }) => ({ name, titles: name })) },
      })
    }
  })

  test('says decimal comma where there is one, and codes as a pattern', () => {
    const metadata = JSON.stringify(readJson('results.excel.csv-metadata.json'))
    expect(metadata).toContain('"format":{"decimalChar":","}')
    expect(metadata).toContain(String.raw`gender\\*age_group`)
  })
})
