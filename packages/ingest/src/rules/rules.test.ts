import type { Agreement, DatasetName } from '@utfall/contracts'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTrial, trialAgreement } from '../trial.ts'
import type { Trial } from '../trial.ts'
import { RULES, RULE_SET } from './catalogue.ts'

let trial: Trial
beforeAll(async () => {
  trial = await startTrial()
})
afterAll(() => trial.end())

// From Skatteverket's published numbers for testing: never given to anyone.
const WOMAN = '18900101-9802'
const MAN = '18900102-9819'

interface Case {
  readonly rule: string
  readonly dataset: DatasetName
  readonly csv: string
  readonly line: number | null
  readonly source?: Partial<Agreement['sources'][number]>
  readonly agreement?: Partial<Agreement>
  readonly file?: string
}

const attendance = (row: string, header = 'datum;aktivitet;deltagare') => `${header}\n${row}\n`
const survey = (row: string) =>
  `deltagare;datum;skede;${Array.from({ length: 10 }, (_, index) => `fråga ${index + 1}`).join(';')};summa\n${row}\n`

const CASES: readonly Case[] = [
  { rule: 'value_missing', dataset: 'attendance', csv: attendance('2025-03-01;kurs; '), line: 2 },
  { rule: 'value_missing', dataset: 'attendance', csv: attendance(';kurs;a'), line: 2 },
  { rule: 'not_a_date', dataset: 'attendance', csv: attendance('2025-02-30;kurs;a'), line: 2 },
  { rule: 'date_in_future', dataset: 'attendance', csv: attendance('2026-11-22;kurs;a'), line: 2 },
  { rule: 'outside_agreement', dataset: 'attendance', csv: attendance('2024-12-31;kurs;a'), line: 2 },
  { rule: 'near_agreement', dataset: 'funding', csv: 'datum;belopp;typ\n2024-12-31;5;payment\n', line: 2 },
  {
    rule: 'outside_file_period',
    dataset: 'attendance',
    csv: attendance('2025-04-01;kurs;a'),
    line: 2,
    file: '2025-03.csv',
    source: { replaces: 'period' },
  },
  { rule: 'unknown_activity', dataset: 'attendance', csv: attendance('2025-03-01;kors;a'), line: 2 },
  {
    rule: 'unknown_code',
    dataset: 'attendance',
    csv: attendance('2025-03-01;kurs;a;kille', 'datum;aktivitet;deltagare;kön'),
    line: 2,
  },
  {
    rule: 'unknown_code',
    dataset: 'statuses',
    csv: 'deltagare;datum;domän;värde\na;2025-03-01;occupation;jobb\n',
    line: 2,
  },
  {
    rule: 'taken_as_inactive',
    dataset: 'statuses',
    csv: 'deltagare;datum;domän;värde\na;2025-03-01;association_life;ja\n',
    line: 2,
  },
  {
    rule: 'unknown_domain',
    dataset: 'statuses',
    csv: 'deltagare;datum;domän;värde\na;2025-03-01;sysselsättning;work\n',
    line: 2,
  },
  {
    rule: 'not_a_time',
    dataset: 'attendance',
    csv: attendance('2025-03-01;kurs;a;25:00', 'datum;aktivitet;deltagare;start'),
    line: 2,
  },
  { rule: 'not_a_number', dataset: 'funding', csv: 'datum;belopp;typ\n2025-03-01;tusen;payment\n', line: 2 },
  {
    rule: 'not_a_whole_number',
    dataset: 'headcount',
    csv: 'datum;aktivitet;antal\n2025-03-01;kurs;3,5\n',
    line: 2,
  },
  {
    rule: 'negative_count',
    dataset: 'headcount',
    csv: 'datum;aktivitet;antal\n2025-03-01;kurs;-3\n',
    line: 2,
  },
  { rule: 'amount_negative', dataset: 'funding', csv: 'datum;belopp;typ\n2025-03-01;-5;payment\n', line: 2 },
  {
    rule: 'end_before_start',
    dataset: 'engagements',
    csv: 'deltagare;startdatum;slutdatum\na;2025-03-02;2025-03-01\n',
    line: 2,
  },
  {
    rule: 'minutes_out_of_range',
    dataset: 'attendance',
    csv: attendance('2025-03-01;kurs;a;1441', 'datum;aktivitet;deltagare;minuter'),
    line: 2,
  },
  {
    rule: 'minutes_differ',
    dataset: 'attendance',
    csv: attendance('2025-03-01;kurs;a;60;18:00;20:00', 'datum;aktivitet;deltagare;minuter;start;slut'),
    line: 2,
  },
  {
    rule: 'long_session',
    dataset: 'attendance',
    csv: attendance('2025-03-01;kurs;a;18:00;17:00', 'datum;aktivitet;deltagare;start;slut'),
    line: 2,
  },
  {
    rule: 'survey_item_out_of_scale',
    dataset: 'surveys',
    csv: survey('a;2025-03-01;start;5;1;1;1;1;1;1;1;1;1;'),
    line: 2,
  },
  {
    rule: 'survey_total_out_of_scale',
    dataset: 'surveys',
    csv: survey('a;2025-03-01;start;;;;;;;;;;;41'),
    line: 2,
  },
  {
    rule: 'survey_total_differs',
    dataset: 'surveys',
    csv: survey('a;2025-03-01;start;1;1;1;1;1;1;1;1;1;1;11'),
    line: 2,
  },
  {
    rule: 'survey_incomplete',
    dataset: 'surveys',
    csv: survey('a;2025-03-01;start;1;1;1;1;1;1;1;1;1;;'),
    line: 2,
  },
  {
    rule: 'unknown_instrument',
    dataset: 'surveys',
    csv: 'deltagare;datum;skede;enkät;summa\na;2025-03-01;start;kasam;20\n',
    line: 2,
  },
  {
    rule: 'impossible_birth_year',
    dataset: 'participants',
    csv: 'deltagare;födelseår\na;1812\n',
    line: 2,
  },
  { rule: 'impossible_birth_year', dataset: 'participants', csv: 'deltagare;födelseår\na;nittio\n', line: 2 },
  {
    rule: 'number_destroyed',
    dataset: 'attendance',
    csv: attendance('2025-03-01;kurs;1,99001E+11'),
    line: 2,
  },
  {
    rule: 'wrong_check_digit',
    dataset: 'attendance',
    csv: attendance('2025-03-01;kurs;18900101-9803'),
    line: 2,
  },
  {
    rule: 'number_with_impossible_date',
    dataset: 'attendance',
    csv: attendance('2025-03-01;kurs;18901301-9802'),
    line: 2,
  },
  { rule: 'birth_date_only', dataset: 'attendance', csv: attendance('2025-03-01;kurs;1990-01-02'), line: 2 },
  {
    rule: 'person_required',
    dataset: 'engagements',
    csv: 'deltagare;startdatum\n19900102;2025-03-02\n',
    line: 2,
  },
  {
    rule: 'gender_conflicts_with_number',
    dataset: 'participants',
    csv: `deltagare;kön\n${WOMAN};woman\n${MAN};woman\n`,
    line: 3,
  },
  {
    rule: 'birth_conflicts_with_number',
    dataset: 'participants',
    csv: `deltagare;födelseår\n${WOMAN};1991\n`,
    line: 2,
  },
  {
    rule: 'age_outside_target_group',
    dataset: 'attendance',
    csv: attendance(`2025-03-01;kurs;${WOMAN}`),
    line: 2,
    agreement: { target_group: { youngest: 13, oldest: 20, assumed: false } },
  },
  {
    rule: 'identity_in_text',
    dataset: 'funding',
    csv: `datum;belopp;typ;not\n2025-03-01;5;payment;till ${WOMAN}\n`,
    line: 2,
  },
  {
    rule: 'identity_for_number',
    dataset: 'costs',
    csv: `datum;belopp\n2025-03-01;${WOMAN.replace('-', '')}\n`,
    line: 2,
  },
  {
    rule: 'twice_at_session',
    dataset: 'attendance',
    csv: attendance('2025-03-01;kurs;a\n2025-03-01;Kurs;a'),
    line: 2,
  },
  {
    rule: 'duplicate_row',
    dataset: 'engagements',
    csv: 'deltagare;startdatum\na;2025-03-02\na;2025-03-02\n',
    line: 2,
  },
  {
    rule: 'repeated_with_other_content',
    dataset: 'engagements',
    csv: 'deltagare;startdatum;remiss\na;2025-03-02;skolan\na;2025-03-02;hemmet\n',
    line: 2,
  },
  { rule: 'wrong_cell_count', dataset: 'attendance', csv: attendance('2025-03-01;kurs;a;b'), line: 2 },
  {
    rule: 'column_unknown',
    dataset: 'attendance',
    csv: attendance('2025-03-01;kurs;a;b', 'datum;aktivitet;deltagare;namn'),
    line: 1,
  },
  { rule: 'column_missing', dataset: 'attendance', csv: 'datum;aktivitet\n2025-03-01;kurs\n', line: 1 },
  {
    rule: 'column_repeated',
    dataset: 'attendance',
    csv: attendance('2025-03-01;kurs;a;b', 'datum;aktivitet;deltagare;person'),
    line: 1,
  },
  { rule: 'file_without_rows', dataset: 'attendance', csv: 'datum;aktivitet;deltagare\n', line: null },
  { rule: 'file_empty', dataset: 'attendance', csv: '\n', line: null },
  { rule: 'file_not_text', dataset: 'attendance', csv: '<!DOCTYPE html><html>fel</html>', line: null },
  { rule: 'quote_not_closed', dataset: 'attendance', csv: attendance('2025-03-01;"kurs;a'), line: 2 },
]

describe.each(CASES)('$rule in $dataset', ({ rule, dataset, csv, line, source, agreement, file }) => {
  test('is found on its line, and only there', async () => {
    const receipt = await trial.deliver(
      trialAgreement({ [dataset]: source ?? {} }, agreement),
      `${dataset}/${file ?? 'fil.csv'}`,
      csv,
      { dryRun: true },
    )
    const found = receipt.faults.find((group) => group.rule === rule)
    expect(found).toMatchObject({
      rule,
      count: 1,
      severity: RULES.find(({ id }) => id === rule)?.severity,
    })
    expect(found?.examples.map((example) => example.line)).toEqual(line === null ? [] : [line])
    expect(receipt.rows.quarantined).toBe(found?.severity === 'error' ? 1 : 0)
    const { read, quarantined } = receipt.rows
    const useless = found?.severity === 'stop' || (read > 0 && quarantined === read)
    expect(receipt.verdict).toBe(useless ? 'rejected' : 'approved_with_remarks')
  })
})

test('every fault of a row is found, not only the first', async () => {
  const csv = 'datum;aktivitet;deltagare;start;kön\n1 mars;korsen;;sex;flicka\n'
  const receipt = await trial.deliver(trialAgreement({ attendance: {} }), 'attendance/fel.csv', csv, {
    dryRun: true,
  })
  expect(receipt.faults.map(({ rule }) => rule).toSorted()).toEqual(
    ['not_a_date', 'not_a_time', 'unknown_activity', 'unknown_code', 'value_missing'].toSorted(),
  )
})

test('statuses are known by their codes however these are spelled, and any other text may stand there', async () => {
  const csv =
    'deltagare;datum;domän;värde\na;2025-03-01;Occupation;WORK\nb;2025-03-01;association_life; Active\nc;2025-03-01;Boende;Eget boende\n'
  await trial.deliver(trialAgreement({ statuses: {} }), 'statuses/fil.csv', csv)
  expect(await trial.rows('select domain, value from statuses order by line')).toEqual([
    { domain: 'occupation', value: 'work' },
    { domain: 'association_life', value: 'active' },
    { domain: 'Boende', value: 'Eget boende' },
  ])
})

test('a near miss is named', async () => {
  const receipt = await trial.deliver(
    trialAgreement({ attendance: {} }),
    'attendance/nara.csv',
    attendance('2025-03-01;Motesplatsen;a'),
    { dryRun: true },
  )
  expect(receipt.faults[0]?.sentence).toEqual({
    sv: 'Aktiviteten finns inte i avtalet: ”Motesplatsen”, menade du ”motesplats”?',
    en: 'The activity is not in the agreement: "Motesplatsen", did you mean "motesplats"?',
  })
})

test('attendance after exit is pointed out, and loaded', async () => {
  const agreement = trialAgreement({ engagements: {}, attendance: {} })
  await trial.deliver(
    agreement,
    'engagements/in.csv',
    'deltagare;startdatum;slutdatum\nx1;2025-01-10;2025-02-01\n',
  )
  const receipt = await trial.deliver(
    agreement,
    'attendance/in.csv',
    attendance('2025-02-01;kurs;x1\n2025-02-02;kurs;x1'),
  )
  expect(receipt.faults).toMatchObject([{ rule: 'attendance_after_exit', count: 1, examples: [{ line: 3 }] }])
  expect(receipt.rows.new).toBe(2)
})

test('the catalogue has an id of its own for each rule, says all in two languages, and has a version', () => {
  expect(new Set(RULES.map(({ id }) => id)).size).toBe(RULES.length)
  expect(RULES.length).toBeGreaterThanOrEqual(40)
  expect(RULE_SET).toMatch(/^[0-9a-f]{12}$/)
})

test('the receipt CSV lists every fault, harmless to a spreadsheet', async () => {
  const csv = attendance(Array.from({ length: 5 }, () => '2025-03-01;=1+1;a').join('\n'))
  await trial.deliver(trialAgreement({ attendance: {} }), 'attendance/formel.csv', csv, { dryRun: true })
  const name = readdirSync(trial.home.receipts).find(
    (each) => each.includes('formel') && each.endsWith('.csv'),
  )
  const lines = readFileSync(join(trial.home.receipts, name ?? ''), 'utf8').split('\r\n')
  expect(lines).toHaveLength(7)
  expect(lines[1]).toContain("2,unknown_activity,error,aktivitet,'=1+1,")
})
