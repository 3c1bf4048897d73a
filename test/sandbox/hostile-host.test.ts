import '../unit/github/actions-modules';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { realClock } from '../../src/clock';
import { fault } from '../fault';
import { obeyed } from '../unit/corpus/outlets';
import { ids, startBench, type Bench, type Edit } from './cluster';
import { runJob } from './job';

/* A host that has been broken into: what it prints goes through the actions' own processes into a runner's log. */

jest.setTimeout(180_000);

const PRINTED = readFileSync(join(__dirname, '../corpus/logs/commands.txt'), 'utf8');
const SCRIPT = '/opt/portsip/cluster_ctl.sh';
const onlyMedia: Edit = (file) => {
  file['restart'] = { after_scale_out: 'none' };
  file.servers = file.servers.filter(({ role }) => role === 'media');
};

let bench: Bench;
beforeAll(async () => {
  bench = await startBench({ clock: realClock });
});
afterAll(() => bench.close());

fault(
  {
    at: 'Host',
    name: 'its control script prints workflow commands and escape sequences',
    sees: 'cluster_ctl.sh on media-server-1 failed (exit 0): [error]: ::stop-commands::portsip',
    secondRun: 'With the right script in place it installs the server; a runner has obeyed nothing.',
  },
  async ({ first, second }) => {
    const host = bench.sandbox.host('media-server-1');
    host.faults.banner = PRINTED;
    const script = host.read(SCRIPT) ?? '';
    host.write('/opt/portsip/printed', PRINTED);
    host.write(SCRIPT, '#!/bin/sh\ncat /opt/portsip/printed\n');
    const told = await runJob(bench.sandbox, onlyMedia);
    expect(told.output).toContain('harmless');
    expect(obeyed(told.output)).toEqual([]);
    first(told);
    host.write(SCRIPT, script);
    second(await runJob(bench.sandbox, onlyMedia));
    expect(host.container('portsip.mediaserver')?.running).toBe(true);
    expect(ids(await bench.plan(onlyMedia))).toEqual([]);
  },
);
