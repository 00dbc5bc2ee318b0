import { readdirSync, utimesSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { startTrial, trialAgreement } from './trial.ts'
import type { Trial } from './trial.ts'

let trial: Trial
beforeEach(async () => {
  trial = await startTrial()
})
afterEach(() => trial.end())

const csv = (...rows: string[]) => `datum;aktivitet;deltagare;minuter\n${rows.join('\n')}\n`
const register = (...rows: string[]) => `deltagare;område\n${rows.join('\n')}\n`
const many = (month: string, minutes = 60) =>
  Array.from(
    { length: 20 },
    (_, index) => `2025-${month}-${String(index + 1).padStart(2, '0')};kurs;m${index};${minutes}`,
  )
const loaded = 'select date::varchar as date, minutes from attendance order by all'

describe('a file for a period', () => {
  const agreement = trialAgreement({ attendance: { replaces: 'period' } })

  test('adds, changes, leaves and removes rows inside its period only', async () => {
    await trial.deliver(agreement, 'attendance/2025-03.csv', csv(...many('03')))
    await trial.deliver(agreement, 'attendance/2025-04.csv', csv(...many('04')))
    const [, second = '', ...rest] = many('03')
    const receipt = await trial.deliver(
      agreement,
      'attendance/2025-03-rattad.csv',
      csv(second.replace('60', '90'), ...rest, '2025-03-31;kurs;ny;60'),
    )
    expect(receipt.rows).toEqual({
      read: 20,
      new: 1,
      changed: 1,
      unchanged: 18,
      duplicate: 0,
      quarantined: 0,
      removed: 1,
    })
    expect(receipt.scope).toEqual({ replaces: 'period', start: '2025-03-01', end: '2025-03-31' })
    expect(
      await trial.rows(
        'select count(*)::integer as n, min(delivery) as d from attendance where month(date) = 4',
      ),
    ).toEqual([{ n: 20, d: 2 }])
    expect(
      await trial.rows(
        'select delivery, count(*)::integer as n from attendance where month(date) = 3 group by all order by all',
      ),
    ).toEqual([
      { delivery: 1, n: 18 },
      { delivery: 3, n: 2 },
    ])
  })

  test.each([
    ['närvaro mars 2025.csv', 'närvaro april 2025.csv', '2025-04-30'],
    ['VT 2025.csv', 'HT 2025.csv', '2025-04-20'],
  ])('leaves what %s told when %s comes', async (first, second, end) => {
    await trial.deliver(agreement, `attendance/${first}`, csv(...many('03')))
    const receipt = await trial.deliver(agreement, `attendance/${second}`, csv(...many('04')))
    expect(receipt).toMatchObject({
      verdict: 'approved',
      rows: { new: 20, removed: 0 },
      scope: { start: '2025-04-01', end },
    })
  })

  test('speaks of its first to its last day when its name tells no period', async () => {
    await trial.deliver(agreement, 'attendance/mars.csv', csv(...many('03')))
    const receipt = await trial.deliver(agreement, 'attendance/mitten.csv', csv(...many('03').slice(5, 10)))
    expect(receipt.scope).toMatchObject({ start: '2025-03-06', end: '2025-03-10' })
    expect(receipt.rows).toMatchObject({ unchanged: 5, removed: 0 })
    expect(await trial.rows(loaded)).toHaveLength(20)
  })

  test('and a correction of a month of it give the same when all files are taken in anew', async () => {
    const year = [...many('03'), ...many('04')]
    const files = [
      [trial.write('attendance/2025.csv', csv(...year)), new Date('2026-01-10')],
      [trial.write('attendance/2025-03.csv', csv(...many('03', 90))), new Date('2026-02-01')],
    ] as const
    for (const [file, day] of files) utimesSync(file, day, day)
    for (const [file] of files) await trial.run(agreement, { files: [file], accept: true })
    const arrived = await trial.rows(loaded)
    const anew = { ...agreement, id: 'anew' }
    const receipts = await trial.run(anew, { accept: true })
    expect(receipts.map(({ file }) => file)).toEqual(['attendance/2025.csv', 'attendance/2025-03.csv'])
    expect(await trial.rows(`${loaded.replace('order', "where agreement = 'anew' order")}`)).toEqual(arrived)
  })

  test('that would remove more than a tenth is paused until it is accepted', async () => {
    await trial.deliver(agreement, 'attendance/2025-03.csv', csv(...many('03')))
    const less = csv(...many('03').slice(3))
    const paused = await trial.deliver(agreement, 'attendance/2025-03.csv', less)
    expect(paused).toMatchObject({ verdict: 'paused', rows: { removed: 3, unchanged: 17 } })
    expect(paused.faults.map(({ rule }) => rule)).toContain('removes_much')
    expect(await trial.rows(loaded)).toHaveLength(20)
    const accepted = await trial.deliver(agreement, 'attendance/2025-03.csv', less, { accept: true })
    expect(accepted.verdict).toBe('approved_with_remarks')
    expect(await trial.rows(loaded)).toHaveLength(17)
  })

  test('that would change more than half is paused', async () => {
    await trial.deliver(agreement, 'attendance/2025-03.csv', csv(...many('03')))
    const paused = await trial.deliver(agreement, 'attendance/2025-03.csv', csv(...many('03', 90)))
    expect(paused).toMatchObject({ verdict: 'paused', rows: { changed: 20 } })
  })

  test('with nothing right in it removes nothing', async () => {
    await trial.deliver(agreement, 'attendance/mars.csv', csv(...many('03')))
    const receipt = await trial.deliver(agreement, 'attendance/fel.csv', csv('igår;kurs;a;60'))
    expect(receipt.rows).toMatchObject({ quarantined: 1, removed: 0 })
    expect(await trial.rows(loaded)).toHaveLength(20)
  })

  test('takes its rows out of quarantine when it comes right', async () => {
    await trial.deliver(
      agreement,
      'attendance/2025-03.csv',
      csv(...many('03'), 'fel;kurs;a;60', '2025-03-30;kors;b;60'),
    )
    expect(await trial.rows('select line::integer as line from quarantine order by line')).toEqual([
      { line: 22 },
      { line: 23 },
    ])
    await trial.deliver(
      agreement,
      'attendance/2025-03-b.csv',
      csv(...many('03'), 'fel;kurs;a;60', '2025-03-30;kurs;b;60'),
    )
    expect(await trial.rows('select line::integer as line, delivery from quarantine')).toEqual([
      { line: 22, delivery: 2 },
    ])
  })
})

describe('a file of rows', () => {
  const agreement = trialAgreement({ attendance: { replaces: 'rows' } })

  test('adds and changes by key, and silence removes nothing', async () => {
    await trial.deliver(agreement, 'attendance/a.csv', csv(...many('03')))
    const receipt = await trial.deliver(
      agreement,
      'attendance/b.csv',
      csv('2025-03-01;kurs;m0;90', '2025-03-02;kurs;m9;60'),
    )
    expect(receipt.rows).toMatchObject({ new: 1, changed: 1, removed: 0 })
    expect(await trial.rows(loaded)).toHaveLength(21)
  })
})

describe('a file of everything', () => {
  const agreement = trialAgreement({ attendance: { replaces: 'everything' } })

  test('replaces what the source said before, and nothing of another agreement', async () => {
    const other = { ...agreement, id: 'other' }
    await trial.deliver(agreement, 'attendance/a.csv', csv(...many('03')))
    await trial.run(agreement, {
      agreements: [{ agreement: other, deliveries: trial.deliveries }],
      files: [trial.write('attendance/c.csv', csv(...many('05')))],
    })
    const receipt = await trial.deliver(agreement, 'attendance/b.csv', csv(...many('04')), { accept: true })
    expect(receipt.rows).toMatchObject({ new: 20, removed: 20 })
    expect(
      await trial.rows(
        'select agreement, month(date) as month, count(*)::integer as n from attendance group by all order by all',
      ),
    ).toEqual([
      { agreement: 'other', month: '5', n: 20 },
      { agreement: 'trial', month: '4', n: 20 },
    ])
  })
})

test('anonymous rows and money are told apart by their order', async () => {
  const agreement = trialAgreement({ attendance: { replaces: 'period' }, costs: { replaces: 'period' } })
  const visits = csv('2025-03-01;kurs;19900101;60', '2025-03-01;kurs;19900101;60')
  const money = 'datum;belopp\n2025-03-01;100,50\n2025-03-01;100,50\n'
  expect((await trial.deliver(agreement, 'attendance/1.csv', visits)).rows).toMatchObject({
    new: 2,
    duplicate: 0,
  })
  expect((await trial.deliver(agreement, 'attendance/2.csv', visits)).rows).toMatchObject({ unchanged: 2 })
  expect((await trial.deliver(agreement, 'costs/1.csv', money)).rows).toMatchObject({ new: 2 })
  expect((await trial.deliver(agreement, 'costs/2.csv', money)).rows).toMatchObject({ unchanged: 2 })
  const third = await trial.deliver(agreement, 'costs/3.csv', `${money}2025-03-01;100,50\n`)
  expect(third.rows).toMatchObject({ unchanged: 2, new: 1 })
  expect(third.effects[0]?.sentence.sv).toBe('bokförda belopp 2025: 201 → 302 kr')
})

test('the headline of an agreement leaves out what others have booked', async () => {
  const sources = { costs: { replaces: 'period' as const } }
  const ledger = 'datum;konto;belopp\n2025-03-01;5010;100\n'
  await trial.deliver(trialAgreement(sources, { id: 'other' }), 'costs/other.csv', ledger)
  const receipt = await trial.deliver(trialAgreement(sources), 'costs/trial.csv', ledger)
  expect(receipt.effects[0]?.sentence.sv).toBe('bokförda belopp 2025: 0 → 100 kr')
})

test('files that a source finds are ingested once, in the order of their periods', async () => {
  const agreement = trialAgreement({ attendance: { replaces: 'period' } })
  trial.write('attendance/2025-04.csv', csv(...many('04')))
  trial.write('attendance/2025-03.csv', csv(...many('03'), 'fel;kurs;a;60'))
  const first = await trial.run(agreement)
  expect(first.map(({ file }) => file)).toEqual(['attendance/2025-03.csv', 'attendance/2025-04.csv'])
  const before = await trial.rows('select * from delivery order by all')
  const kept = readdirSync(trial.home.receipts)
  const second = await trial.run(agreement)
  expect(second.map(({ already_loaded, rows }) => ({ already_loaded, rows }))).toEqual([
    {
      already_loaded: true,
      rows: { read: 21, new: 0, changed: 0, unchanged: 20, duplicate: 0, quarantined: 1, removed: 0 },
    },
    {
      already_loaded: true,
      rows: { read: 20, new: 0, changed: 0, unchanged: 20, duplicate: 0, quarantined: 0, removed: 0 },
    },
  ])
  expect(await trial.rows('select * from delivery order by all')).toEqual(before)
  expect(readdirSync(trial.home.receipts)).toEqual(kept)
})

test('a dry run leaves the warehouse as it was, and a receipt', async () => {
  const agreement = trialAgreement({ attendance: {} })
  const receipt = await trial.deliver(agreement, 'attendance/1.csv', csv(...many('03')), { dryRun: true })
  expect(receipt).toMatchObject({ dry_run: true, verdict: 'approved', rows: { new: 20 } })
  for (const table of ['attendance', 'delivery', 'person', 'setting', 'quarantine']) {
    expect(await trial.rows(`from ${table}`)).toEqual([])
  }
  expect(readdirSync(trial.home.receipts)).toHaveLength(3)
})

test('a delivery that fails midway leaves the warehouse as it was, and the next run finishes', async () => {
  const agreement = trialAgreement({ attendance: { replaces: 'period' } })
  await trial.deliver(agreement, 'attendance/2025-03.csv', csv(...many('03')))
  const before = await trial.rows('from attendance order by all')
  await trial.warehouse.connection.run('alter table quarantine rename to elsewhere')
  await expect(trial.deliver(agreement, 'attendance/2025-04.csv', csv(...many('04')))).rejects.toThrow(
    'quarantine',
  )
  await trial.warehouse.connection.run('alter table elsewhere rename to quarantine')
  expect(await trial.rows('from attendance order by all')).toEqual(before)
  expect(await trial.rows('select count(*)::integer as n from delivery')).toEqual([{ n: 1 }])
  const [, april] = await trial.run(agreement)
  expect(april).toMatchObject({ verdict: 'approved', rows: { new: 20 } })
})

describe('what is known of a participant', () => {
  const agreement = trialAgreement({ participants: { replaces: 'rows' } })
  const known = 'select known_from::varchar as known_from, district from participants order by all'

  test('stays known of the days before it changed', async () => {
    await trial.deliver(agreement, 'participants/2025-T1.csv', register('a;Rotebro', 'b;Edsberg'))
    const moved = await trial.deliver(agreement, 'participants/2025-T2.csv', register('a;Viby', 'b;Edsberg'))
    expect(moved.rows).toMatchObject({ new: 0, changed: 1, unchanged: 1 })
    expect(await trial.rows(known)).toEqual([
      { known_from: '2025-04-30', district: 'Edsberg' },
      { known_from: '2025-04-30', district: 'Rotebro' },
      { known_from: '2025-08-31', district: 'Edsberg' },
      { known_from: '2025-08-31', district: 'Viby' },
    ])
  })

  test('is told for the period in the name, though no row has a day', async () => {
    const receipt = await trial.deliver(agreement, 'participants/2025-T1.csv', register('a;Rotebro'))
    expect(receipt.scope).toEqual({ replaces: 'rows', start: '2025-01-01', end: '2025-04-30' })
  })

  test('is corrected by another file of the same day, and twice the same changes nothing', async () => {
    await trial.deliver(agreement, 'participants/2025-T1.csv', register('a;Rotebro', 'b;Edsberg'))
    const mended = register('a;Viby', 'b;Edsberg')
    const first = await trial.deliver(agreement, 'participants/2025-T1-rattad.csv', mended)
    expect(first.rows).toMatchObject({ changed: 1, unchanged: 1 })
    const second = await trial.deliver(agreement, 'participants/2025-T1-rattad.csv', mended)
    expect(second.rows).toMatchObject({ changed: 0, unchanged: 2 })
    expect(await trial.rows(known)).toEqual([
      { known_from: '2025-04-30', district: 'Edsberg' },
      { known_from: '2025-04-30', district: 'Viby' },
    ])
  })

  test('is not overwritten by an older file that comes late', async () => {
    await trial.deliver(agreement, 'participants/2025-T2.csv', register('a;Viby'))
    const late = await trial.deliver(agreement, 'participants/2025-T1.csv', register('a;Rotebro'))
    expect(late.rows).toMatchObject({ new: 1 })
    expect(await trial.rows(known)).toEqual([
      { known_from: '2025-04-30', district: 'Rotebro' },
      { known_from: '2025-08-31', district: 'Viby' },
    ])
  })

  test('is gone with the days before when the whole register has it no longer', async () => {
    const whole = trialAgreement({ participants: { replaces: 'everything' } })
    const others = Array.from({ length: 20 }, (_, index) => `p${index};Edsberg`)
    await trial.deliver(whole, 'participants/2025-T1.csv', register('a;Rotebro', ...others))
    await trial.deliver(whole, 'participants/2025-T2.csv', register('a;Viby', ...others))
    const last = await trial.deliver(whole, 'participants/2025-T3.csv', register(...others))
    expect(last.rows).toMatchObject({ unchanged: 20, removed: 1 })
    expect(
      await trial.rows(`select distinct person from (${known.replace('select', 'select person,')})`),
    ).toHaveLength(20)
  })
})

describe('a file of which no row can be used', () => {
  const agreement = trialAgreement({ attendance: { replaces: 'period' } })
  const wrong = csv('2025-03-01;okant;a;60', '2025-03-02;okant;b;60')

  test('is turned away with its faults, and changes nothing', async () => {
    await trial.deliver(agreement, 'attendance/2025-03.csv', csv('2025-03-01;kurs;a;60'))
    const receipt = await trial.deliver(agreement, 'attendance/2025-03-b.csv', wrong, { accept: true })
    expect(receipt).toMatchObject({
      verdict: 'rejected',
      rows: { read: 2, new: 0, quarantined: 2, removed: 0 },
      effects: [],
    })
    expect(receipt.faults).toMatchObject([{ rule: 'unknown_activity', count: 2 }])
    expect(await trial.rows(loaded)).toEqual([{ date: '2025-03-01', minutes: 60 }])
    await trial.deliver(agreement, 'attendance/2025-03-b.csv', wrong)
    expect(await trial.rows('select line from quarantine order by line')).toEqual([
      { line: '2' },
      { line: '3' },
    ])
  })

  test('leaves the same in quarantine, whenever it comes', async () => {
    const files = [
      ['attendance/2025-03.csv', csv('2025-03-01;kurs;a;60', '2025-03-02;okant;b;60')],
      ['attendance/2025.csv', wrong],
    ] as const
    const held = []
    for (const [id, order] of [
      ['first', files],
      ['last', files.toReversed()],
    ] as const) {
      for (const [path, content] of order) await trial.deliver({ ...agreement, id }, path, content)
      held.push(await trial.rows(`select line, date from quarantine where agreement = '${id}' order by all`))
    }
    expect(held[0]).toHaveLength(3)
    expect(held[1]).toEqual(held[0])
  })

  test('is read again once the agreement knows its codes', async () => {
    trial.write('attendance/2025-03.csv', wrong)
    expect(await trial.run(agreement)).toMatchObject([{ verdict: 'rejected' }])
    const mended = trialAgreement({ attendance: { codes: { activity: { okant: 'kurs' } } } })
    expect(await trial.run(mended)).toMatchObject([{ verdict: 'approved', rows: { new: 2 } }])
    expect(await trial.rows('from quarantine')).toEqual([])
  })
})
