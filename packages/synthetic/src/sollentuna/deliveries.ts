import { tertialCode, yearOf } from '../days.ts'
import type { Delivery } from '../delivery.ts'
import { EXCEL, PLAIN } from '../delivery.ts'
import { fundingFiles } from '../funding-files.ts'
import { sieDelivery } from '../sie.ts'
import { spokenDate } from '../writing.ts'
import { courseFiles, doorCountFiles, guidanceFiles, leisureFiles, signInFiles } from './attendance-files.ts'
import { membershipFiles, scoutGroupFile, sportsClubFiles } from './member-registers.ts'
import { engagementFiles, registerFiles, statusFiles, surveyFiles } from './outcome-files.ts'
import { publicFigureFile } from './public-figures.ts'
import type { SollentunaWorld } from './world.ts'
import { AS_OF } from './opening.ts'

/** Everything that was sent about Möjligheternas Plats, source by source in the order of the file names. */
export function sollentunaDeliveries(world: SollentunaWorld): Delivery[] {
  const { facts, memberships, arrivals, ledger } = world
  return [
    ...registerFiles(facts.people),
    ...signInFiles(facts.attendance),
    ...leisureFiles(facts),
    ...courseFiles(facts.attendance),
    ...guidanceFiles(facts.attendance),
    ...doorCountFiles(facts.headcount),
    ...engagementFiles(facts.engagements),
    ...statusFiles(facts.statuses),
    ...membershipFiles(memberships, arrivals),
    ...sportsClubFiles(memberships, arrivals),
    ...scoutGroupFile(memberships, arrivals),
    ...surveyFiles(facts.surveys),
    ...fundingFiles(
      facts.funding.filter(({ kind }) => kind === 'payment'),
      {
        source: 'utbetalningar',
        giver: 'Sollentuna kommun',
        words: { payment: 'Utbetalning' },
        codeOf: (day) => String(yearOf(day)),
        writeDate: spokenDate,
        dialect: EXCEL,
      },
    ),
    ...fundingFiles(
      facts.funding.filter(({ kind }) => kind !== 'payment'),
      {
        source: 'egeninsats',
        giver: 'Möjligheternas Plats',
        words: { own_cash: 'Egna medel', in_kind: 'Lokal', volunteer_hours: 'Ideella timmar' },
        codeOf: tertialCode,
        writeDate: (day) => day,
        dialect: { ...PLAIN, separator: ';' },
      },
    ),
    sieDelivery(ledger, 2025),
    // The books of a year that is not over are named for the months that they hold.
    sieDelivery(ledger, 2026, { name: `2026-01--${AS_OF.slice(0, 7)}` }),
    publicFigureFile(world.publicFigures),
  ]
}
