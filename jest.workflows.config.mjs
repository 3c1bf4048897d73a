import config from './jest.config.mjs';

/**
 * Workflows under act, from dist/, against the sandbox. Minutes, not seconds: not part of `npm test`. Each file is a story with
 * a sandbox, an API of GitHub and folders of its own: two at a time, as each waits for itself now and then.
 */
export default {
  ...config,
  testMatch: ['<rootDir>/test/workflows/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
  maxWorkers: 2,
};
