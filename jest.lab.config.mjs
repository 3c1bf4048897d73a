import base from './jest.config.mjs';

// Against real OpenSSH, firewalld and Docker: as root on Debian 12, some minutes. Each worker has a lab of its own. See
// docs/lab.md.
export default { ...base, testMatch: ['<rootDir>/test/lab/**/*.test.ts'], testTimeout: 300_000, maxWorkers: 2 };
