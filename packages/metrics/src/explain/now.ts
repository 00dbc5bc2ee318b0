import { ResultRow } from '@utfall/contracts'
import { queryRows, runScript, sqlBeside } from '@utfall/warehouse'
import { countMoney } from '../costs/count.ts'
import { countPeople } from '../count.ts'
import { versionsIn } from '../definitions/versions.ts'
import { periodsOf, preparePeriods } from '../periods.ts'
import { dayOfPublication } from '../publication/as-of.ts'
import { parametersOf } from '../publication/parameters.ts'
import { provenance } from '../publication/provenance.ts'
import { soundRegistry } from '../own-indicators/sound.ts'
import { FigureRow } from './figure.ts'
import type { Counted } from './figure.ts'
import { cellOf, noSuchFigure, noSuchIndicator, noSuchVersion, peopleAsked } from './request.ts'
import type { ExplainRequest } from './request.ts'

const NOW = sqlBeside(import.meta.url, 'now.sql')
const PUBLISHED_DELIVERIES = sqlBeside(import.meta.url, '../sql/published_deliveries.sql')

/**
 * The figure as the warehouse stands, before disclosure control, with the people behind it in `explained_part`
 * and `explained_person`. Throws `ExpectedFault` where there is no such figure.
 */
export async function countedNow(request: ExplainRequest): Promise<Counted> {
  const { warehouse, agreement, indicator, period, where, now } = request
  const { connection } = warehouse
  const registry = await soundRegistry(connection, request.indicatorFolders)
  const named = registry.indicators.filter(({ header }) => header.id === indicator)
  if (named.length === 0) {
    throw noSuchIndicator(
      indicator,
      registry.indicators.map(({ header }) => header.id),
    )
  }
  const asOf = await dayOfPublication(connection, [agreement.id], undefined, now)
  const asked = periodsOf(agreement, asOf).find((each) => each.period === period)
  const versions = versionsIn(agreement, named, asked?.period_end ?? agreement.period.end)
  const version = request.version ?? versions.at(-1)
  const found = named.find(({ header }) => header.version === version && versions.includes(version))
  if (found === undefined) throw noSuchVersion(request, versions)
  await preparePeriods(connection, [agreement], asOf)
  const ofPeople = found.header.counts === 'people' || found.header.counts === 'events'
  await countPeople(connection, ofPeople ? { indicators: [found], faults: [] } : registry, asOf)
  if (!ofPeople) await countMoney(connection, [agreement], registry, asOf)

  const cell = cellOf(where)
  const figures = await queryRows(
    connection,
    ResultRow,
    'from result where indicator = $indicator and definition_version = $version',
    { indicator, version: found.header.version },
  )
  const inPeriod = figures.filter((row) => row.period === period)
  const rows = inPeriod.filter((row) => row.breakdown === cell?.breakdown && row.category === cell.category)
  const [span] = inPeriod
  if (span === undefined) {
    throw noSuchFigure(request, [...new Set(figures.map((row) => row.period))])
  }
  if (ofPeople) await runScript(connection, NOW, peopleAsked(request))
  await runScript(connection, PUBLISHED_DELIVERIES, {
    agreements: JSON.stringify([agreement.id]),
    as_of: asOf,
  })
  const { deliveries } = await provenance(connection, [agreement])
  return {
    publication: null,
    asOf,
    header: found.header,
    versions,
    definitions: registry.indicators,
    parameters: parametersOf(found.header, agreement),
    categories: inPeriod,
    rows: rows.map((row) => FigureRow.parse(row)),
    deliveries,
    span,
  }
}
