import type { Host } from '../../../src/host/types';
import { FirewallBatch } from '../../../src/stages/firewall-batch';

/** A machine with firewalld, as far as the batch's scripts see it: it takes what it is given, but for `refused`. */
function machine(name: string, sources: string[], refused?: string) {
  const asked: string[][] = [];
  const zones = () => `trusted (active)\n  sources: ${sources.join(' ')}\n\n`;
  const list = (mark: string) =>
    [`state\nrunning`, `runtime\n${zones()}`, `permanent\n${zones()}`, 'end\n']
      .map((part) => `\n${mark} ${part}`)
      .join('');
  const run = (_script: string, [mark = '', ...options]: string[] = []) => {
    let said = '';
    if (options.length > 0) asked.push(options);
    for (const option of options) {
      const [, where, what, source = ''] = /^(permanent|runtime):--(add|remove)-source=(.*)$/.exec(option) ?? [];
      // Both listings are one here.
      if (where === 'permanent' && source !== refused) continue;
      if (source === refused) said += `failed ${option} Error: INVALID_ZONE\n`;
      else if (what === 'add') sources.push(source);
      else if (sources.includes(source)) sources.splice(sources.indexOf(source), 1);
    }
    return Promise.resolve({ code: 0, stdout: said + list(mark), stderr: '' });
  };
  return { host: { machine: { name, address: name, ssh: { user: 'pbx', port: 22 } }, run } as unknown as Host, asked };
}

const both = (what: string, source: string) =>
  ['permanent', 'runtime'].map((where) => `${where}:--${what}-source=${source}`);

test('changes that come together ask each firewall once, and only where something is missing', async () => {
  const main = machine('pbx', ['10.0.0.1']);
  const node = machine('PBX node 10.0.1.2', ['10.0.0.1', '10.0.0.2']);
  const batch = new FirewallBatch(main.host, node.host);
  await Promise.all([
    batch.change('add', '10.0.0.2'),
    batch.change('add', '10.0.0.3'),
    batch.change('remove', '10.0.0.1'),
  ]);
  expect(main.asked).toEqual([
    ['10.0.0.2', '10.0.0.3'].flatMap((source) => both('add', source)).concat(both('remove', '10.0.0.1')),
  ]);
  expect(node.asked).toEqual([[...both('add', '10.0.0.3'), ...both('remove', '10.0.0.1')]]);
});

test('a change is done only when each firewall has it, and says which has it not', async () => {
  const main = machine('pbx', []);
  const node = machine('PBX node 10.0.1.2', [], '10.0.0.2');
  const batch = new FirewallBatch(main.host, node.host);
  const results = await Promise.allSettled([batch.change('add', '10.0.0.1'), batch.change('add', '10.0.0.2')]);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected']);
  expect(results[1]).toMatchObject({ reason: { message: 'PBX node 10.0.1.2: firewall-cmd: Error: INVALID_ZONE' } });
});
