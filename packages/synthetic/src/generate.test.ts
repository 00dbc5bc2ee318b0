import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DATASETS, fieldOfHeader, readAgreement } from '@utfall/contracts'
import type { Agreement } from '@utfall/contracts'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import type { Delivery } from './delivery.ts'
import { SEED, sampleOf } from './generate.ts'
import { truthFile, truthJson } from './truth-file.ts'
import type { Cell } from './truth/cell.ts'

const root = join(import.meta.dirname, '../../..')
const folder = join(root, 'data/agreements')

const samples = readdirSync(folder).map((id) => {
  const reading = readAgreement(readFileSync(join(folder, id, 'agreement.yaml'), 'utf8'), id)
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults))
  const sample = sampleOf(reading.agreement, SEED)
  return { id, agreement: reading.agreement, sample, truth: truthFile(sample, SEED) }
})

/** Latin text in any of the sample's encodings, without byte order mark. */
function textOf({ bytes }: Delivery): string {
  const text = iconv.decode(Buffer.from(bytes), 'utf8')
  return text.includes('\uFFFD') ? iconv.decode(Buffer.from(bytes), 'win1252') : text
}

const isKnownHeader = (agreement: Agreement, source: string, header: string): boolean => {
  const { dataset, columns } = agreement.sources.find(({ id }) => id === source) ?? {}
  if (dataset === undefined) return false
  return Object.keys(columns ?? {}).includes(header) || fieldOfHeader(DATASETS[dataset], header) !== undefined
}

describe.each(samples)('the sample of $id', ({ id, agreement, sample, truth }) => {
  it('is the same for the same seed, and another for another', () => {
    expect(sampleOf(agreement, SEED).deliveries).toEqual(sample.deliveries)
    expect(sampleOf(agreement, 'another').deliveries).not.toEqual(sample.deliveries)
  })

  it('is what stands in the repository', () => {
    const differing = sample.deliveries.filter(
      ({ file, bytes }) => !readFileSync(join(folder, id, 'deliveries', file)).equals(bytes),
    )
    expect(differing.map(({ file }) => file)).toEqual([])
    expect(readFileSync(join(root, 'tests/truth', `${id}.json`), 'utf8')).toBe(truthJson(truth))
    expect(JSON.parse(truthJson(truth))).toEqual(truth)
  })

  it('has CSV files whose headers the contract or the source knows, and as many rows as it says', () => {
    // The basketball club's are those of IdrottOnline.
    const own = sample.deliveries.filter(({ source }) => source !== 'basketklubben')
    for (const delivery of own.filter(({ file }) => file.endsWith('.csv'))) {
      const [head = '', ...lines] = textOf(delivery)
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split(/\r?\n/)
      const unknown = head
        .split(/[;,]/)
        .filter((header) => !isKnownHeader(agreement, delivery.source, header))
      expect({ ...delivery, bytes: null, unknown, lines: lines.length }).toEqual({
        ...delivery,
        bytes: null,
        unknown: [],
        lines: delivery.rows.length,
      })
    }
  })

  it('has row sums that hold, and no delivery that would be paused', () => {
    const heldBySource = new Map<string, number>()
    const broken = truth.deliveries.filter(({ source, rows }, index) => {
      const parts = rows.new + rows.changed + rows.unchanged + rows.duplicate + rows.quarantined
      const before = heldBySource.get(source) ?? 0
      heldBySource.set(source, before + rows.new - rows.removed)
      const isPeriod = sample.deliveries[index]?.replaces === 'period'
      const held = isPeriod ? rows.changed + rows.unchanged + rows.removed : before
      return rows.read !== parts || rows.removed > held / 10 || rows.changed > held / 2
    })
    expect(broken).toEqual([])
  })

  it('has a truth that keeps the laws of its definitions', () => {
    expect(truth.cells.length).toBeGreaterThan(400)
    expect(unequal(truth.cells, 'enrolled_participants', 'leavers', 'stayers')).toEqual([])
    expect(unequal(truth.cells, 'share_to_work_or_studies', 'share_to_work', 'share_to_studies')).toEqual([])
    const registered = truth.cells.filter(({ unknown }) => unknown === 0)
    expect(unequal(registered, 'association_participants', 'share_association_active')).toEqual([])
  })

  it('has events and costs that sum over every breakdown, and money that is paid as promised', () => {
    expect(notSummingOver(truth.cells, 'attendances')).toEqual([])
    expect(notSummingOver(truth.cells, 'cost')).toEqual([])
    const firstYear = (indicator: string) =>
      truth.cells.find(
        (cell) =>
          cell.indicator === indicator && cell.period_type === 'agreement_year' && cell.period === '1',
      )?.value
    expect(firstYear('funding_paid')).toBe(firstYear('funding_awarded'))
  })
})

const periodOf = ({ period_type: type, period }: Cell): string => `${type} ${period}`
const placeOf = (cell: Cell): string => [periodOf(cell), cell.breakdown, cell.category].join(' ')

/** The places where an indicator's numerator is not the sum of the others'. */
function unequal(cells: readonly Cell[], whole: string, ...parts: readonly string[]): string[] {
  const numerators = (indicator: string) =>
    new Map(
      cells
        .filter((cell) => cell.indicator === indicator)
        .map((cell) => [placeOf(cell), cell.numerator ?? 0]),
    )
  const others = parts.map(numerators)
  return [...numerators(whole)]
    .filter(([at, amount]) => others.reduce((sum, part) => sum + (part.get(at) ?? 0), 0) !== amount)
    .map(([at]) => at)
}

/** The periods and breakdowns where an indicator's categories do not sum to its total. */
function notSummingOver(cells: readonly Cell[], indicator: string): string[] {
  const own = cells.filter((cell) => cell.indicator === indicator)
  const totals = new Map(
    own.filter(({ breakdown }) => breakdown === 'total').map((cell) => [periodOf(cell), cell.value ?? 0]),
  )
  const parts = Map.groupBy(
    own.filter(({ breakdown }) => breakdown !== 'total'),
    (cell) => `${periodOf(cell)} ${cell.breakdown}`,
  )
  return [...parts]
    .filter(([, categories]) => {
      const [first] = categories
      const sum = categories.reduce((total, { value }) => total + (value ?? 0), 0)
      return first && Math.abs(sum - (totals.get(periodOf(first)) ?? NaN)) > 1e-6
    })
    .map(([at]) => at)
}
