import { expect, test } from 'vitest'
import { loadSolver } from './attacker-model.ts'
import { inLanes } from './lanes.ts'
import type { LinkedCells } from './linked-cells.ts'
import { outcomeOf } from './outcome.ts'

/** Lines of which each holds one small number, with their sums: as many columns as are asked for. */
function linesOf(lines: number): LinkedCells {
  const columns = Array.from({ length: lines * 4 }, (_, at) => (at % 4 === 0 ? 2 : 20 + at))
  const sums = Array.from({ length: lines }, (_, line) => [0, 1, 2, 3].map((at) => 4 * line + at))
  const counts = [...columns.map((_, at) => [at]), ...sums].map((own, at) => ({
    key: String(at).padStart(5, '0'),
    columns: own,
    value: own.reduce((sum, column) => sum + (columns[column] ?? 0), 0),
    sensitive: own.length === 1 && at % 4 === 0,
    width: 4,
    floors: [at],
  }))
  const items = counts.map(({ key, value, sensitive, columns: { length } }, at) => ({
    key,
    counts: [at],
    cube: null,
    isOutcome: false,
    cost: value,
    rule: sensitive ? ('must_hide' as const) : length > 1 ? ('must_show' as const) : ('free' as const),
  }))
  return { columns, counts, items }
}

test('heavy models are solved in threads as light ones are here, and answered in order', async () => {
  const highs = await loadSolver()
  const models = [linesOf(120), linesOf(2), linesOf(110)]
  const outcomes = await inLanes(models, (cells, solve) => solve(cells))
  expect(outcomes).toEqual(models.map((cells) => outcomeOf(highs, cells)))
})

test('what goes wrong with one is told when all have ended', async () => {
  const ended: number[] = []
  const work = async (task: number) => {
    if (task === 1) throw new Error('no such model')
    ended.push(task)
  }
  await expect(inLanes([1, 2, 3, 4], work)).rejects.toThrow('no such model')
  expect(ended).toEqual([2, 3, 4])
})
