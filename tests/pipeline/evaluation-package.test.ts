import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { publishedResults } from './published-results.ts'
import { sampleRun } from './sample.ts'
import { scratchFolder } from './scratch.ts'
import { utfallHere } from './utfall-here.ts'
import { zipContents } from './zip-contents.ts'

const { home } = await sampleRun()
const AGREEMENT = 'sollentuna-mojligheternas-plats'

test('the evaluation package opens, verifies and holds the year of one agreement', async () => {
  const out = scratchFolder()
  const ended = await utfallHere(
    'export',
    '--agreement',
    AGREEMENT,
    '--period',
    '2025',
    '--out',
    out,
    '--home',
    home,
    '--json',
  )
  expect(ended).toMatchObject({ status: 0 })
  const { file } = JSON.parse(ended.stdout)
  expect(file).toBe(join(out, `utfall-${AGREEMENT}-2025.zip`))

  const files = await zipContents(file)
  const named = (ending: string) => [...files.keys()].find((path) => path.endsWith(ending)) ?? ''
  const textOf = (ending: string) => (files.get(named(ending)) ?? Buffer.from('')).toString('utf8')

  const sums = textOf('/SHA256SUMS').trimEnd().split('\n')
  expect(sums).toHaveLength(files.size - 1)
  for (const line of sums) {
    const [sum = '', path = ''] = line.split('  ')
    const content = files.get(named(`/${path}`)) ?? ''
    expect.soft(createHash('sha256').update(content).digest('hex'), path).toBe(sum)
  }

  const ours = (await publishedResults(home)).filter(({ agreement }) => agreement === AGREEMENT)
  const [header = '', ...rows] = textOf('/results.csv').trimEnd().split(/\r?\n/)
  expect(header.split(',').slice(0, 3)).toEqual(['agreement', 'indicator', 'definition_version'])
  expect(rows.length).toBeGreaterThan(100)
  expect(rows.length).toBeLessThan(ours.length)
  expect(rows.every((row) => row.startsWith(`${AGREEMENT},`))).toBe(true)

  const excel = files.get(named('/results.excel.csv')) ?? Buffer.from('')
  expect([...excel.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(excel.toString('utf8').trimEnd().split(/\r?\n/)).toHaveLength(rows.length + 1)
  const { resources } = JSON.parse(textOf('/datapackage.json'))
  for (const { path } of resources) expect.soft(named(`/${path}`), path).not.toBe('')
})

test('the same publication gives the same package, byte for byte', async () => {
  const [one, two] = [scratchFolder(), scratchFolder()]
  for (const out of [one, two]) {
    await utfallHere('export', '--agreement', AGREEMENT, '--period', '2025', '--out', out, '--home', home)
  }
  const [first, second] = [one, two].map((out) => readFileSync(join(out, `utfall-${AGREEMENT}-2025.zip`)))
  expect(first).toEqual(second)
})

test('a year that is not in the publication is told', async () => {
  const args = ['--agreement', AGREEMENT, '--period', '1999', '--out', scratchFolder(), '--home', home]
  const { status, stderr } = await utfallHere('export', ...args)
  expect(status).toBe(2)
  expect(stderr).toContain('1999')
})
