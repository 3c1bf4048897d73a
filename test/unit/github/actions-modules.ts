/** The @actions packages export to ES modules only; jest runs CommonJS. To be imported before what uses them. */
import { join } from 'node:path';

const FILES = {
  '@actions/core': 'core/lib/core.js',
  '@actions/exec': 'exec/lib/exec.js',
  '@actions/github': 'github/lib/github.js',
  '@actions/github/lib/utils': 'github/lib/utils.js',
  '@actions/io': 'io/lib/io.js',
  '@actions/io/lib/io-util': 'io/lib/io-util.js',
  '@actions/http-client': 'http-client/lib/index.js',
  '@actions/http-client/lib/auth': 'http-client/lib/auth.js',
};
const packages = join(__dirname, '../../../node_modules/@actions');
for (const [name, file] of Object.entries(FILES))
  jest.doMock(name, () => jest.requireActual<object>(join(packages, file)), { virtual: true });
