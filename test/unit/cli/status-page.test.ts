import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { statusPage } from '../../../src/render/status-page';
import type { ServerState } from '../../../src/status/report';
import { html } from '../../../src/text/html';
import { run } from './fake';
import { ATTACK, hostile, quiet } from './status-reports';

const AT = Date.UTC(2026, 10, 20, 15, 58);

test('what is not ours is text, within elements and attributes', () => {
  expect(html`<p title="${ATTACK}">${[ATTACK, html`<b>${'<i>'}</b>`]}</p>`.text).toBe(
    `<p title="${SAFE}">${SAFE}<b>&#60;i&#62;</b></p>`,
  );
});
const SAFE =
  '&#34;&#62;&#60;img src=x onerror=alert(1)&#62;&#60;script&#62;alert(2)&#60;/script&#62;\\u{202e}\\x1b[31m';

test('each server with its state, its calls against its limit, and what it runs', () => {
  const page = statusPage(quiet, AT);
  expect(page).toContain('<title>acme: 6 of 6 servers up; as the cluster file says</title>');
  expect(page).toMatch(/media-server-1<\/h4>\s*<p class="state">online<\/p>/);
  expect(page).toContain('1840 of 2000 calls');
  expect(page).toMatch(/high="1800"\s+value="1840"\s+aria-label="calls on media-server-1"/);
  expect(page).toContain('40 of 1000 participants');
  expect(page).toContain('2026-11-20 15:58 UTC');
});

test('what is left of the licence, and how old backups are', () => {
  const page = statusPage(quiet, AT);
  expect(page).toMatch(/1852 of 2000 calls at once/);
  expect(page).toMatch(/high="1800"\s+value="1852"\s+aria-label="calls that the licence allows"/);
  expect(page).toMatch(/<strong>PBX<\/strong>: 14 h old/);
  expect(page).toMatch(/<li class="odd">\s*<strong>im-server-1<\/strong>: none/);
  expect(statusPage({ ...quiet, usage: {}, backups: [] }, AT)).not.toMatch(/Licence|Last backups/);
});

test('names do nothing: no element or attribute of theirs, no script at all', () => {
  const page = statusPage(hostile, AT);
  expect(page).not.toMatch(/<(?:script|img|iframe|link|a)\b/i);
  expect([...page.matchAll(/<[^>]* on\w+=/g)]).toEqual([]);
  expect(page).toContain("default-src 'none'");
  expect(page).toContain('what the PBX knows could not be read');
  expect(page).toContain('Blocked:');
  expect(page).toContain('Restarts still owed');
});

test('what the portal did not tell is not shown as known', () => {
  const [first] = quiet.servers;
  const untold = { ...first, state: 'running', enabled: 'unknown', portalProblem: 'the PBX refused' } as ServerState;
  const silent = statusPage({ ...quiet, pbx: { ...quiet.pbx, apiProblem: 'the PBX refused' }, servers: [untold] }, AT);
  expect(silent).toMatch(/<li class="node odd">\s*<h4>media-server-1<\/h4>/);
  expect(silent).toContain('running, whether enabled is not known');
  expect(silent).not.toContain('calls now');
  const one = statusPage({ ...quiet, servers: [{ ...untold, state: 'unknown', enabled: true }] }, AT);
  expect(one).toContain('0 of 1 server up; 1 server of which the PBX tells nothing');
});

test('status --html writes it, and over no cluster file', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const file = join(folder, 'cluster.yaml');
  writeFileSync(
    file,
    'version: 1\nname: acme\nimage: portsip/pbx:22\npbx: { private_ip: 192.168.1.20 }\nservers: []\n',
  );
  expect((await run(['status', '-f', file, '--html', join(folder, 'a.html')], { status: quiet })).exitCode).toBe(0);
  expect(readFileSync(join(folder, 'a.html'), 'utf8')).toContain('<h1>acme</h1>');
  expect((await run(['status', '-f', file, '--html', file], { status: quiet })).exitCode).toBe(2);
  rmSync(folder, { recursive: true });
});
