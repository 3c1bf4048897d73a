import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { containers } from './eyes';
import { Lab } from './lab';

/* A backup of real containers' data by real tar, and its restore by the lines of docs/backup.md. */

const IM = 'im-server-1';
const FOLDER = '/var/backups/portsip/acme';
/** By host: what is kept, what of docs/backup.md brings it back, and the container that must run */
const KEPT = {
  pbx: ['/var/lib/portsip/postgresql/rows', 'restore-pbx', 'portsip.callmanager'],
  [IM]: ['/var/lib/portsip/im-data/im/message', 'restore-im', 'portsip.instantmessage'],
} as const;
const HOSTS = ['pbx', IM] as const;

let lab: Lab;
beforeAll(async () => {
  execFileSync(join(__dirname, 'setup.sh'), { stdio: 'inherit' });
  lab = await Lab.up(undefined, [IM]);
});
afterAll(() => Lab.down());

async function cli(...argv: string[]): Promise<string> {
  const file = lab.writeClusterFile((cluster) => {
    cluster['restart'] = { after_scale_out: 'none' };
    cluster['backup'] = { max_age: '24h' };
  });
  const { code, stdout, stderr } = await lab.cli(argv, { file });
  expect({ code, output: stdout + stderr }).toEqual({ code: 0, output: expect.any(String) });
  return stdout + stderr;
}

async function on(host: string, command: string): Promise<string> {
  const { code, stdout, stderr } = await lab.on(host, command);
  expect({ command, code, stderr }).toEqual({ command, code: 0, stderr: expect.any(String) });
  return stdout.trim();
}

/** What docs/backup.md has an operator type, for the folder that there is. */
async function lines(block: string, host: string): Promise<string> {
  const page = readFileSync(join(__dirname, '../../docs/backup.md'), 'utf8');
  const text = new RegExp(`^\`\`\`sh ${block}\\n([^\`]*)\`\`\``, 'm').exec(page)?.[1] ?? 'false';
  const folder = await on(host, `ls ${FOLDER}`);
  return `set -e\n(cd ${FOLDER}/${folder} && sha256sum -c SHA256SUMS)\n${text.replaceAll(/20\d{6}T\d{6}Z-[a-z0-9-]+/g, folder)}`;
}

it('is made, kept to root, and brings back what was there', async () => {
  await cli('deploy', '--yes', '--allow-undersized');
  for (const host of HOSTS) await on(host, `echo kept >${KEPT[host][0]} && chown 888:999 ${KEPT[host][0]}`);

  const output = await cli('backup', '--yes');
  expect(output).toMatch(/Done: 2 changes/);
  expect(await cli('status')).toMatch(/Last backups: PBX .* old, im-server-1 .* old/);
  for (const host of HOSTS) {
    const modes = await on(host, `stat -c %U:%a ${FOLDER} ${FOLDER}/* ${FOLDER}/*/* | sort -u`);
    expect(modes.split('\n')).toEqual(['root:600', 'root:700']);
    expect((await containers(lab, host))[KEPT[host][2]]?.state).toBe('running');
  }

  for (const host of HOSTS) {
    const [file, block, container] = KEPT[host];
    await on(host, `echo changed >${file}`);
    await on(host, await lines(block, host));
    expect(await on(host, `cat ${file}; stat -c %u:%g ${file}`)).toBe('kept\n888:999');
    expect((await containers(lab, host))[container]?.state).toBe('running');
  }
  expect(await cli('plan', '--allow-undersized')).toContain('No changes');
}, 600_000);
