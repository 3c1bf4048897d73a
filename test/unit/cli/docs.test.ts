import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { EXIT_CODES } from '../../../src/cli/exit-code';

const source = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join('src', path), 'utf8'))
  .join('\n');
const troubleshooting = readFileSync('docs/troubleshooting.md', 'utf8');

test('docs/cluster-file.md, docs/actions.md and docs/faults.md are what their sources make', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/docs.mjs', '--check'], { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
});

test('docs/command-line.md has the exit codes that there are', () => {
  const page = readFileSync('docs/command-line.md', 'utf8');
  const rows = [...page.matchAll(/^\| (\d+) +\| (.*?) +\|$/gm)].map(([, code, means]) => [Number(code), means]);
  expect(rows).toEqual(EXIT_CODES);
});

test('each message that docs/troubleshooting.md explains is one that can be printed', () => {
  const messages = [...troubleshooting.matchAll(/^### (.*)$/gm)].flatMap(([, heading = '']) =>
    [...heading.matchAll(/`([^`]+)`/g)].map(([, text = '']) => text),
  );
  expect(messages.length).toBeGreaterThan(15);
  expect(messages.filter((text) => !source.includes(text))).toEqual([]);
});

test('it explains every finding that a plan can have, and no other', () => {
  const explained = [...troubleshooting.matchAll(/^\| `([a-z-]+)`/gm)].map(([, code]) => code);
  const stages = ['src/stages', 'src/host/control-plane']
    .flatMap((folder) => readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8')))
    .join('\n');
  const found = [
    ...stages.matchAll(/\bcode: (?:\w+ \? )?'([a-z-]+)'(?: : '([a-z-]+)')?/g),
    ...stages.matchAll(/\bsay\(\s*(?:[^,']*)'(?:blocking|warning|note)'(?: : '[a-z]+')?,\s*'([a-z-]+)'/g),
    ...stages.matchAll(/\b(?:blocked|note|warning)\(\s*'([a-z-]+)'/g),
  ].flatMap(([, ...codes]) => codes.filter((code) => code !== undefined));
  // The one finding whose severity is chosen by a word before it
  for (const code of stages.match(/(?<=allowUndersized \? 'warning' : 'blocking',\s+')[a-z-]+/g) ?? [])
    found.push(code);
  expect([...new Set(found)].sort()).toEqual([...explained].sort());
});

test('it explains what goes wrong most often: keys, secrets, the way to a host, the PBX, locks, calls that do not end, GitHub', () => {
  const common = [
    'is missing: set the input',
    'looks like a path',
    'its key is not in known_hosts',
    'does not accept the SSH key',
    'does not answer on SSH within',
    'asks for a password when',
    'offered a certificate that nothing here vouches for',
    'The PBX refused the sign-in',
    'is locked by',
    'did not come back',
    'still OFFLINE after',
    'is the last',
    '(restart.drain_timeout)',
    'could not be written to the pull request',
  ];
  const headings = [...troubleshooting.matchAll(/^### (.*)$/gm)].map(([, heading = '']) => heading).join('\n');
  expect(common.filter((text) => !headings.includes(`\`${text}\``))).toEqual([]);
});

test('each picture in the docs is shown somewhere, is there, and is no burden for a clone', () => {
  const pages = [
    'README.md',
    ...readdirSync('docs')
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  const linked = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/\]\(([^)]+\.(?:png|svg))\)/g)].map(([, path = '']) =>
      join(dirname(page), path),
    ),
  );
  expect(linked.filter((path) => !existsSync(path))).toEqual([]);
  const pictures = readdirSync('docs')
    .filter((name) => /\.(png|svg)$/.test(name))
    .map((name) => join('docs', name));
  expect(pictures.filter((path) => !linked.includes(path))).toEqual([]);
  expect(pictures.filter((path) => statSync(path).size > 150_000)).toEqual([]);
});
