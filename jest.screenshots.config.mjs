import config from './jest.workflows.config.mjs';

/** The story whose pictures are in the docs: `npm run screenshots`. */
export default { ...config, testMatch: ['<rootDir>/test/screenshots/**/*.test.ts'] };
