import config from './jest.config.mjs';

/** Workflows under act, from dist/, against the sandbox. Minutes, not seconds: not part of `npm test`. */
export default {
  ...config,
  testMatch: ['<rootDir>/test/workflows/**/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 300_000,
};
