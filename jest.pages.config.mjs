import config from './jest.config.mjs';

/** What `npm run test:pages` looks at in a browser. */
export default { ...config, testMatch: ['<rootDir>/test/pages/**/*.test.ts'] };
