import { expect, test } from 'vitest'
import { compressed } from './compressed.ts'

const page = (type: string) =>
  new Response('åäö'.repeat(100), { headers: { 'content-type': type, 'content-length': '600' } })

test('text is compressed and reads the same', async () => {
  const response = compressed(page('text/html'), 'br, gzip')
  expect(response.headers.get('content-encoding')).toBe('gzip')
  expect(response.headers.get('vary')).toBe('accept-encoding')
  expect(response.headers.has('content-length')).toBe(false)
  const plain = response.body?.pipeThrough(new DecompressionStream('gzip'))
  expect(await new Response(plain).text()).toBe('åäö'.repeat(100))
})

test.each([
  ['application/vnd.apache.parquet', 'gzip'],
  ['text/html', 'identity'],
  ['text/html', ''],
])('%s for a reader that takes "%s" is left as it is', (type, accepts) => {
  const response = page(type)
  expect(compressed(response, accepts)).toBe(response)
})

test('an answer without a body has nothing to compress', () => {
  const response = new Response(null, { status: 304 })
  expect(compressed(response, 'gzip')).toBe(response)
})
