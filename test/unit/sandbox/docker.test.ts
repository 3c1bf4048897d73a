import { startSandbox, type Sandbox } from '../../../src/sandbox';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ topology: { main: { address: '192.168.1.20' }, servers: [] } });
});
afterAll(() => sandbox.close());

const docker = async (line: string) => {
  const { code, output } = await sandbox.host('pbx').shell(`docker ${line}`);
  return code === 0 ? output.trimEnd() : `exit ${code}: ${output.trimEnd()}`;
};

test.each([
  ['{{.Name}} {{.State.Running}}', '/portsip.callmanager true'],
  ['{{json .Args}}', '["-D","/var/lib/portsip/pbx","start"]'],
  ['{{index .Args 1}} {{len .Args}} {{join .Args ","}}', '/var/lib/portsip/pbx 3 -D,/var/lib/portsip/pbx,start'],
  [
    '{{index .Config.Labels "version"}}/{{index .Config.Labels "none"}}/{{json (index .Config.Labels "product")}}',
    '22.6.3//"PBX"',
  ],
  ['{{range $i, $e := .Args}}{{if eq $e "-D"}}{{$i}}{{break}}{{end}}{{end}}', '0'],
  ['{{range .Args}}<{{.}}>{{end}}', '<-D></var/lib/portsip/pbx><start>'],
  ['{{range $k, $v := .HostConfig.RestartPolicy}}{{$k}}={{$v}};{{end}}', 'Name=unless-stopped;'],
  ['{{if .State.Paused}}a{{else if eq .State.Status "running"}}b{{else}}c{{end}}', 'b'],
  ['{{with .State.Error}}{{.}}{{else}}fine{{end}}', 'fine'],
  ['{{with .State}}{{.Status}} {{$.Name}}{{end}}', 'running /portsip.callmanager'],
  ['{{printf "%s:%v" .Name .State.Running | upper}}', '/PORTSIP.CALLMANAGER:TRUE'],
  [
    '{"name":{{json .Name}},"labels":{{json .HostConfig.RestartPolicy}}}',
    '{"name":"/portsip.callmanager","labels":{"Name":"unless-stopped"}}',
  ],
  ['{{.Config.Image}}{{- " " -}} {{and .State.Running "up"}}', 'portsip/pbx:22 up'],
  ['{{.State.Nonsense}}', '<no value>'],
  ['{{not (eq .State.Status "running" "restarting")}}', 'false'],
])('docker inspect --format %s', async (format, expected) => {
  expect(await docker(`inspect --format '${format}' portsip.callmanager`)).toBe(expected);
});

it('prints whole objects as JSON', async () => {
  const [callManager, image] = JSON.parse(await docker('inspect portsip.callmanager portsip/pbx:22')) as Record<
    string,
    unknown
  >[];
  expect(callManager).toMatchObject({
    Name: '/portsip.callmanager',
    State: { Running: true },
    Config: { Labels: { version: '22.6.3' } },
  });
  expect(image).toMatchObject({ Id: callManager?.Image, RepoTags: ['portsip/pbx:22'] });
});

it('says what is not there', async () => {
  expect(await docker('inspect nothing')).toMatch(/^exit 1: \[\]\n?Error: No such object: nothing$/);
  expect(await docker('image inspect portsip/none:1')).toContain('No such image: portsip/none:1');
  expect(await docker('pull portsip/none:1')).toContain('manifest unknown');
  expect(await docker('frobnicate')).toMatch(/^exit 1/);
});

it('lists', async () => {
  expect(
    await docker('ps --filter name=portsip.call --format \'{{.Names}}\\t{{.Label "version"}}\\t{{.State}}\''),
  ).toBe('portsip.callmanager\t22.6.3\trunning\nportsip.callqueue\t22.6.3\trunning');
  const first = (await docker("ps -a --format '{{json .}}'")).split('\n')[0] ?? '';
  expect(JSON.parse(first)).toMatchObject({ Names: 'portsip.callmanager', Image: 'portsip/pbx:22' });
  expect(await docker("images --filter label=product=PBX --format '{{.Repository}}:{{.Tag}}'")).toBe('portsip/pbx:22');
  expect((await docker('ps -q')).split('\n')).toHaveLength(9);
  expect(await docker("version --format '{{.Server.Version}}'")).toMatch(/^\d+\.\d+\.\d+$/);
  expect(await docker('compose version --short')).toMatch(/^2\./);
});

it('stops, starts, and removes what does not run', async () => {
  expect(await docker('stop portsip.gateway')).toBe('portsip.gateway');
  expect(await docker("inspect -f '{{.State.Status}}' portsip.gateway")).toBe('exited');
  expect(await docker('ps --format "{{.Names}}"')).not.toContain('gateway');
  expect(await docker('rm portsip.callmanager')).toContain('container is running');
  await docker('start portsip.gateway');
  expect(sandbox.host('pbx').container('portsip.gateway')?.running).toBe(true);
});

it('prunes images that nobody uses', async () => {
  await docker('pull portsip/pbx:22.8');
  expect(await docker('image rm portsip/pbx:22')).toContain('container is using');
  await docker('image prune -a --filter label=product=PBX -f');
  expect(sandbox.host('pbx').images()).toEqual(['portsip/pbx:22', 'portsip/postgresql:14.12']);
});

it('is for root, and may be down', async () => {
  const child = sandbox.host('pbx').spawn('docker ps 2>&1', 'pbx');
  const [said] = (
    await new Promise<Buffer[]>((resolve) => child.stdout.once('data', (chunk: Buffer) => resolve([chunk])))
  ).map(String);
  expect(said).toContain('permission denied');
  sandbox.host('pbx').faults.dockerDown = true;
  expect(await docker('ps')).toContain('Is the docker daemon running?');
  expect(await docker('--version')).toContain('Docker version');
  expect(await docker("version --format '{{.Server.Version}}' 2>/dev/null")).toBe('exit 1: ');
  sandbox.host('pbx').faults.dockerDown = false;
});
