import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Manifest, PublishedAgreements, PublishedIndicators, Receipt } from '@utfall/contracts'
import type { ResultRow } from '@utfall/contracts'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { MANY_PARTICIPANTS, expectedRelease } from './expected-release.ts'
import type { Release } from './expected-release.ts'
import { currentPublication, publishedCurves, publishedResults } from './published-results.ts'
import { sampleRun } from './sample.ts'
import { sampleTruths } from './sample-truth.ts'
import type { TrueCell, Truth } from './sample-truth.ts'

const sample = await sampleRun()
const results = await publishedResults(sample.home)
const curves = await publishedCurves(sample.home)
const manifest = published('manifest.json', Manifest)
const agreements = published('agreements.json', PublishedAgreements)
const indicators = new Map(
  published('indicators.json', PublishedIndicators).map((indicator) => [indicator.id, indicator]),
)
const { receipts } = z.object({ receipts: z.array(Receipt) }).parse(JSON.parse(sample.stdout))

/**
 * Indicators that the generator states no truth of: they are counted by hand in small worlds, beside their code. The
 * sample has no price index for the years of its participants, and goals are judged on what is shown.
 */
const WITHOUT_TRUTH = ['cost_per_participant_fixed', 'goals_met']

/** Of what the limits alone would let through, this share at least is shown: of all figures, and of totals. */
const LEAST_SHOWN = 0.5
const LEAST_TOTALS_SHOWN = 0.88

const NUMBERS = [
  'value',
  'numerator',
  'denominator',
  'unknown',
  'excluded',
  'ci_low',
  'ci_high',
  'lower_bound',
  'upper_bound',
] as const

describe.each(sampleTruths())('$agreement', (truth) => {
  const rows = new Map(
    results.filter(({ agreement }) => agreement === truth.agreement).map((row) => [keyOf(row), row]),
  )

  test('speaks of the day that the truth speaks of', () => {
    expect(manifest.as_of).toBe(truth.as_of)
  })

  test('every delivery is loaded as it should be', () => {
    const expected = truth.deliveries.map(({ source, file, rows: sum }) => ({ source, file, ...sum }))
    const loaded = receipts
      .filter(({ agreement }) => agreement === truth.agreement)
      .map(({ source, file, rows: sum }) => ({ source, file, ...sum }))
    const inOrder = (those: typeof loaded) => those.toSorted((a, b) => (a.file < b.file ? -1 : 1))
    expect(inOrder(loaded)).toEqual(inOrder(expected))
  })

  test('every published figure is true', () => {
    const wrong = comparable(truth).flatMap(({ cell, row }) => {
      if (row === undefined || row.status !== 'ok') return []
      return differs(cell, row) ? [{ cell, row: pick(row) }] : []
    })
    expect(wrong).toEqual([])
  })

  test('figures are withheld where the limits say so, and none is missing', () => {
    const wrong = comparable(truth)
      .filter(({ release, row }) => !agrees(release, row))
      .map(({ cell, release, row }) => ({ cell, expected: release, is: row?.status ?? 'absent' }))
    expect(wrong).toEqual([])
  })

  test('most of what might be shown is, though some would tell of what is hidden', () => {
    const possible = comparable(truth).filter(({ release }) => release === 'possible')
    const shown = possible.filter(({ row }) => row?.status === 'ok')
    expect(shown.length).toBeGreaterThan(100)
    expect(shown.length / possible.length).toBeGreaterThan(LEAST_SHOWN)
    const totals = possible.filter(({ cell }) => cell.breakdown === 'total')
    const shownTotals = totals.filter(({ row }) => row?.status === 'ok')
    expect(shownTotals.length / totals.length).toBeGreaterThan(LEAST_TOTALS_SHOWN)
  })

  test('nothing but zero is published where the truth knows nobody', () => {
    const known = new Set(truth.cells.map(keyOf))
    const counted = new Set(truth.cells.map(({ indicator }) => indicator))
    const invented = [...rows].filter(
      ([key, { indicator, breakdown, status, value }]) =>
        counted.has(indicator) &&
        breakdown !== 'gender*age_group' &&
        !known.has(key) &&
        status === 'ok' &&
        value !== 0,
    )
    expect(invented.map(([key]) => key)).toEqual([])
  })

  test('every point of a curve that is shown is true', () => {
    const points = new Map(truth.curves.map((point) => [pointOf(point), point]))
    const shown = curves.filter(({ agreement, status }) => agreement === truth.agreement && status === 'ok')
    // a point needs enough of both causes
    expect(shown.length >= 5 || truth.curves.length === 0).toBe(true)
    const wrong = shown.filter((row) => {
      const point = points.get(pointOf(row))
      return (
        point === undefined ||
        point.at_risk !== row.at_risk ||
        !isSame(point.value, row.value ?? NaN, 'share')
      )
    })
    expect(wrong).toEqual([])
  })

  function comparable({ cells }: Truth) {
    const complete = new Set(
      manifest.agreements
        .filter(({ id }) => id === truth.agreement)
        .flatMap(({ periods }) => periods)
        .filter(({ complete: isComplete }) => isComplete)
        .map(({ period_type, period }) => `${period_type} ${period}`),
    )
    const large = new Set(
      cells
        .filter(({ indicator, breakdown }) => indicator === 'unique_participants' && breakdown === 'total')
        .filter(({ value }) => (value ?? 0) >= MANY_PARTICIPANTS)
        .map(({ period_type, period }) => `${period_type} ${period}`),
    )
    const limits = agreements.find(({ id }) => id === truth.agreement)?.disclosure
    if (limits === undefined) throw new Error(`${truth.agreement} is not published`)
    return cells.map((cell) => {
      const indicator = indicators.get(cell.indicator)
      if (indicator === undefined) throw new Error(`${cell.indicator} is not published`)
      const isComplete = complete.has(`${cell.period_type} ${cell.period}`)
      return {
        cell,
        row: rows.get(keyOf(cell)),
        release: expectedRelease(indicator, cell, limits, {
          isComplete,
          isLarge: large.has(`${cell.period_type} ${cell.period}`),
        }),
      }
    })
  }
})

test('every indicator has a truth to be compared with, but those that are named', () => {
  const told = new Set(sampleTruths().flatMap(({ cells }) => cells.map(({ indicator }) => indicator)))
  expect([...indicators.keys()].filter((id) => !told.has(id)).toSorted()).toEqual(WITHOUT_TRUTH)
})

test('a row that is not shown has no number', () => {
  const withheld = results.filter(({ status }) => status !== 'ok')
  expect(withheld.length).toBeGreaterThan(50)
  expect(withheld.filter((row) => NUMBERS.some((column) => row[column] !== null))).toEqual([])
})

test('figures of Kolada stand beside the agreement by the names of their series, and no index of prices does', () => {
  const told = agreements.map(({ id, context }) => [id, [...new Set(context.map(({ series }) => series))]])
  expect(Object.fromEntries(told)).toEqual({
    'eskilstuna-stadsmissionen': [],
    'sollentuna-mojligheternas-plats': ['N02797', 'U40455'],
  })
})

function published<Schema extends z.ZodType>(file: string, schema: Schema): z.infer<Schema> {
  return schema.parse(JSON.parse(readFileSync(join(currentPublication(sample.home), file), 'utf8')))
}

type Place = Pick<ResultRow, 'indicator' | 'basis' | 'period_type' | 'period' | 'breakdown' | 'category'>

function keyOf({
  indicator,
  basis,
  period_type,
  period,
  breakdown,
  category,
}: { [key in keyof Place]: string }) {
  return [indicator, basis, period_type, period, breakdown, category].join(' ')
}

function pointOf(row: { period_type: string; period: string; cause: string; month: number }) {
  return [row.period_type, row.period, row.cause, row.month].join(' ')
}

/** Whether a figure is published as it may be. Which ones are hidden for the sake of others no truth tells. */
function agrees(release: Release, row: ResultRow | undefined): boolean {
  if (release === 'either') return true
  if (release === 'absent' || row === undefined) return release === 'absent' && row === undefined
  return release === 'possible' || row.status !== 'ok'
}

/** What the truth does not state is not compared: the sum behind a mean, the unknown where there are none to be. */
function differs(cell: TrueCell, row: ResultRow): boolean {
  return (['value', 'numerator', 'denominator', 'unknown'] as const).some((column) => {
    const [truth, shown] = [cell[column], row[column]]
    if (truth === null || (shown === null && column !== 'value')) return false
    return shown === null || !isSame(truth, shown, row.unit)
  })
}

/** Kronor are published to the öre; all else is equal but for the last bits of a quotient. */
function isSame(truth: number, shown: number, unit: ResultRow['unit']): boolean {
  const tolerance = unit === 'kronor' ? 0.005 + 1e-9 * Math.abs(truth) : 1e-9 * Math.max(1, Math.abs(truth))
  return Math.abs(truth - shown) <= tolerance
}

function pick({ value, numerator, denominator, unknown }: ResultRow) {
  return { value, numerator, denominator, unknown }
}
