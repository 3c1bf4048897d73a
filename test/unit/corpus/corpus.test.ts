import '../github/actions-modules';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseCluster } from '../../../src/cluster/load';
import { formatProblem } from '../../../src/cluster/types';
import { parseFacts } from '../../../src/host/facts';
import { parseFirewall } from '../../../src/host/firewall-listing';
import { seen as asFarAsKnown } from '../../../src/host/reading';
import { HostError, type HostFacts } from '../../../src/host/types';
import { Fields, Malformed, readIm, readIpFilter, readServer, readStatus } from '../../../src/pbx/answers';
import { readRefusal } from '../../../src/pbx/errors';
import { readPage } from '../../../src/pbx/list';
import { PbxError } from '../../../src/pbx/types';
import { deployed } from '../../../src/stages/deployed';
import { isReachable } from '../../../src/host/reachable';
import { parseRecord } from '../../../src/stages/cluster-record';
import type { Live } from '../../../src/stages/live';
import { closeAll, setup } from '../pbx/helpers';
import { guide } from '../stages/fixture';
import { expectClean, expectPlanClean, obeyed, printed } from './outlets';

/*
 * Hostile samples of all that is read from outside (test/corpus), as they are and damaged further: each gives what was
 * meant or an error in words, and nothing of it is obeyed by a shell, a terminal, a runner or Markdown.
 */

const FOLDER = join(__dirname, '../../corpus');
const RUNS = { numRuns: Number(process.env['CORPUS_RUNS'] ?? 150) };
const samples = (kind: string): [string, Buffer][] =>
  readdirSync(join(FOLDER, kind))
    .sort()
    .map((name) => [name, readFileSync(join(FOLDER, kind, name))]);
const texts = (kind: string): string[] => samples(kind).map(([, bytes]) => bytes.toString('utf8'));

afterEach(closeAll);

/** A sample with some of it cut, doubled, or replaced by a piece of another one or of what hurts. */
function damaged(kind: string): fc.Arbitrary<string> {
  const all = texts(kind).filter((text) => text.length < 5000);
  const piece = fc.oneof(
    fc.constantFrom(
      '\n',
      '\r',
      '\0',
      '"',
      "'",
      '{',
      '}',
      '[',
      ']',
      '\\',
      '$(id)',
      '::set-env name=a::',
      '##[group]',
      '\u001b[2J',
      '\u2028',
      '\ud800',
      '__proto__',
      '-1',
      '1e999',
      'null',
    ),
    fc.string({ maxLength: 8, unit: 'binary' }),
    fc.tuple(fc.constantFrom(...all), fc.nat(400), fc.nat(60)).map(([text, at, length]) => text.slice(at, at + length)),
  );
  const hit = fc.record({ at: fc.nat(2000), cut: fc.nat(40), piece });
  return fc.tuple(fc.constantFrom(...all), fc.array(hit, { minLength: 1, maxLength: 4 })).map(([text, hits]) =>
    hits.reduce((now, { at, cut, piece: fresh }) => {
      const place = at % (now.length + 1);
      return now.slice(0, place) + fresh + now.slice(place + cut);
    }, text),
  );
}

/** Each sample, and then damaged ones. */
function everySample(kind: string, look: (text: string) => void): void {
  it.each(samples(kind))('%s', (_name, bytes) => look(bytes.toString('utf8')));
  it('and whatever they are damaged to', () => {
    fc.assert(fc.property(damaged(kind), look), RUNS);
  });
}

describe('a cluster file', () => {
  const look = (input: string | Buffer) => {
    const { cluster, problems } = parseCluster(input, 'cluster.yaml');
    expect(cluster === undefined).toBe(problems.some(({ severity }) => severity === 'error'));
    for (const problem of problems)
      expect(formatProblem(problem)).not.toMatch(/[\p{Cc}\u2028\u2029]|undefined|\[object/u);
    expect(obeyed(printed((log) => log.problems(problems)))).toEqual([]);
    // What got through is on command lines sooner or later.
    for (const server of cluster?.servers ?? [])
      for (const value of [...Object.values(server), server.ssh.user, server.ssh.jumpHost?.host ?? ''])
        if (typeof value === 'string') expect(value).not.toMatch(/^-|[\s'"`$\\;&|<>*?(){}[\]!\p{Cc}]/u);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  };
  everySample('cluster-files', look);
  it('that is not text', () => samples('cluster-files').forEach(([, bytes]) => look(bytes)));
});

const REQUEST = {
  scriptsPath: '/opt/portsip',
  dataPath: '/var/lib/portsip',
  folders: [],
  firewall: true,
  record: 'acme',
};
const MACHINE = { name: 'media-server-1', address: '192.168.1.21', ssh: { user: 'pbx', port: 22 } };

/** What is read of a host: facts, or an error in words. */
function readHost(text: string): HostFacts | undefined {
  try {
    return parseFacts(text, {
      mark: 'MARK',
      request: REQUEST,
      machine: MACHINE,
      measured: { began: 1.763e12, ended: 1.763e12 },
    });
  } catch (error) {
    expect(error).toBeInstanceOf(HostError);
    expectClean(error);
    return undefined;
  }
}

/** The guide's cluster, in which one host says what it likes. */
function seen(facts: HostFacts): Live {
  const cluster = guide();
  const live = deployed(cluster, cluster);
  return { ...live, hosts: new Map([...live.hosts, ['media-server-1', facts]]) };
}

const [, whole = Buffer.alloc(0)] = samples('facts').find(([name]) => name === 'whole.txt') ?? [];

describe('facts of a host', () => {
  everySample('facts', (text) => {
    const facts = readHost(text);
    if (!facts) return;
    expectPlanClean(guide(), seen(facts));
    const { record, finding } = parseRecord(asFarAsKnown(facts.record), 'acme');
    if (finding) expectClean(new HostError(finding.message, 'pbx', 'command'));
    if (record) expectPlanClean(guide(), { ...seen(facts), record });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});

describe('containers as docker prints them', () => {
  everySample('docker', (text) => {
    const sections = whole.toString('utf8').replace('\nMARK containers\n', () => `\nMARK containers\n${text}\n`);
    const facts = readHost(sections);
    if (facts) expectPlanClean(guide(), seen(facts));
  });
});

describe('zones as firewall-cmd prints them', () => {
  everySample('firewall-cmd', (text) => {
    const firewall = parseFirewall('running', text, text);
    for (const source of [...firewall.trusted.permanent, ...firewall.trusted.runtime]) expect(source).not.toMatch(/\s/);
    const cluster = guide();
    const live = deployed(cluster, cluster);
    if (!isReachable(live.main)) throw new Error('no main server');
    const main = { ...live.main, firewall };
    expectPlanClean(cluster, { ...live, main });
    // Sources that the record claims are what is removed: they go on a command line.
    const record = live.record && { ...live.record, firewall: firewall.trusted.permanent };
    if (record) expectPlanClean(cluster, { ...live, main, record });
  });
});

describe('answers of the PBX', () => {
  everySample('api', (text) => {
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch {
      return;
    }
    const readers = [
      (body: unknown) => readPage(new Fields(body), (item) => readServer('media', item)),
      (body: unknown) => readPage(new Fields(body), readIpFilter),
      (body: unknown) => readIm(new Fields(body)),
      (body: unknown) => readStatus('media', new Fields(body)),
      (body: unknown) => readRefusal(400, body, (words) => words),
    ];
    for (const read of readers) {
      try {
        read(value);
      } catch (error) {
        expect(error).toBeInstanceOf(Malformed);
        expectClean(new PbxError((error as Error).message, { operation: 'GET /media_servers' }));
      }
    }
    const cluster = guide();
    const live = deployed(cluster, cluster);
    try {
      const { items } = readPage(new Fields(value), (item) => readServer('media', item));
      expectPlanClean(cluster, {
        ...live,
        portal: { ...live.portal, servers: { ...live.portal.servers, media: items } },
      });
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
    }
  });

  it('are used or refused in words by the client, whatever it asked for', async () => {
    const { pbx, api } = await setup();
    await pbx.servers('media');
    for (const [name, bytes] of samples('api')) {
      const body = bytes.toString('latin1');
      const length = Buffer.byteLength(body, 'latin1');
      const raw = `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n`;
      for (const ask of [
        () => pbx.servers('media'),
        () => pbx.ipFilters(),
        () => pbx.im(),
        () => pbx.imToken(),
        () => pbx.status('media', 'a'),
      ]) {
        api.faults.add({ raw: raw + body, times: 1 });
        const outcome = await ask().then(
          () => undefined,
          (error: unknown) => error,
        );
        api.faults.clear();
        if (outcome === undefined) continue;
        expect([name, outcome]).toEqual([name, expect.any(PbxError)]);
        expectClean(outcome);
      }
    }
  }, 60_000);
});

it('of what a host prints a runner obeys nothing', () => {
  const lines = texts('logs').join('\n').split('\n');
  const output = printed((log) => {
    for (const line of lines) {
      log.remote('media-server-1', line);
      log.info(line);
      log.warning(line);
      log.change({ id: 'role/media-server-1', state: 'progress', message: line });
    }
  });
  expect(output).toContain('harmless');
  expect(obeyed(output)).toEqual([]);
});
