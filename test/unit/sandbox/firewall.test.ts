import { startSandbox, type Sandbox } from '../../../src/sandbox';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ bareMain: true, topology: { main: { address: '192.168.1.20' }, servers: [] } });
});
afterEach(() => sandbox.close());

const main = () => sandbox.host('pbx');
const firewall = (...words: string[]) => main().shell(words.map((word) => `firewall-cmd ${word}`).join(' ; '));

it('makes permanent what is asked, and runtime what was reloaded', async () => {
  await firewall('--permanent --zone=trusted --add-source=192.168.1.21 --add-source=192.168.1.0/24');
  expect(main().firewall().permanent.trusted?.sources).toEqual(['192.168.1.0/24', '192.168.1.21']);
  expect(main().firewall().runtime.trusted?.sources).toEqual([]);
  expect(await firewall('--reload')).toEqual({ code: 0, output: 'success\n' });
  expect((await firewall('--zone=trusted --list-sources')).output).toBe('192.168.1.21 192.168.1.0/24\n');
  expect((await firewall('--zone=trusted --list-all')).output).toMatch(
    /^trusted \(active\)\n {2}target: ACCEPT\n[^]*\n {2}sources: 192\.168\.1\.21 192\.168\.1\.0\/24\n/,
  );
  expect(main().firewallReloads()).toBe(1);
});

it('forgets on a reload what was not made permanent', async () => {
  await firewall('--zone=trusted --add-source=192.168.1.21', '--reload');
  expect(main().firewall().runtime.trusted?.sources).toEqual([]);
});

it('only warns about a source that is there already, or is not there', async () => {
  await firewall('--permanent --zone=trusted --add-source=192.168.1.21');
  const again = await firewall('--permanent --zone=trusted --add-source=192.168.1.21');
  expect([again.code, again.output]).toEqual([0, expect.stringContaining('Warning: ALREADY_ENABLED: 192.168.1.21')]);
  const gone = await firewall('--permanent --zone=trusted --remove-source=192.168.1.99');
  expect([gone.code, gone.output]).toEqual([0, expect.stringContaining('Warning: NOT_ENABLED: 192.168.1.99')]);
  expect((await firewall('-q --permanent --zone=trusted --add-source=192.168.1.21')).output).toBe('');
});

it('fails for a source that another zone has', async () => {
  await firewall('--permanent --zone=drop --add-source=192.168.1.21');
  const { code, output } = await firewall('--permanent --zone=trusted --add-source=192.168.1.21');
  expect(code).not.toBe(0);
  expect(output).toContain("ZONE_CONFLICT: '192.168.1.21' already bound to 'drop'");
  expect((await firewall('--permanent --get-zone-of-source=192.168.1.21')).output).toBe('drop\n');
});

it('knows services', async () => {
  expect((await firewall('--permanent --add-service=media')).output).toContain('INVALID_SERVICE');
  await firewall(
    '--permanent --new-service=media',
    '--permanent --service=media --add-port=8840-8845/udp --add-port=1/tcp',
    '--permanent --add-service=media',
    '--reload',
  );
  expect((await firewall('--service=media --permanent --get-ports')).output).toBe('8840-8845/udp 1/tcp\n');
  expect((await firewall('--get-services')).output).toMatch(/ media /);
  expect((await firewall('--permanent --new-service=media')).output).toContain('NAME_CONFLICT');
  expect((await firewall('--permanent --delete-service=media', '--reload')).code).toBe(0);
  expect(main().firewall().runtime.public?.services).toEqual(['dhcpv6-client', 'ssh']);
});

it('tells whoever names no zone that nothing is bound to the default one, and keeps deleted services', async () => {
  const { output } = await firewall('--permanent --add-port=8887/tcp');
  expect(output).toMatch(
    /^You're performing an operation over default zone \('public'\),\n[^]*zone=docker option\.\n\nsuccess\n$/,
  );
  expect((await firewall('-q --permanent --add-port=8888/tcp')).output).toBe('');
  expect((await firewall('--permanent --zone=trusted --add-source=192.168.1.21')).output).toBe('success\n');
  await firewall('-q --permanent --new-service=media', '-q --permanent --delete-service=media');
  expect(main().exists('/etc/firewalld/services/media.xml.old')).toBe(true);
});

it('says so when it does not run, when one is not root, and when it is asked nonsense', async () => {
  await main().shell('systemctl stop firewalld');
  expect(await firewall('--state')).toEqual({ code: 252, output: 'not running\n' });
  expect((await firewall('--reload')).code).toBe(252);
  await main().shell('systemctl start firewalld');
  expect((await firewall('--state')).output).toBe('running\n');
  expect((await firewall('--zone=nowhere --list-all')).code).toBe(112);
  expect((await firewall('--permanent --zone=trusted --add-source=nonsense')).code).toBe(105);
  const child = main().spawn('firewall-cmd --state', 'pbx');
  expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(253);
});
