import { once } from 'node:events'
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepAnswer } from './public-answer.ts'

const folder = mkdtempSync(join(tmpdir(), 'utfall-fetch-'))
const answers = new Map([
  ['/kpi', '{"values":[{"kpi":"N02797"}]}'],
  ['/page', '<html>Underhåll pågår</html>'],
  ['/first', '{"values":[],"next_url":"https://example.org/2"}'],
])
const server = createServer(({ url = '' }, response) => {
  const answer = answers.get(url)
  response.writeHead(answer === undefined ? 404 : 200).end(answer)
})
let host = ''

beforeAll(async () => {
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  host = `http://127.0.0.1:${address.port}`
})

afterAll(() => {
  server.close()
  rmSync(folder, { recursive: true })
})

test('an answer is kept as it came, and again only when it differs', async () => {
  const file = join(folder, 'kolada/n02797.json')
  expect(await keepAnswer(`${host}/kpi`, file)).toBe('new')
  expect(readFileSync(file, 'utf8')).toBe(answers.get('/kpi'))
  expect(await keepAnswer(`${host}/kpi`, file)).toBe('unchanged')
  answers.set('/kpi', '{"values":[]}')
  expect(await keepAnswer(`${host}/kpi`, file)).toBe('changed')
  expect(readdirSync(join(folder, 'kolada'))).toEqual(['n02797.json'])
})

test.each([
  ['/page', 'answer_not_json'],
  ['/first', 'answer_in_parts'],
  ['/nowhere', 'address_refused'],
])('nothing is kept of %s', async (path, code) => {
  const file = join(folder, 'refused', 'answer.json')
  await expect(keepAnswer(host + path, file)).rejects.toMatchObject({ code, exitStatus: 3 })
  expect(readdirSync(folder)).not.toContain('refused')
})

test('an address that nobody answers at is said with the reason', async () => {
  const silent = keepAnswer('http://127.0.0.1:9/kpi', join(folder, 'refused', 'answer.json'))
  await expect(silent).rejects.toMatchObject({ code: 'address_not_reached' })
})
