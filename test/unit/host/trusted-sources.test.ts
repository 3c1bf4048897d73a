import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changeTrustedSources } from '../../../src/host/trusted-sources';
import { FakeHost } from './server';

let server: FakeHost;
let hosts: ReturnType<FakeHost['connect']>;
const file = (name: string) => join(server.folder, name);
const lines = (name: string) =>
  existsSync(file(name)) ? readFileSync(file(name), 'utf8').split('\n').filter(Boolean) : [];

beforeEach(async () => {
  server = await FakeHost.start();
  for (const name of ['permanent', 'runtime', 'public']) writeFileSync(file(name), '');
  server.command(
    'firewall-cmd',
    `echo "$*" >>calls
[ "\${FIREWALL_STATE-0}" = 0 ] || exit "$FIREWALL_STATE"
case $* in
*--list-all-zones)
  case $* in --permanent*) set=permanent ;; *) set=runtime ;; esac
  printf 'public (default)\\n  sources: %s\\n\\ntrusted (active)\\n  sources: %s\\n' "$(tr '\\n' ' ' <public)" "$(tr '\\n' ' ' <$set)"
  exit ;;
esac
set=runtime
[ "$1" != --permanent ] || { set=permanent; shift; }
shift
[ ! -e "refuse-$set" ] || { echo "Error: COMMAND_FAILED" >&2; exit 13; }
done=
for change; do
  source=\${change#*=}
  case $change in
  --add-source=10.9.9.9)
    [ $# -gt 1 ] || { echo "Error: ZONE_CONFLICT: '10.9.9.9' already bound to 'work'" >&2; exit 18; }
    echo "Warning: ZONE_CONFLICT: '10.9.9.9' already bound to 'work'" >&2
    continue ;;
  --add-source=*) grep -qx "$source" $set && echo "Warning: ALREADY_ENABLED: $source" >&2 || echo "$source" >>$set ;;
  --remove-source=*) grep -vx "$source" $set >new; mv new $set ;;
  esac
  done=yes
done
[ -n "$done" ] || exit 18
echo success`,
  );
  hosts = server.connect();
});
afterEach(async () => {
  await hosts.close();
  await server.stop();
});

const change = (...changes: string[]) =>
  changeTrustedSources(
    hosts.host(server.machine()),
    changes.map((text) => ({ action: text.startsWith('-') ? 'remove' : 'add', source: text.slice(1) }) as const),
  );

describe('trusted sources', () => {
  it('are added and removed for good and at once, without a reload, and others are left alone', async () => {
    for (const name of ['permanent', 'runtime']) appendFileSync(file(name), '172.16.0.1\n192.168.1.99\n');
    // What somebody has in the running firewall only
    appendFileSync(file('runtime'), '10.1.1.1\n');
    const results = await change('+192.168.1.21', '+192.168.1.0/24', '-192.168.1.99');
    expect(results.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok']);
    expect(lines('permanent')).toEqual(['172.16.0.1', '192.168.1.21', '192.168.1.0/24']);
    expect(lines('runtime')).toEqual(['172.16.0.1', '10.1.1.1', '192.168.1.21', '192.168.1.0/24']);
    expect(lines('calls').filter((call) => /reload|source=/.test(call))).toEqual([
      '--permanent --zone=trusted --add-source=192.168.1.21 --add-source=192.168.1.0/24',
      '--permanent --zone=trusted --remove-source=192.168.1.99',
      '--zone=trusted --add-source=192.168.1.21 --add-source=192.168.1.0/24',
      '--zone=trusted --remove-source=192.168.1.99',
    ]);
  });

  it('that are there already cost no change, however they are written', async () => {
    for (const name of ['permanent', 'runtime']) appendFileSync(file(name), '192.168.1.21/32\n');
    expect(await change('+192.168.1.21', '-192.168.1.99')).toMatchObject([
      { outcome: 'already' },
      { outcome: 'already' },
    ]);
    expect(lines('calls').filter((call) => /reload|source=/.test(call))).toEqual([]);
  });

  it('that are only stored, or only active, get what is missing', async () => {
    appendFileSync(file('permanent'), '192.168.1.21\n');
    appendFileSync(file('runtime'), '192.168.1.22\n');
    expect(await change('+192.168.1.21', '+192.168.1.22')).toMatchObject([{ outcome: 'ok' }, { outcome: 'ok' }]);
    expect(lines('calls').filter((call) => /reload|source=/.test(call))).toEqual([
      '--permanent --zone=trusted --add-source=192.168.1.22',
      '--zone=trusted --add-source=192.168.1.21',
    ]);
  });

  it('that another zone has are reported with the zone and the cure; the rest is done', async () => {
    writeFileSync(file('public'), '192.168.1.21\n');
    const results = await change('+192.168.1.21', '+10.9.9.9', '+192.168.1.22');
    expect(results).toMatchObject([
      {
        outcome: 'conflict',
        zone: 'public',
        message: expect.stringContaining(
          'sudo firewall-cmd --permanent --zone=public --remove-source=192.168.1.21; sudo firewall-cmd --zone=public --remove-source=192.168.1.21',
        ),
      },
      { outcome: 'conflict', zone: 'work' },
      { outcome: 'ok' },
    ]);
    expect(lines('runtime')).toEqual(['192.168.1.22']);
  });

  it('that do not stick are a failure, with what firewall-cmd said of where', async () => {
    writeFileSync(file('refuse-runtime'), '');
    expect(await change('+192.168.1.21')).toMatchObject([
      { outcome: 'failed', message: 'firewall-cmd: Error: COMMAND_FAILED' },
    ]);
    // The next run finishes it.
    rmSync(file('refuse-runtime'));
    expect(await change('+192.168.1.21')).toMatchObject([{ outcome: 'ok' }]);
    expect([lines('permanent'), lines('runtime')]).toEqual([['192.168.1.21'], ['192.168.1.21']]);
  });

  it('need a firewall that runs', async () => {
    server.env = { FIREWALL_STATE: '252' };
    await expect(change('+192.168.1.21')).rejects.toThrow(
      /does not run firewalld: start it with "systemctl enable --now firewalld"/,
    );
  });

  it('are addresses and nothing else', async () => {
    await expect(change('+192.168.1.21 --zone=public')).rejects.toThrow(TypeError);
  });
});
