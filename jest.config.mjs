// The @actions packages, p-limit and their friends are ES modules only: they are transformed like our own code.
const esOnly = [
  '@actions',
  '@octokit',
  'before-after-hook',
  'universal-user-agent',
  'p-limit',
  'yocto-queue',
  'openapi-fetch',
  'toad-cache',
  'json-with-bigint',
  'fast-content-type-parse',
  'content-type',
  'fast-check',
  'pure-rand',
];

export default {
  testEnvironment: 'node',
  // Jest leaves one core to whoever watches, which is half of a runner that has two.
  maxWorkers: '100%',
  // Nothing takes so long; a test that only fails on a busy machine tells nobody anything.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/test/unit/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  transform: {
    '^.+\\.m?[jt]s$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(${esOnly.join('|')})/)`],
  moduleFileExtensions: ['ts', 'js', 'mjs', 'json'],
};
