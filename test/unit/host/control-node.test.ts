import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  HA_STATUS,
  KNOW_HOSTS,
  LET_IN,
  letControlNodeIn,
  PUBLIC_KEY,
  publicKeys,
  readControlNode,
  readTrouble,
  SIGN_IN,
} from '../../../src/host/control-plane/control-node';
import type { Host, Output } from '../../../src/host/types';
import { highAvailability, server } from './examples';

const output = (stdout: string, code = 0): Output => ({ code, stdout, stderr: '' });

const OLD = `
 drbd_attr    (ocf::linbit:drbd-attr):    Started pbx01
 Master/Slave Set: drbd_devpath-clone [drbd_devpath]
     Masters: [ pbx01 ]
     Slaves: [ pbx02 pbx03 ]
 vip    (ocf::heartbeat:IPaddr2):    Started pbx01
 pbx    (ocf::portsip:pbx):    Started pbx01
`;
const NEW = `
  * drbd_attr	(ocf:linbit:drbd-attr):	 Started pbx02
  * Clone Set: drbd_devpath-clone [drbd_devpath] (promotable):
    * Promoted: [ pbx02 ]
    * Unpromoted: [ pbx01 pbx03 ]
  * pbx	(ocf:portsip:pbx):	 Started pbx02
  * OFFLINE: [ ]
`;

describe("the PBX's nodes", () => {
  it.each([OLD, NEW])('are well', (text) => expect(readTrouble(output(text), 3)).toBeUndefined());

  it.each([
    [OLD, 'Slaves: [ pbx02 pbx03 ]', 'Slaves: [ pbx02 ]\n     Stopped: [ pbx03 ]', 'Stopped: [ pbx03 ]'],
    [
      OLD,
      '(ocf::portsip:pbx):    Started pbx01',
      '(ocf::portsip:pbx):    Stopped (disabled)',
      'pbx    (ocf::portsip:pbx):    Stopped (disabled)',
    ],
    [OLD, '(ocf::portsip:pbx):    Started pbx01', '(ocf::portsip:pbx):    FAILED pbx01', 'FAILED pbx01'],
    [OLD, '(ocf::portsip:pbx):    Started pbx01', '(ocf::portsip:pbx):    Starting pbx02', 'Starting pbx02'],
    [NEW, 'OFFLINE: [ ]', 'OFFLINE: [ pbx03 ]', 'OFFLINE: [ pbx03 ]'],
    [NEW, 'Unpromoted: [ pbx01 pbx03 ]', 'Unpromoted: [ pbx01 ]', 'only 2 of 3 nodes are seen: pbx02, pbx01'],
  ])('are not all well', (text, before, after, said) => {
    expect(text).toContain(before);
    expect(readTrouble(output(text.replace(before, after)), 3)).toContain(said);
  });

  it('are not well when nothing is started, or nobody can tell', () => {
    expect(readTrouble(output('', 0))).toBe('nothing is started: no word');
    expect(readTrouble(output('ha_ctl.sh: No such file', 127))).toBe('exit 127: ha_ctl.sh: No such file');
    expect(readTrouble(output(`${OLD}[error]: unknown command`))).toBe('[error]: unknown command');
  });

  it('may be fewer than three where their number is not known', () => {
    expect(readTrouble(output(OLD.replace('Slaves: [ pbx02 pbx03 ]', 'Slaves: [ pbx02 ]')))).toBeUndefined();
  });
});

describe('on a host', () => {
  let home: string;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'control-node-'));
    mkdirSync(join(home, 'bin'));
  });
  afterEach(() => rmSync(home, { recursive: true }));

  const put = (name: string, text: string) => {
    writeFileSync(join(home, name), text);
    chmodSync(join(home, name), 0o755);
  };
  const run = (script: string, ...args: string[]) =>
    spawnSync('/bin/sh', ['-c', script, 'sh', ...args], {
      encoding: 'utf8',
      env: { HOME: home, PATH: `${join(home, 'bin')}:${process.env['PATH']}` },
    });

  it('each server is tried without a password or a question, many at once', () => {
    put(
      'bin/ssh',
      `#!/bin/sh
echo "$*" >>"$HOME/asked"
case $* in
*10.0.0.2*) echo 'pbx@10.0.0.2: Permission denied (publickey,password).' >&2; exit 255 ;;
*10.0.0.3*) echo 'No RSA host key is known' >&2; echo 'Host key verification failed.' >&2; exit 255 ;;
esac`,
    );
    const targets = Array.from({ length: 7 }, (_, index) => [`10.0.0.${index + 1}`, index === 0 ? '2222' : '22']);
    const { stdout } = run(SIGN_IN, 'root', '3', ...targets.flat());
    expect(
      stdout
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean)
        .sort(),
    ).toEqual(
      [
        '0 10.0.0.1',
        '0 10.0.0.4',
        '0 10.0.0.5',
        '0 10.0.0.6',
        '0 10.0.0.7',
        '255 10.0.0.2 pbx@10.0.0.2: Permission denied (publickey,password).',
        '255 10.0.0.3 Host key verification failed.',
      ]
        .map((line) => (line.startsWith('0 ') ? `${line} ` : line))
        .map((line) => line.trimEnd()),
    );
    const asked = readFileSync(join(home, 'asked'), 'utf8').split('\n');
    for (const line of asked.filter(Boolean)) {
      expect(line).toContain('-o BatchMode=yes');
      expect(line).toContain('-o StrictHostKeyChecking=yes');
    }
    expect(asked.filter((line) => line.includes('-p 2222'))).toHaveLength(1);
  });

  it('everything is done as the user whose keys are used', () => {
    put(
      'bin/sudo',
      '#!/bin/sh\nprintf "%s " "$@" >>"$HOME/sudo"\necho >>"$HOME/sudo"\nwhile [ "$1" != -- ]; do shift; done\nshift\nexec "$@"',
    );
    put('bin/ssh', '#!/bin/sh\n:');
    run(SIGN_IN, 'pbx', '3', '10.0.0.1', '22');
    run(LET_IN, 'pbx', 'ssh-ed25519 AAAA', 'ssh-ed25519 AAAA pbx@10.0.0.131');
    const [first = '', second = ''] = readFileSync(join(home, 'sudo'), 'utf8').split('\n');
    expect(first).toMatch(/^-n -H -u pbx -- ssh -n /);
    expect(second).toMatch(/^-n -H -u pbx -- \/bin\/sh -c/);
  });

  it('the key is let in once, whatever was there before', () => {
    mkdirSync(join(home, '.ssh'));
    writeFileSync(join(home, '.ssh/authorized_keys'), 'ssh-rsa BBBB somebody');
    const letIn = () => run(LET_IN, 'root', 'ssh-ed25519 AAAA', 'ssh-ed25519 AAAA pbx@10.0.0.131');
    expect(letIn()).toMatchObject({ status: 0, stderr: '' });
    expect(letIn()).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(join(home, '.ssh/authorized_keys'), 'utf8')).toBe(
      'ssh-rsa BBBB somebody\nssh-ed25519 AAAA pbx@10.0.0.131\n',
    );
  });

  it('host keys are learnt once', () => {
    const learn = (...lines: string[]) => run(KNOW_HOSTS, 'root', ...lines);
    expect(learn('10.0.0.1 ssh-ed25519 AAAA', '10.0.0.1 ssh-rsa BBBB')).toMatchObject({ status: 0, stderr: '' });
    learn('10.0.0.1 ssh-ed25519 AAAA', '10.0.0.2 ssh-rsa CCCC');
    expect(readFileSync(join(home, '.ssh/known_hosts'), 'utf8')).toBe(
      '10.0.0.1 ssh-ed25519 AAAA\n10.0.0.1 ssh-rsa BBBB\n10.0.0.2 ssh-rsa CCCC\n',
    );
  });

  it('the key is the first that has both halves', () => {
    expect(run(PUBLIC_KEY, 'root').status).toBe(9);
    mkdirSync(join(home, '.ssh'));
    writeFileSync(join(home, '.ssh/id_rsa.pub'), 'ssh-rsa LEFT-BEHIND');
    for (const [name, text] of [
      ['id_ed25519', 'private'],
      ['id_ed25519.pub', 'ssh-ed25519 AAAA pbx@pbx01'],
    ] as const)
      writeFileSync(join(home, '.ssh', name), text);
    expect(run(PUBLIC_KEY, 'root')).toMatchObject({ status: 0, stdout: 'ssh-ed25519 AAAA pbx@pbx01' });
  });

  it("the guide's own script says how the nodes are", () => {
    put('ha_ctl.sh', 'echo "$PWD $1"; exit 3');
    expect(run(HA_STATUS, home)).toMatchObject({ status: 3, stdout: `${home} status\n` });
    expect(existsSync(join(home, 'nothing'))).toBe(false);
    expect(run(HA_STATUS, join(home, 'nothing')).status).not.toBe(0);
  });

  it('or says it by another name, as on AWS', () => {
    put(
      'ha_ctl.sh',
      'case $1 in show) echo "pbx Started node-1" ;; *) echo "[error]: unknown command $1"; exit 1 ;; esac',
    );
    expect(run(HA_STATUS, home)).toMatchObject({ status: 0, stdout: 'pbx Started node-1\n' });
  });
});

describe('the control node', () => {
  const cluster = highAvailability();
  const media = server('media');
  /** Answers each script with what is said for it, and notes what it was asked. */
  const machine = (answers: Record<string, string | Output>, asked: string[][] = []) =>
    ({
      machine: cluster.pbx.machine,
      run: (script: string, args: string[] = []) => {
        asked.push(args);
        const answer = answers[script] ?? '';
        return Promise.resolve(typeof answer === 'string' ? output(answer) : answer);
      },
    }) as unknown as Host;

  it('tells which servers do not let it in, and why', async () => {
    const answers = {
      [HA_STATUS]: OLD,
      [SIGN_IN]: [
        '0 192.168.1.21 ',
        '255 192.168.1.22 pbx@192.168.1.22: Permission denied (publickey,password).',
        '255 192.168.1.23 Host key verification failed.',
        '255 192.168.1.24 ssh: connect to host 192.168.1.24 port 22: \u001b[31mConnection refused',
      ].join('\n'),
    };
    const servers = [21, 22, 23, 24, 25].map((last) => ({ address: `192.168.1.${last}`, ssh: { port: 22 } }));
    const { trouble, refused } = await readControlNode(machine(answers), cluster, servers);
    expect(trouble).toBeUndefined();
    expect([...refused].map(([address, { why }]) => `${address} ${why}`)).toEqual([
      '192.168.1.22 key',
      '192.168.1.23 host-key',
      '192.168.1.24 other',
      '192.168.1.25 other',
    ]);
    expect(refused.get('192.168.1.24')?.said).not.toContain('\u001b');
  });

  it('is let in with its key alone, and knows whom it talks to', async () => {
    const there: string[][] = [];
    const here: string[][] = [];
    const control = machine({ [PUBLIC_KEY]: 'ssh-ed25519 AAAA pbx@pbx01\n', [SIGN_IN]: '0 192.168.1.21 ' }, here);
    const host = machine({ [LET_IN]: 'ssh-ed25519 HHHH root@media\nnonsense; rm -rf /\n' }, there);
    await letControlNodeIn(control, host, cluster, media);
    expect(there).toEqual([['pbx', 'ssh-ed25519 AAAA', 'ssh-ed25519 AAAA pbx@192.168.1.131']]);
    expect(here[1]).toEqual(['pbx', '192.168.1.21 ssh-ed25519 HHHH']);
  });

  it('must have a key, and must get in with it in the end', async () => {
    const host = machine({});
    await expect(letControlNodeIn(machine({ [PUBLIC_KEY]: output('', 9) }), host, cluster, media)).rejects.toThrow(
      'has no SSH key of pbx: run there, as pbx: ssh-keygen -t ed25519',
    );
    await expect(letControlNodeIn(machine({ [PUBLIC_KEY]: '$(id)' }), host, cluster, media)).rejects.toThrow(
      'has no SSH key of pbx',
    );
    const control = machine({ [PUBLIC_KEY]: 'ssh-ed25519 AAAA x', [SIGN_IN]: '255 192.168.1.21 Permission denied' });
    await expect(letControlNodeIn(control, host, cluster, media)).rejects.toThrow(
      'still cannot sign in to media-server-1 as pbx (Permission denied)',
    );
  });

  it('has only keys taken from what a machine shows', () => {
    expect(publicKeys('# no\nssh-rsa AAAA+/= me\ncommand="x" ssh-rsa BBBB\necdsa-sha2-nistp256 CCCC\n')).toEqual([
      'ssh-rsa AAAA+/=',
      'ecdsa-sha2-nistp256 CCCC',
    ]);
  });
});
