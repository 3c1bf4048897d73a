import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

/* What a release has for GitHub Enterprise Server. */

const commit = '0123456789abcdef0123456789abcdef01234567';
const folder = mkdtempSync(join(tmpdir(), 'portsip-enterprise-'));
const made = join(folder, '.github/workflows');
const textOf = (name: string) => readFileSync(join(made, name), 'utf8');
beforeAll(() => execFileSync(process.execPath, ['scripts/enterprise.mjs', 'acme/portsip', commit, folder]));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

// Those of many clusters hand over artifacts, which such a server does otherwise.
const names = readdirSync('examples/workflows').filter((name) => !name.startsWith('fleet-'));

test('it has no workflows of many clusters', () => {
  expect(readdirSync(made).filter((name) => name.includes('fleet-'))).toEqual([]);
});

test.each(names)(
  '%s calls the reusable workflow beside it, which does the same with everything spelled out',
  (name) => {
    const called = `portsip-${name}`;
    expect(readdirSync(made)).toEqual(expect.arrayContaining([name, called]));
    expect(textOf(name)).toContain(`uses: ./.github/workflows/${called}\n`);
    expect(textOf(name)).not.toContain('portsip-cluster/actions');

    const text = textOf(called);
    expect(text).not.toMatch(/\$\/|[&*]\w+-|ubuntu-latest/);
    // The same but for what is spelled out.
    const original = readFileSync(join('.github/workflows', name), 'utf8')
      .replace(/uses: \$\/(\S+)/g, `uses: acme/portsip/$1@${commit}`)
      .replace(/actions\/upload-artifact@\S+/g, 'actions/upload-artifact@ff15f0306b3f739f7b6fd43fb5d26cd321bd4de5')
      .replaceAll('ubuntu-latest', '${{ fromJSON(inputs.runner) }}');
    expect(parse(text)).toEqual(parse(original));
  },
);

test('it wants a whole commit: a tag may be moved', () => {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/enterprise.mjs', 'acme/portsip', 'v1', folder]);
  expect([status, stderr.toString()]).toEqual([2, expect.stringContaining('a whole commit')]);
});
