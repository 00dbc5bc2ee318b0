import { chmodSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writeTinyAgreement } from '../pipeline/tiny-agreement.ts'
import { currentPublication } from '../pipeline/published-results.ts'
import { scratchFolder } from '../pipeline/scratch.ts'
import { utfallHere } from '../pipeline/utfall-here.ts'

/** What a table of one publication says of one cell is changed, as if disclosure control had let it through. */
function rewrite(folder: string, table: string, change: (line: string) => string): void {
  const file = join(folder, table)
  chmodSync(file, 0o644)
  writeFileSync(file, readFileSync(file, 'utf8').split('\n').map(change).join('\n'))
}

test('a publication that would give a small number away together with an earlier one is not released', async () => {
  const folder = scratchFolder()
  const [data, home] = [join(folder, 'data'), join(folder, 'home')]
  writeTinyAgreement(data)
  const at = ['--data', data, '--home', home]
  expect((await utfallHere('run', ...at)).status).toBe(0)
  const earlier = currentPublication(home)
  // all 14 women left, and 4 of 10 men: what would tell the men is hidden, but once upon a time it was shown
  const shown = new Map<string, number>([
    ...Object.entries({ woman: 14, other: 0, unknown: 0 }).map(([of, n]) => [`leavers ${of}`, n] as const),
    ...Object.entries({ woman: 0, man: 6, other: 0, unknown: 0 }).map(
      ([of, n]) => [`stayers ${of}`, n] as const,
    ),
  ])
  rewrite(earlier, 'results.csv', (line) => {
    const [, indicator, category] = /,(\w+),1,tertial,2025-T2,.*,gender,(\w+),/.exec(line) ?? []
    const count = shown.get(`${indicator} ${category}`)
    if (count === undefined) return line
    return line.replace(/,gender,.*/, `,gender,${category},,${count},${count},,0,0,,,,,,,,people,ok,`)
  })
  const listed = readdirSync(join(home, 'publications'))

  const refused = await utfallHere('publish', '--note', 'en gång till', '--json', ...at)
  expect(refused.status).toBe(3)
  const { error } = JSON.parse(refused.stdout)
  expect(error.code).toBe('publication_tells_of_few')
  expect(error.sentence.sv).toContain('gender=man är dolt, men går att räkna fram till 4.')
  expect(currentPublication(home)).toBe(earlier)
  expect(readdirSync(join(home, 'publications'))).toEqual(listed)
  const acts = readFileSync(join(home, 'audit.jsonl'), 'utf8').trim().split('\n')
  expect(acts.map((act) => JSON.parse(act).what)).toEqual(['publish'])
})
