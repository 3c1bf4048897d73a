import base from './jest.config.mjs';

// Whole lives of clusters in the sandbox, from src/ and from dist/: a few minutes.
export default { ...base, testMatch: ['<rootDir>/test/sandbox/**/*.test.ts'] };
