import { startSandbox, type Sandbox } from '../../../src/sandbox';

let sandbox: Sandbox;

beforeAll(async () => {
  sandbox = await startSandbox({ topology: { main: { address: '192.168.1.20' }, servers: [] } });
});
afterAll(() => sandbox.close());

test('whoever switches a host off does not switch off the machine that the sandbox runs on', async () => {
  const host = sandbox.host('pbx');
  for (const command of ['shutdown', 'reboot', 'poweroff', 'halt', 'init', 'telinit', 'kexec']) {
    // Nothing is run before it is known to be ours.
    const found = await host.shell(`sudo /bin/sh -c 'command -v ${command}'`);
    expect(found.output).toContain(`/usr/local/bin/${command}`);
    const { code, output } = await host.shell(`sudo ${command} now`);
    expect([code, output]).toEqual([
      1,
      expect.stringContaining(`${command}: a host of the sandbox is not switched off`),
    ]);
  }
});
