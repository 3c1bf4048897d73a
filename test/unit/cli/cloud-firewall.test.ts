import { run } from './fake';

const FILE = 'examples/cluster.yaml';

it('shows the rules of a file, by machine, no wider than the terminal', async () => {
  const { exitCode, out } = await run(['cloud-firewall', '-f', FILE], { env: { COLUMNS: '40' } });
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^PBX\n {2}open {2}/);
  expect(out).toContain('open  UDP 35000-65000\n  from  anywhere\n  for   callers');
  expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(40);
});

it('writes commands, or JSON, and refuses another cloud', async () => {
  const { out } = await run(['cloud-firewall', '-f', FILE, '--commands', 'aws'], { env: {} });
  expect(out).toMatch(/^# Fill in first/);
  // A line is a command: half of one would let in more than was meant.
  const narrow = await run(['cloud-firewall', '-f', FILE, '--commands', 'aws'], { env: { COLUMNS: '60' } });
  expect(narrow.out).toBe(out);
  expect(out).toContain('\nPBX_GROUP=  # security group of the PBX: sg-…\n');
  const json = JSON.parse((await run(['cloud-firewall', '-f', FILE, '--json'], { env: {} })).out) as {
    rules: unknown[];
  };
  expect(json.rules).toContainEqual(expect.objectContaining({ on: 'media', why: 'callers', from: 'anywhere' }));
  expect((await run(['cloud-firewall', '-f', FILE, '--commands', 'gcp'], { env: {} })).exitCode).toBe(2);
});
