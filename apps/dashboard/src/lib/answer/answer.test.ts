import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { answerOf, respondWith } from './answer.ts'

const TEXT = 'åäö'.repeat(1000)
const page = (text = TEXT, headers = {}) =>
  answerOf(new Response(text, { headers: { 'content-type': 'text/html', ...headers } }))
const asking = (headers: Record<string, string>) => new Headers(headers)
const tagOf = async (text: string, accepted: string) =>
  respondWith(await page(text), asking({ 'accept-encoding': accepted })).headers.get('etag')
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())

test.each([
  ['gzip, deflate, br, zstd', 'br', (bytes: Buffer) => brotliDecompressSync(bytes)],
  ['gzip;q=0.5, br;q=0', 'gzip', (bytes: Buffer) => gunzipSync(bytes)],
  ['x-br, identity', null, (bytes: Buffer) => bytes],
  ['', null, (bytes: Buffer) => bytes],
])('who takes "%s" gets it as %s, and reads the same', async (accepted, coding, opened) => {
  const response = respondWith(await page(), asking({ 'accept-encoding': accepted }))
  expect(response.headers.get('content-encoding')).toBe(coding)
  expect(response.headers.get('vary')).toBe('accept-encoding')
  const bytes = await bytesOf(response)
  expect(response.headers.get('content-length')).toBe(String(bytes.length))
  expect(opened(bytes).toString()).toBe(TEXT)
})

test('the tag is strong, follows the content, and is its own for each form', async () => {
  const tags = await Promise.all([tagOf(TEXT, 'br'), tagOf(TEXT, 'gzip'), tagOf(TEXT, ''), tagOf('å', 'br')])
  expect(new Set(tags).size).toBe(4)
  expect(await tagOf(TEXT, 'br')).toBe(tags[0])
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/)
})

test('who has it already gets 304 without a body', async () => {
  const answer = await page(TEXT, { 'cache-control': 'no-cache' })
  const etag = respondWith(answer, asking({ 'accept-encoding': 'br' })).headers.get('etag') ?? ''
  for (const known of [etag, `W/${etag}`, `"other", ${etag}`, '*']) {
    const response = respondWith(answer, asking({ 'accept-encoding': 'br', 'if-none-match': known }))
    expect([known, response.status, await response.text()]).toEqual([known, 304, ''])
    expect(response.headers.get('etag')).toBe(etag)
    expect(response.headers.get('cache-control')).toBe('no-cache')
  }
  const other = respondWith(answer, asking({ 'accept-encoding': 'gzip', 'if-none-match': etag }))
  expect(other.status).toBe(200)
})

test('what is not there has its status and no tag', async () => {
  const missing = await answerOf(new Response('Sidan finns inte', { status: 404 }))
  const response = respondWith(missing, asking({ 'if-none-match': '*' }))
  expect([response.status, response.headers.get('etag')]).toEqual([404, null])
  expect(await response.text()).toBe('Sidan finns inte')
  const moved = respondWith(await answerOf(new Response(null, { status: 308 })), asking({}))
  expect([moved.status, moved.body]).toEqual([308, null])
})

test('a picture is sent as it is', async () => {
  const picture = await answerOf(
    new Response(new Uint8Array(5000), { headers: { 'content-type': 'image/png' } }),
  )
  const response = respondWith(picture, asking({ 'accept-encoding': 'br' }))
  expect(response.headers.has('content-encoding')).toBe(false)
  expect(response.headers.has('vary')).toBe(false)
})
