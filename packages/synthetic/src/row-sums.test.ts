import { describe, expect, it } from 'vitest'
import type { Delivery, DeliveredRow } from './delivery.ts'
import { expectedDeliveries } from './row-sums.ts'

const row = (key: string, content: string, date = '2025-10-01'): DeliveredRow => ({
  cells: [],
  key,
  content,
  date,
})
const delivery = (replaces: Delivery['replaces'], file: string, rows: readonly DeliveredRow[]): Delivery => ({
  source: 'a',
  replaces,
  file,
  bytes: new Uint8Array(),
  rows,
})
const sums = (...deliveries: Delivery[]) => expectedDeliveries(deliveries).map(({ rows }) => rows)

const october = [row('a', '1'), row('b', '1'), row('c', '1')]

describe('expectedDeliveries', () => {
  it('changes nothing when the same file comes twice', () => {
    const [, second] = sums(
      delivery('period', 'a/2025-10.csv', october),
      delivery('period', 'a/2025-10.csv', october),
    )
    expect(second).toEqual({
      read: 3,
      new: 0,
      changed: 0,
      unchanged: 3,
      duplicate: 0,
      quarantined: 0,
      removed: 0,
    })
  })

  it('removes what a period no longer has, and nothing outside it', () => {
    const september = row('s', '1', '2025-09-30')
    const [, , third] = sums(
      delivery('period', 'a/2025-09.csv', [september]),
      delivery('period', 'a/2025-10.csv', october),
      delivery('period', 'a/2025-10_rattad.csv', [row('a', '2'), row('d', '1')]),
    )
    expect(third).toMatchObject({ read: 2, new: 1, changed: 1, unchanged: 0, removed: 2 })
  })

  it('takes silence for nothing where files add rows', () => {
    const [, second] = sums(
      delivery('rows', 'a/1.csv', october),
      delivery('rows', 'a/2.csv', [row('a', '1')]),
    )
    expect(second).toMatchObject({ unchanged: 1, removed: 0 })
  })

  it('counts faulty and repeated rows apart', () => {
    const faulty: DeliveredRow = { ...row('x', '1'), error: 'not_a_date' }
    const pointedOut: DeliveredRow = { ...row('y', '1'), remarks: ['wrong_check_digit'] }
    const [first] = expectedDeliveries([
      delivery('rows', 'a/1.csv', [...october, row('a', '1'), faulty, pointedOut]),
    ])
    expect(first?.rows).toMatchObject({ read: 6, new: 4, duplicate: 1, quarantined: 1 })
    expect(first?.errors).toEqual({ not_a_date: 1 })
    expect(first?.remarks).toEqual({ wrong_check_digit: 1 })
  })
})
