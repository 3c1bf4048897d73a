// Names the tests that failed and sums up jest's result files: `N passed, N failed`.
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';

const runs = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, 'utf8')));
const sum = (key) => runs.reduce((total, run) => total + run[key], 0);
for (const { testResults } of runs) {
  for (const { name, message, assertionResults } of testResults) {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    for (const { fullName } of failed) console.log(`failed: ${relative('.', name)}: ${fullName}`);
    if (failed.length === 0 && message) console.log(`failed: ${relative('.', name)}: did not run`);
  }
}
// A suite that did not even load has no failed test of its own.
console.log(`${sum('numPassedTests')} passed, ${sum('numFailedTests') + sum('numRuntimeErrorTestSuites')} failed`);
