import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { linesApart, optionsRead, readScript } from '../../../src/cluster/control-scripts';
import { loadClusterFile } from '../../../src/cluster/load';
import { ClusterFileError } from '../../../src/cluster/types';
import { HEAD, problems } from './helpers';

const FILE = `${HEAD}  - { name: media-server-1, role: media, private_ip: 192.168.1.21 }
  - { name: queue-server-1, role: queue, private_ip: 192.168.1.22 }
scripts: portsip
`;
const GOOD = '#!/bin/sh\nset -e\ncase $1 in\nrun) echo run ;;\nesac\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'portsip-scripts-'));
  mkdirSync(join(folder, 'portsip'));
  writeFileSync(join(folder, 'cluster.yaml'), FILE);
  put({ 'cluster_ctl.sh': GOOD, 'pbx_ctl.sh': GOOD });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function put(files: Record<string, string | Buffer>): void {
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, 'portsip', name), text);
}

/** What is wrong, a line each, with the paths as they are below the folder */
async function told(): Promise<string[]> {
  try {
    await loadClusterFile(join(folder, 'cluster.yaml'));
    return [];
  } catch (error) {
    if (!(error instanceof ClusterFileError)) throw error;
    return error.message.split('\n').map((line) => line.replaceAll(`${folder}/`, ''));
  }
}

it('reads all that are scripts, and nothing else of the folder', async () => {
  put({
    'README.md': 'not a script',
    SOURCE: 'a commit',
    'install_docker.sh': '#!/usr/bin/env bash\necho [[ $1 = x ]]\n',
  });
  const { cluster } = await loadClusterFile(join(folder, 'cluster.yaml'));
  expect(cluster.scripts).toMatchObject({ folder: 'portsip', at: { line: 8, column: 10 } });
  expect(cluster.scripts?.files?.map(({ name, shell }) => `${name} ${shell}`)).toEqual([
    'cluster_ctl.sh sh',
    'install_docker.sh bash',
    'pbx_ctl.sh sh',
  ]);
  // printf '#!/bin/sh\nset -e\ncase $1 in\nrun) echo run ;;\nesac\n' | sha256sum
  expect(cluster.scripts?.files?.[0]?.sha256).toBe('b3708a5d614da52776ae3784a522248872de86bedf61a4c6c7f305a9e58cd47c');
});

it('tells all that is wrong at once, each with the file, the line and the cure', async () => {
  rmSync(join(folder, 'portsip/pbx_ctl.sh'));
  put({
    'a.sh': '',
    'b.sh': '<!DOCTYPE html>\n<html><head><title>429 Too Many Requests</title>',
    'c.sh': '#!/bin/sh\necho one\r\necho two\r\n',
    'd.sh': '404: Not Found',
    'e.sh': '#!/bin/sh\nif true; then\necho half\n',
    'f.sh': Buffer.from([0x23, 0x21, 0xff, 0xfe]),
    'g.sh': `#!/bin/sh\n${'#'.repeat(1024 * 1024)}`,
  });
  const again = 'fetch it again: portsip-cluster scripts fetch';
  expect(await told()).toEqual([
    'cluster.yaml:8:10: error: portsip has no pbx_ctl.sh, which the PBX needs — fill it: portsip-cluster scripts fetch FROM',
    `portsip/a.sh:1:1: error: the file is empty — ${again}`,
    `portsip/b.sh:1:1: error: this is a page of HTML and not a script: a download that failed — ${again}`,
    expect.stringMatching(/^portsip\/c\.sh:2:1: error: the lines end as on Windows \(CRLF\).* \.gitattributes/),
    `portsip/d.sh:1:1: error: the first line is "404: Not Found" and names no shell: this is not a script of PortSIP's — ${again}`,
    expect.stringMatching(/^portsip\/e\.sh:[34]:1: error: sh -n refuses it: .* half of it may be missing/),
    expect.stringMatching(/^portsip\/f\.sh:1:1: error: the file is not text/),
    expect.stringMatching(/^portsip\/g\.sh:1:1: error: the file is larger than 1 MiB/),
  ]);
});

it('says which servers need a script that is not there, and that there is no such folder', async () => {
  rmSync(join(folder, 'portsip/cluster_ctl.sh'));
  expect(await told()).toEqual([
    expect.stringContaining('portsip has no cluster_ctl.sh, which media-server-1 and queue-server-1 need'),
  ]);
  rmSync(join(folder, 'portsip'), { recursive: true });
  expect(await told()).toEqual([expect.stringContaining('cluster.yaml:8:10: error: portsip is not there')]);
});

it('follows no link below the working folder', async () => {
  const before = process.cwd();
  process.chdir(folder);
  try {
    symlinkSync('/etc/passwd', join(folder, 'portsip/x.sh'));
    expect(await told()).toEqual([expect.stringMatching(/x\.sh:1:1: error: it is a symbolic link/)]);
    rmSync(join(folder, 'portsip/x.sh'));
    linkSync(join(folder, 'portsip/pbx_ctl.sh'), join(folder, 'portsip/x.sh'));
    expect(await told()).toEqual([]);
  } finally {
    process.chdir(before);
  }
});

it.each([
  ['scripts: /opt/portsip', 'a folder of this repository'],
  ['scripts: "portsip; id"', 'a folder of this repository'],
  ['scripts: 5', 'scripts cannot be 5'],
])('takes a folder below the file, or one beside it: %s', (line, message) => {
  expect(problems(FILE.replace('scripts: portsip', line)).join('\n')).toContain(message);
});

it('is not for a high-availability cluster yet', () => {
  const file = FILE.replace('20 }', '20, high_availability: { control_node: 192.168.1.31 } }');
  expect(problems(file)).toContainEqual(
    expect.stringMatching(/^cluster\.yaml:8:10: error: the control scripts of a high-availability cluster/),
  );
});

it('counts the lines that two texts do not share', () => {
  expect(linesApart('a\nb\nc\n', 'a\nx\nc\nd\n')).toEqual({ added: 2, removed: 1 });
  expect(linesApart('a\na\n', 'a\n')).toEqual({ added: 0, removed: 1 });
  expect(linesApart('a\nb\n', 'b\na\n')).toEqual({ added: 0, removed: 0 });
});

it('tells the options that a script reads as a host does', () => {
  expect(
    optionsRead('  while getopts p:a:A:x:i:d: option; do\n while getopts ":i:g:" o; do\n# while getopts z: o\n'),
  ).toEqual(['p:a:A:x:i:d:', ':i:g:']);
});

it('takes what begins as a script of dash or bash does', () => {
  const shell = (first: string) => {
    const read = readScript('a.sh', Buffer.from(`${first}\necho\n`));
    return 'script' in read ? read.script.shell : undefined;
  };
  expect(['#!/bin/sh', '#! /bin/bash -e', '#!/usr/bin/env bash', '#!/bin/dash'].map(shell)).toEqual([
    'sh',
    'bash',
    'bash',
    'sh',
  ]);
  expect(['#!/usr/bin/python3', '#!/bin/zsh', '#!/bin/shx', 'echo'].map(shell)).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
