import type { waysPages as Swedish } from '../sv/ways-page.ts'

export const waysPages: typeof Swedish = {
  waysPage: {
    title: 'The way on',
    of: (agreement) => `The way on, ${agreement}`,
    intro:
      'What participants did when they began, when they left and some time after, and how long it took to work or studies.',
    link: 'The way on: from start to follow-up',
    none: {
      title: 'The way on is not known',
      text: 'The publication has no data on what participants did before and after. That takes enrolments from the association, with status at start and at exit.',
    },
    curve: {
      title: 'Time to work or studies',
      heading: 'Share who have begun to work or study',
      intro:
        'Counted from the start, for those who neither worked nor studied then. Those who have not yet been followed that long are included for as long as possible.',
      months: (months) => `${months} months`,
      short: 'months',
      during: (months) => `after ${months} months`,
      cause: { work: 'Work', studies: 'Studies' },
      month: 'Time from the start',
      atRisk: 'Still followed',
      atRiskUnder: 'People still followed',
      none: 'The curve is not shown: there are too few people, or it is too early.',
      summary: (cause, sentence) => `${cause}: ${sentence}`,
    },
    flow: {
      heading: (then) => `From the start to ${then}`,
      until: {
        exit: 'the exit',
        followup_3: '3 months after the exit',
        followup_6: '6 months after the exit',
        followup_12: '12 months after the exit',
      },
      path: (from, to, count) => `${from} at the start, ${to.toLowerCase()} then: ${count}`,
      people: (count) => `${count} people`,
      atLeast: (count) => `at least ${count}`,
      gained: (count) =>
        `${count} of those who were unemployed or neither worked nor studied at the start worked or studied then.`,
      commonest: (from, to, count) => `The commonest way was from ${from} to ${to}: ${count} people.`,
      commonestStay: (what, count) => `The commonest was ${what} both before and after: ${count} people.`,
      ofShown: {
        commonest: (from, to, count) =>
          `Of the ways shown the commonest is from ${from} to ${to}: ${count} people.`,
        commonestStay: (what, count) =>
          `Of the ways shown the commonest is ${what} both before and after: ${count} people.`,
      },
      unknown: (count) => `What ${count} did then is unknown.`,
      zero: '0 means that nobody went that way.',
      dashed: 'Dashed: how many went that way is not shown. It may be nobody.',
      title: 'From start to follow-up',
      intro:
        'Everyone who has left. Each band is the people who went the same way; its height is how many they are.',
      from: 'At the start',
      stages: {
        exit: 'At the exit',
        followup_3: '3 months after the exit',
        followup_6: '6 months after the exit',
        followup_12: '12 months after the exit',
      },
      occupations: {
        work: 'Work',
        studies: 'Studies',
        work_and_studies: 'Work and studies',
        internship: 'Internship',
        unemployed: 'Unemployed',
        neither: 'Neither',
        leave: 'On leave',
        unknown: 'Unknown',
        declined: 'Did not want to answer',
      },
    },
  },
  waterfall: {
    roles: {
      universe: 'Everyone concerned',
      excluded: 'Left out',
      denominator: 'Denominator',
      unknown: 'Unknown',
      numerator: 'Numerator',
      complement: 'The others',
    },
    universe: 'Everyone whom the measure looks at in the time.',
    complement: 'Those who count but do not meet the condition.',
    reasons: {
      work: 'Left for work.',
      studies: 'Left for studies.',
      other_authority: 'Handed to another authority.',
      completed: 'The assignment was completed.',
      dropped_out: 'Dropped out.',
      moved: 'Moved.',
      deceased: 'Deceased.',
      other: 'Left for another reason.',
      unknown: 'Left for an unknown reason.',
      other_occupation_at_start: 'Already worked or studied at the start.',
      occupation_at_start_unknown: 'What they did at the start is unknown.',
      no_start_answer: 'Did not answer the first survey.',
      outcome_unknown: 'The outcome is unknown.',
      several_reasons: 'Left out, for one of several reasons.',
    },
  },
  correctionsPage: {
    title: 'Corrections',
    intro:
      'Published figures are never changed afterwards. When a figure becomes another in a new publication it stands here, with the former figure and the reason.',
    none: 'No published figures have been corrected.',
    caption: (published) => `Published ${published}`,
    figure: 'Figure',
    before: 'Before',
    now: 'Now',
    why: 'Reason',
    cause: {
      delivery: 'new or corrected deliveries',
      definition: 'a new version of the definition',
      agreement: 'the agreement’s details have changed',
      disclosure: 'the protection of small numbers has changed',
      program: 'the program has changed',
    },
  },
  hidden: {
    title: 'What is not shown',
    paragraphs: [
      'Where it says .. there is a figure that is not shown. It may be a few people, so that somebody could be recognised. The figure may also be larger and hidden all the same, since a small one could otherwise be worked out by subtracting what is shown.',
      'You cannot see which of the reasons applies. So the sign does not mean “few”. Nor does it mean zero: where nobody is in a group it says 0. There are three exceptions: where every group of a breakdown is hidden one of them may be empty, so may a hidden way from start to follow-up, and a number once hidden stays hidden even if it is corrected to zero.',
      'A share, a mean and a cost per person are shown only when all the numbers they are made of can be shown. A mean also takes so many answers that no single person decides it.',
      'You can still rely on what is shown: totals and parts are the true numbers, never rounded or changed. Where a group is hidden, read the total, a longer time, or fewer groups. In agreements with many periods and groups only calendar years are broken down: more of their figures can then be shown.',
    ],
    link: 'Why is it not shown?',
  },
}
