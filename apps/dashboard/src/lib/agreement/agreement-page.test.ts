import type { Language } from '@utfall/contracts'
import { expect, test } from 'vitest'
import { eskilstuna, sollentuna, withoutDeliveries } from '../../../fixture/agreements.ts'
import { readContent, readingOf } from '../../../fixture/reading.ts'
import type { Reading } from '#lib/reader/reading.ts'
import { wordsIn } from '#lib/words/words.ts'
import { costView, isCostWithheld } from './cost.ts'
import { countingRules } from './counting-rules.ts'
import { followUpHeadline } from './follow-up.ts'
import { countGoals, goalViews, verdictOf } from './goals.ts'
import { indicatorView } from './indicator.ts'
import { lead } from './lead.ts'
import { nextSteps } from './next.ts'
import { overviewOf } from './overview.ts'
import { reachView } from './reach.ts'

const publication = await readContent()
const read = (agreement = sollentuna, language: Language = 'sv') =>
  readingOf(publication, agreement, language)
const leadText = (reading: Reading) =>
  lead(reading, goalViews(reading))
    .map(({ text }) => text)
    .join('')
    .replaceAll('\u00A0', ' ')

test('the lead answers with goals, people and money', () => {
  expect(leadText(read())).toBe(
    'Ett av tre mål är nått, ett är på väg och ett kan inte bedömas. Av de 93 som lämnat verksamheten började ' +
      '46 arbeta eller studera. Kommunen har betalat 2 175 000 kr, lika mycket som avtalats för tiden.',
  )
  expect(leadText(read(eskilstuna))).toBe(
    'Ett av två mål är nått och ett kan inte bedömas. Verksamheten har haft 41 230 deltagartillfällen.',
  )
  expect(leadText(read(withoutDeliveries, 'en'))).toBe('The goal cannot be judged.')
})

test('a goal is as far as its furthest measure', () => {
  expect(verdictOf(['met', 'met'])).toBe('met')
  expect(verdictOf(['met', 'on_the_way'])).toBe('on_the_way')
  expect(verdictOf(['met', 'cannot_be_judged'])).toBe('cannot_be_judged')
  expect(verdictOf(['not_met', 'cannot_be_judged'])).toBe('not_met')
  expect(verdictOf([])).toBe('cannot_be_judged')
})

test.each([
  [['met'], 'Målet är nått.'],
  [['met', 'met'], 'Båda målen är nådda.'],
  [['met', 'met', 'met'], 'Alla tre målen är nådda.'],
  [['on_the_way', 'on_the_way'], 'Båda målen är på väg att nås.'],
  [['on_the_way', 'not_met'], 'Inget av två mål är nått och ett är på väg.'],
  [['met', 'not_met', 'not_met'], 'Ett av tre mål är nått och två är inte nådda.'],
  [['not_met', 'not_met'], 'Inget av målen är nått.'],
  [['met', 'met', 'cannot_be_judged'], 'Två av tre mål är nådda och ett kan inte bedömas.'],
  [[], 'Avtalet har inga mål.'],
] as const)('%j in words is %s', (verdicts, sentence) => {
  const count = countGoals(verdicts.map((verdict) => ({ verdict })))
  expect(wordsIn('sv').say.agreementPage.goalsInWords(count)).toBe(sentence)
})

test('a measure has its figure, parts, interval, trend and trust', () => {
  const [goal] = goalViews(read())
  expect(goal?.measures[0]).toMatchObject({
    text: '49\u00A0%',
    ofWhole: '46 av 93',
    interval: 'mellan 40 och 60 procent',
    targetText: 'Mål 50\u00A0%',
    trust: { word: 'god', reasons: ['6 okända'] },
    trend: { kind: 'known', period: 'maj–augusti 2026', direction: 'up', mayBeChance: true },
  })
})

test('a withheld measure shows its sign, why, and no number', () => {
  const measure = goalViews(read())[2]?.measures[0]
  expect(measure).toMatchObject({ value: null, text: '..', ofWhole: '', interval: '' })
  expect(measure?.remark).toBe('För få personer för att visa ett tal.')
  expect(measure?.trust.word).toBe('')
})

test('a goal that nothing is delivered for yet says what it will be measured by', () => {
  const [goal] = goalViews(read(withoutDeliveries))
  expect(goal).toMatchObject({ measures: [], waiting: ['Unika deltagare'] })
})

test('a goal without any measure has none to wait for', () => {
  expect(goalViews(read(eskilstuna))[1]).toMatchObject({ measures: [], waiting: [] })
})

test('who was reached is people where they are known, visits elsewhere', () => {
  const named = reachView(read())
  expect(named?.heading.replaceAll('\u00A0', ' ')).toBe('312 deltagare, 4 870 deltagartillfällen')
  expect(named?.figures.map(({ heading }) => heading)).toEqual(['Deltagare per period', 'Kön och ålder'])
  expect(named?.figures[1]?.summary.replaceAll('\u00A0', ' ').replaceAll('\u2060', '')).toBe(
    'Kvinnor 112, män 124. Annat kön visas inte. 13–15 år 54, 16–19 år 118, 20–24 år 60. 25–29 år visas inte.',
  )
  expect(reachView(read(eskilstuna))).toMatchObject({ indicator: 'attendances', withoutGroups: true })
  expect(reachView(read(withoutDeliveries))).toBeUndefined()
})

test('every unit cost has both parts of its quotient on three bases', () => {
  const cost = costView(read())
  expect(cost?.bases.map(({ total }) => total.replaceAll('\u00A0', ' '))).toEqual([
    '2 175 000 kr',
    '2 308 400 kr',
    '2 712 900 kr',
  ])
  expect(cost?.rows.map(({ per }) => per.replaceAll('\u00A0', ' '))).toEqual(['312', '4 870', '1 318', '46'])
  expect(cost?.own.replaceAll('\u00A0', ' ')).toContain('1 205 ideella timmar värderade till 144 500 kr')
  expect(cost?.ways).toBe('Tre sätt att räkna samma sak.')
  expect(costView(read(eskilstuna))).toBeUndefined()
})

test('a basis that no cost is known on is said so of in one sentence', () => {
  const unbooked = {
    ...publication,
    results: (agreement: string, indicator: string) =>
      publication
        .results(agreement, indicator)
        .map((row) =>
          row.basis.startsWith('cost')
            ? { ...row, value: null, numerator: null, status: 'not_computable' as const }
            : row,
        ),
  }
  const cost = costView(readingOf(unbooked, sollentuna))
  expect(cost?.bases.map(({ name }) => name)).toEqual(['Kommunens bidrag'])
  expect(cost?.rows.map(({ cells }) => cells.length)).toEqual([1, 1, 1, 1])
  expect(cost?.ways).toBe('')
  expect(cost?.missing).toEqual([
    'Bokförd kostnad: kan inte räknas ur de uppgifter som lämnas.',
    'Med egen insats: kan inte räknas ur de uppgifter som lämnas.',
  ])
})

/** The same publication, with the figures of the whole agreement withheld. */
const withheldAsAWhole = {
  ...publication,
  results: (agreement: string, indicator: string) =>
    publication
      .results(agreement, indicator)
      .map((row) =>
        row.period_type === 'agreement'
          ? { ...row, value: null, numerator: null, denominator: null, status: 'suppressed' as const }
          : row,
      ),
}

test('where the whole is withheld the latest year that is shown tells who was reached', () => {
  const reading = readingOf(withheldAsAWhole, sollentuna)
  expect(reachView(reading)).toMatchObject({ heading: '236 deltagare', indicator: 'unique_participants' })
  expect(reachView(reading)?.intro).toMatch(/^Alla som deltagit minst en gång, mars 2025–februari 2026\./)
  expect(overviewOf(reading, '2026-11-01').figures.map(({ title }) => title)).toContain(
    'Unika deltagare, avtalsår 1, mars 2025–februari 2026',
  )
  expect(isCostWithheld(reading)).toBe(true)
  expect(isCostWithheld(read())).toBe(false)
})

test('the front page says why an agreement has no figures, and from when it is in force', () => {
  const silent = { ...publication, results: () => [] }
  const overview = (agreement = sollentuna, today = '2026-11-01') =>
    overviewOf(readingOf(silent, agreement), today)
  expect(overview().none).toBe('Inga tal om deltagarna kan visas än')
  expect(overview(withoutDeliveries).none).toBe('Inga uppgifter har lämnats än')
  expect(overview().term).toBe('Löper till 29 februari 2028')
  expect(overview(sollentuna, '2025-02-28').term).toBe('Börjar gälla 1 mars 2025')
})

test('the parties are called what they are', () => {
  const { andAssociation } = wordsIn('sv').say.agreementPage
  expect(andAssociation('Föreningen Norrsken')).toBe('och')
  expect(andAssociation('Möjligheternas Plats')).toBe('och föreningen')
})

test('a target for each year is not taken for one of the whole', () => {
  const indicator = publication.indicators.get('unique_participants')
  const [goal] = publication.goals
  if (indicator === undefined || goal === undefined) throw new Error('the fixture has no goal')
  const goals = [{ ...goal, indicator: indicator.id, target: 300, period_type: 'agreement_year' as const }]
  const view = indicatorView(indicator, readingOf({ ...publication, goals }, sollentuna))
  expect(view.goals[0]).toContain('Mål 300 varje avtalsår. På väg.')
})

test('what comes next is what lies ahead, and the decision stands out', () => {
  const steps = nextSteps(sollentuna, '2026-11-01', wordsIn('sv'))
  expect(steps.map(({ day, decisive }) => [day, decisive])).toEqual([
    ['2027-02-15', false],
    ['2027-08-31', true],
    ['2028-02-29', true],
  ])
  expect(nextSteps(eskilstuna, '2026-11-01', wordsIn('sv'))).toEqual([])
  expect(nextSteps(sollentuna, '2025-02-28', wordsIn('sv'))[0]).toMatchObject({
    text: 'Avtalet börjar gälla.',
    decisive: false,
  })
})

test('a calendar entry on the last day for notice is said once', () => {
  const calendar = [{ date: '2027-08-31', text: 'Sista dag', assumed: false }]
  const steps = nextSteps({ ...sollentuna, calendar }, '2026-11-01', wordsIn('sv'))
  expect(steps.map(({ text, decisive }) => [text, decisive])).toEqual([
    ['Sista dag', true],
    ['Avtalet löper ut.', true],
  ])
})

test('a total that still runs says where it is heading, whatever period the goal is judged on', () => {
  const [goal] = publication.goals
  const [visits] = publication.results(eskilstuna.id, 'attendances')
  if (goal === undefined || visits === undefined) throw new Error('the fixture has no goal or visits')
  const running = { ...visits, period_type: 'agreement_year' as const, period: '2' }
  const reading = (note: string) =>
    readingOf(
      {
        ...publication,
        goals: [
          { ...goal, indicator: 'attendances', period_type: 'agreement_year', period: '1', target: 1400 },
        ],
        results: () => [{ ...running, note }],
      },
      {
        ...sollentuna,
        goals: sollentuna.goals.map((each) => ({
          ...each,
          indicators: [
            {
              indicator: 'attendances',
              direction: 'at_least',
              period: 'agreement_year',
              history: [],
              assumed: true,
            },
          ],
        })),
      },
    )
  const rate = (note: string) => goalViews(reading(note))[0]?.measures[0]?.rate.replaceAll('\u00A0', ' ')
  expect(rate('run_rate=1203 counting_rule=every_visit')).toBe(
    'I nuvarande takt 1 203 av 1 400 vid avtalsårets slut.',
  )
  expect(rate('counting_rule=every_visit')).toBe('')
})

test('beside the visits stands by what rule they are counted, for each activity where they differ', () => {
  const [first, ...others] = sollentuna.activities
  if (first === undefined) throw new Error('the fixture has no activity')
  const { words } = read()
  const alike = [first, ...others].map((each) => ({ ...each, counting_rule: 'once_per_day' as const }))
  const rule = 'En person räknas högst en gång per dag.'
  expect(countingRules({ ...sollentuna, activities: alike }, words)).toBe(rule)
  expect(reachView(read({ ...sollentuna, activities: alike }))?.intro).toContain(rule)
  const [, second] = alike
  const otherwise = [{ ...first, counting_rule: 'every_visit' as const }, ...(second ? [second] : [])]
  expect(countingRules({ ...sollentuna, activities: otherwise }, words)).toBe(
    `${first.name}: varje besök räknas. ${second?.name}: en person räknas högst en gång per dag.`,
  )
})

test('where not all have answered a follow-up its bounds are the headline, and beside them how many answered', () => {
  const indicator = publication.indicators.get('share_to_work_or_studies')
  const [row] = publication.results(sollentuna.id, 'share_to_work_or_studies')
  if (indicator === undefined || row === undefined) throw new Error('the fixture has no share')
  const asked = { ...row, status: 'ok' as const, numerator: 30, denominator: 75, value: 0.4 }
  const silent = { ...asked, unknown: 24, lower_bound: 0.4, upper_bound: 0.72 }
  const headline = (of: typeof row) =>
    indicatorView(
      { ...indicator, followup_months: 3 },
      readingOf({ ...publication, results: () => [of] }, sollentuna),
    ).figures[0]
  expect(headline(silent)).toMatchObject({ text: 'Mellan 40 och 72 procent', ofWhole: '51 av 75 har svarat' })
  expect(headline(silent)?.words).toMatch(/^40\u00A0% av alla har svarat ja\. Med hänsyn till slumpen/)
  expect(headline({ ...asked, unknown: 0, lower_bound: null, upper_bound: null })).toMatchObject({
    text: '40\u00A0%',
    ofWhole: '30 av 75',
  })
  expect(followUpHeadline(indicator, silent, read().words)).toBeUndefined()
})
