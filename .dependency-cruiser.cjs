/** Imports point one way: see "Rooms" in docs. Each room names the rooms of ours that it may enter. */
const ROOMS = {
  'packages/contracts': [],
  'packages/warehouse': ['packages/contracts'],
  'packages/ingest': ['packages/warehouse', 'packages/contracts'],
  'packages/metrics': ['packages/warehouse', 'packages/contracts'],
  'packages/audit': ['packages/contracts'],
  'packages/synthetic': ['packages/contracts'],
  'apps/dashboard': ['packages/contracts'],
  'apps/cli': [
    'packages/contracts',
    'packages/warehouse',
    'packages/ingest',
    'packages/metrics',
    'packages/audit',
    'packages/synthetic',
  ],
}

const onlyAllowedRooms = Object.entries(ROOMS).map(([room, allowed]) => ({
  name: `from-${room.replace('/', '-')}`,
  comment: `${room} may import ${allowed.length > 0 ? allowed.join(', ') : 'none of our packages'}`,
  severity: 'error',
  from: { path: `^${room}/` },
  to: { path: '^(packages|apps|tests|scripts)/', pathNot: [room, ...allowed].map((each) => `^${each}/`) },
}))

module.exports = {
  forbidden: [
    ...onlyAllowedRooms,
    {
      name: 'contracts-are-pure',
      comment: 'the shapes of what crosses a border need no file, process or database',
      severity: 'error',
      from: { path: '^packages/contracts/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(node:)?(fs|child_process|http|https|net|worker_threads|process)(/|$)|@duckdb/' },
    },
    {
      name: 'no-database-in-the-dashboard',
      comment: 'it cannot leak what it cannot reach',
      severity: 'error',
      from: { path: '^apps/dashboard/' },
      to: { path: '@duckdb/' },
    },
    {
      name: 'nobody-imports-the-command',
      comment:
        'the command is an edge: others start it as a program, and only whole-system tests also call it',
      severity: 'error',
      from: { pathNot: '^(apps/cli|tests)/' },
      to: { path: '^apps/cli/' },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'everything-resolves',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^(\\$|#|virtual:|\\./\\$types)|\\?(url|raw)$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(build|\\.svelte-kit|var)/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'svelte', 'default', 'types'],
    },
  },
}
