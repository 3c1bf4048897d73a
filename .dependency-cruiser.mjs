/*
 * Which room of src may import which: only those below it, and nothing in a circle. `npm run lint:imports` holds everybody to
 * it; imports of types count as well, since whoever reads a file has to know what its types mean.
 */

/** What each room stands on. It may import all of that, and what that stands on. */
const ROOMS = {
  text: [],
  cluster: ['text'],
  host: ['cluster'],
  pbx: ['cluster'],
  stages: ['host', 'pbx'],
  plan: ['stages'],
  deploy: ['plan'],
  import: ['drift'],
  drift: ['plan'],
  status: ['drift'],
  render: ['deploy', 'import', 'status'],
  github: ['render'],
  sandbox: ['host', 'pbx'],
  actions: ['github', 'sandbox'],
  cli: ['github', 'sandbox'],
};

/** Files at the very bottom, for everybody. */
const GROUND =
  '^src/(log|finding|input-error|plain-file|clock|credentials|defined|grouped|private-folder|slices|unknown)\\.ts$';

/** Only starts an action or the command line. */
const TOP = '^src/(main|compile-cache)\\.ts$';

const below = (room) => [room, ...ROOMS[room].flatMap(below)];

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: { path: '^src/' }, to: { circular: true } },
    {
      name: 'no-room-without-a-place',
      comment: 'A new folder of src needs a line in ROOMS.',
      severity: 'error',
      from: { path: '^src/', pathNot: [GROUND, TOP, `^src/(${Object.keys(ROOMS).join('|')})/`] },
      to: {},
    },
    { name: 'ground', severity: 'error', from: { path: GROUND }, to: { path: '^src/', pathNot: GROUND } },
    ...Object.keys(ROOMS).map((room) => ({
      name: `${room}-imports-only-what-is-below`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: { path: '^src/', pathNot: [GROUND, `^src/(${[...new Set(below(room))].join('|')})/`] },
    })),
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    moduleSystems: ['es6', 'cjs'],
  },
};
