import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PublishedIndicators, ResultRow } from '@utfall/contracts'
import { queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import { z } from 'zod'
import { readManifest, readPublishedJson, readPublishedTable } from '../evaluation/published-tables.ts'
import { FigureRow } from './figure.ts'
import type { Counted } from './figure.ts'
import {
  cellOf,
  noSuchFigure,
  noSuchIndicator,
  noSuchPublication,
  noSuchVersion,
  peopleAsked,
} from './request.ts'
import type { ExplainRequest } from './request.ts'

const THEN = sqlBeside(import.meta.url, 'then.sql')

const CategoryRow = z.object({ breakdown: z.string(), category: z.string() })
/** A breakdown that is not published was counted all the same. */
const CATEGORIES = `
  select distinct breakdown, category
  from (unpivot part_then on activity, gender, age_group, district into name breakdown value category)
  order by all`

/**
 * The figure as a publication says it, with the people who stood behind it then in `explained_part` and
 * `explained_person`. Throws `ExpectedFault` where there is no such publication or figure.
 */
export async function countedThen(request: ExplainRequest, publication: string): Promise<Counted> {
  const { warehouse, home, agreement, indicator, period, where } = request
  const folder = join(home.publications, publication)
  if (!existsSync(join(folder, 'manifest.json'))) throw noSuchPublication(publication)
  const manifest = readManifest(folder)
  const results = z
    .array(ResultRow)
    .parse(readPublishedTable(folder, manifest, 'results').rows)
    .filter((row) => row.agreement === agreement.id)
  const figures = results.filter((row) => row.indicator === indicator)
  if (figures.length === 0) {
    throw noSuchIndicator(indicator, [...new Set(results.map((row) => row.indicator))])
  }
  const inPeriod = figures.filter((row) => row.period === period)
  const versions = [...new Set(inPeriod.map((row) => row.definition_version))].toSorted((a, b) => a - b)
  const version = request.version ?? Math.max(...versions)
  const [span] = inPeriod
  if (span !== undefined && !versions.includes(version)) throw noSuchVersion(request, versions)
  const headers = readPublishedJson(folder, manifest, 'indicators.json', PublishedIndicators)
  const header = headers.find((each) => each.id === indicator && each.version === version)
  const cell = cellOf(where)
  const rows = inPeriod.filter(
    (row) =>
      row.definition_version === version &&
      row.breakdown === cell?.breakdown &&
      row.category === cell.category,
  )
  if (header === undefined || span === undefined) {
    throw noSuchFigure(request, [...new Set(figures.map((row) => row.period))])
  }
  await runScript(warehouse.connection, THEN, { ...peopleAsked(request), indicator, version, publication })
  return {
    publication,
    asOf: manifest.as_of,
    header,
    versions,
    definitions: headers.map((each) => ({ header: each, sql: each.sql })),
    parameters: header.parameters[agreement.id] ?? {},
    categories: [...inPeriod, ...(await queryRows(warehouse.connection, CategoryRow, CATEGORIES))],
    rows: rows.map((row) => FigureRow.parse(row)),
    deliveries: manifest.deliveries.filter((delivery) => delivery.agreement === agreement.id),
    span,
  }
}
