import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { PublishedIndicators, ResultRow } from '@utfall/contracts'
import { runScript, sqlBeside } from '@utfall/warehouse'
import { z } from 'zod'
import { readManifest, readPublishedJson, readPublishedTable } from '../evaluation/published-tables.ts'
import { figureRow } from './figure.ts'
import type { Counted } from './figure.ts'
import { cellOf, noSuchFigure, noSuchPublication, peopleAsked } from './request.ts'
import type { ExplainRequest } from './request.ts'

const THEN = sqlBeside(import.meta.url, 'then.sql')

/**
 * The figure as a publication says it, with the people who stood behind it then in `explained_part` and
 * `explained_person`. Throws `ExpectedFault` where there is no such publication or figure.
 */
export async function countedThen(request: ExplainRequest, publication: string): Promise<Counted> {
  const { warehouse, home, agreement, indicator, period, where } = request
  const folder = join(home.publications, publication)
  if (!existsSync(join(folder, 'manifest.json'))) throw noSuchPublication(publication)
  const manifest = readManifest(folder)
  const figures = z
    .array(ResultRow)
    .parse(readPublishedTable(folder, manifest, 'results').rows)
    .filter((row) => row.agreement === agreement.id && row.indicator === indicator)
  const inPeriod = figures.filter((row) => row.period === period)
  const version = Math.max(...inPeriod.map((row) => row.definition_version))
  const [span] = inPeriod
  const header = readPublishedJson(folder, manifest, 'indicators.json', PublishedIndicators).find(
    (each) => each.id === indicator && each.version === version,
  )
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
    rows: rows.map(figureRow),
    deliveries: manifest.deliveries.filter((delivery) => delivery.agreement === agreement.id),
    span,
  }
}
