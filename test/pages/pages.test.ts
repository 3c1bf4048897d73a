import { mkdirSync, writeFileSync } from 'node:fs';
import { statusPage } from '../../src/render/status-page';
import { hostile, quiet } from '../unit/cli/status-reports';

test('pages for check.mjs to look at', () => {
  mkdirSync('build/pages', { recursive: true });
  for (const [name, report] of Object.entries({ quiet, hostile }))
    writeFileSync(`build/pages/${name}.html`, statusPage(report, Date.UTC(2026, 10, 20, 15, 58)));
});
