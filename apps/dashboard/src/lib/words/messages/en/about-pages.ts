import type { aboutPages as Swedish } from '../sv/about-pages.ts'

export const aboutPages: typeof Swedish = {
  aboutPage: {
    title: 'About Utfall',
    intro:
      'Utfall shows what a partnership between a Swedish municipality and an association led to, for whom, and at what cost.',
    parts: [
      [
        'For whom',
        'The site is made for those who must decide whether an agreement is to be prolonged, changed or ended. It can be read in ten minutes, on screen or on paper, without training.',
      ],
      [
        'Where the figures come from',
        'The association and the municipality each deliver their own data. Every delivery is checked by the same rules and gets a receipt. The figures are then counted anew from all approved deliveries, and published together in a publication that never changes. A figure that becomes another does so in a new publication.',
      ],
      [
        'What the figures do not say',
        'The figures describe what happened to the participants. They do not say what would have happened without the activities, and two agreements with different target groups can seldom be compared as they are.',
      ],
      [
        'Personal data',
        'There is no data about individuals here. Identity numbers are replaced by a code when a file is read and are never kept. Numbers of few people are not shown, nor numbers that they could be worked out from.',
      ],
      [
        'Sample data',
        'What is marked as sample data stands in no document, but was made up to show how the site works.',
      ],
      [
        'Open software',
        'Utfall is open software under the MIT licence. Anyone may use, study and change it.',
      ],
    ],
    cookies: {
      title: 'Cookies',
      open: 'The site sets no cookies, counts no visitors and fetches nothing from others.',
      members:
        'The site sets one cookie, which keeps you signed in, and no other. It counts no visitors and fetches nothing from others.',
    },
    operator: {
      title: 'Who answers for the site',
      known: (operator) => `${operator} answers for the site and for the data on it.`,
      unknown: 'Whoever set up the site has not stated who answers for it.',
      contact: 'Contact:',
    },
    more: 'Read more',
    program: (program, ruleSet) => `The publication was made with ${program}, rules in version ${ruleSet}.`,
  },
  accessibilityPage: {
    title: 'Accessibility',
    intro:
      'The Swedish act on accessibility of digital public services applies to this site. Here is how it complies, what we know is lacking, and what to do when something does not work.',
    parts: [
      [
        'How accessible the site is',
        'The site is partially compliant with the act (2018:1937), which refers to the standard EN 301 549 and WCAG 2.1 at level AA. What is lacking is stated below. We aim at WCAG 2.2 at level AA.',
      ],
      [
        'What we know is lacking',
        'The English pages have Swedish words in them, such as names of activities and goals that the agreement has only in Swedish. They are not marked as Swedish, so a screen reader may pronounce them as English (WCAG 3.1.2).',
        'The figures can be downloaded as CSV, Arrow and Parquet. That is data for other programs and has no headings or descriptions in it. The same figures are on the pages, in tables.',
      ],
      [
        'What has been tested',
        'Each time the program changes, the pages are read in a browser: with axe-core, in light and dark, and at 320, 768 and 1280 pixels wide, so that nothing falls outside. Reading at 320 pixels is the same as magnifying an ordinary screen to 400 per cent. It is also tested that everything on an agreement’s page is reached by keyboard, that focus is visible, that the page works without scripts, and that no text is smaller than 12 pixels.',
        'Every chart has a heading, a summary in words and a table of the same figures. Series differ by dash and shape, not by colour alone.',
      ],
      [
        'What has not been tested',
        'Nobody independent has reviewed the site. It has not been tried by hand with screen readers, voice control or magnifiers, nor together with people with disabilities. Automatic tests find only some of all faults, so there may be more than those stated here.',
      ],
    ],
    report: {
      title: 'Tell us when something does not work',
      text: 'If you have found a fault, or need something from the site in another form, write to whoever answers for it.',
      none: 'Whoever set up the site has stated no contact here. Turn to the municipality that has the agreement. The act requires a contact, so this is in itself a fault.',
    },
    supervision: {
      title: 'Supervision',
      text: 'The Agency for Digital Government (Digg) supervises the act. If you are not content with the answer you get, or get none, you can report it there.',
      link: 'Report to Digg (in Swedish)',
    },
    assessed: (program) =>
      `The statement rests on the program’s own tests and belongs to the version ${program}. Whoever answers for the site needs to complete it with an assessment of their own.`,
  },
}
