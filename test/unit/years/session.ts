import { ROLE_NAMES, ROLES, type Role } from '../../../src/cluster/roles';
import type { Cluster } from '../../../src/cluster/types';
import { WRITE_RECORD } from '../../../src/host/files';
import { HostError, type Host, type Job, type JobResult } from '../../../src/host/types';
import { Secrets, silent } from '../../../src/log';
import type { Pbx } from '../../../src/pbx/types';
import type { Session } from '../../../src/stages/session';
import { PBX, type Machine, type World } from './world';

/* A run's doors to the world: REST and SSH as they behave, without a network. Everything above them is the product. */

/** What goes wrong in a run. */
export interface Faults {
  /** The script that fails, the first one is 0, and how far it got */
  script?: { index: number; after: 'nothing' | 'configuration' | 'removal' | 'all' };
  /** After so many things that it did it is killed: nothing of what it says gets anywhere any more */
  killedAfter?: number;
  /** What people do once the first server takes no calls any more */
  meanwhile?: () => void;
}

export function openTo(world: World, cluster: Cluster, faults: Faults = {}): Session {
  let done = 0;
  let scripts = 0;
  let meant = false;
  const act = () => {
    if (done++ >= (faults.killedAfter ?? Infinity))
      throw new HostError('the runner was killed', 'runner', 'connection-lost');
  };
  const by = cluster.name;
  const pbx: Pbx = {
    servers: (role) => ok(() => structuredClone(world.portal()[role].map(({ by: _, ...entry }) => entry))),
    createServer: (wanted) => ok(() => (act(), world.createEntry(structuredClone(wanted), by))),
    updateServer: (role, id, patch) =>
      ok(() => {
        act();
        world.tick();
        const entry = world.entries.find((one) => one.id === id && one.role === role);
        if (entry) Object.assign(entry, patch);
        if (entry?.type === 'INTERNAL' && patch.enabled === false) world.turnedOff(role);
        if (patch.enabled === false && !meant) {
          meant = true;
          faults.meanwhile?.();
        }
      }),
    destroyServer: (_, id) => ok(() => (act(), world.destroyEntry(id, { cluster }))),
    status: (role, id) => ok(() => world.status(role, id)),
    ipFilters: () => ok(() => structuredClone(world.filters.map(({ by: _, ...filter }) => filter))),
    createIpFilter: (filter) =>
      ok(() => {
        act();
        if (world.filters.some(({ cidr }) => cidr === filter.cidr)) throw new Error(`${filter.cidr} in use`);
        world.filters.push({ ...filter, id: world.id(), by });
        world.made.add(`filter ${filter.cidr}`);
        return '';
      }),
    updateIpFilter: (id, patch) =>
      ok(() => {
        act();
        const filter = world.filters.find((one) => one.id === id);
        if (filter && filter.by !== by && 'description' in patch && patch.description !== filter.description)
          world.violations.push({ rule: 'not-ours', what: `the description of ${filter.cidr} was rewritten` });
        if (filter) Object.assign(filter, patch);
      }),
    destroyIpFilter: (id) => ok(() => (act(), world.destroyFilter(id, { cluster }))),
    im: () => ok(() => ({ ...world.im })),
    setIm: (addresses) => ok(() => (act(), void (world.im = { ...addresses }))),
    sbc: () => ok(() => ({})),
    setSbc: () => ok(() => undefined),
    sbcToken: () => ok(() => undefined),
    issueSbcToken: () => ok(() => undefined),
    serviceStatus: () => ok(() => undefined),
    imToken: () => ok(() => world.imToken),
    issueImToken: () => ok(() => (act(), (world.imToken = `token-${world.id()}`))),
    issueDataflowToken: () => ok(() => 'unsupported' as const),
    apiVersion: () => ok(() => '22.0'),
    usage: () => ok(() => ({})),
    certificate: undefined,
    close: () => Promise.resolve(),
  };
  const secrets = new Secrets();
  return {
    cluster,
    pbx,
    secrets,
    log: silent,
    hosts: { host: (machine) => hostAt(machine), prepare: () => undefined, close: () => Promise.resolve() },
    run: { id: 'run', host: 'here' },
    now: () => world.at,
    sleep: async (ms) => {
      world.tick();
      world.at += ms;
      await new Promise((resolve) => setImmediate(resolve));
    },
    signal: new AbortController().signal,
  };

  function hostAt(machine: Host['machine']): Host {
    const there = (): Machine => {
      const found = world.machineAt(machine.address);
      if (!found || found.down) throw new HostError(`no route to ${machine.address}`, machine.name, 'unreachable');
      return found;
    };
    return {
      machine,
      facts: (request) =>
        ok(() => {
          const one = there();
          const record = request.record === undefined ? undefined : world.records.get(request.record);
          const others = [...world.records].filter(([name]) => name !== request.record);
          return {
            ...world.facts(one, request.folders),
            ...(request.firewall && {
              firewall: {
                running: true,
                trusted: { permanent: [...world.sources.keys()], runtime: [...world.sources.keys()] },
                otherZones: {},
                rivals: { permanent: [], runtime: [] },
              },
            }),
            ...(record !== undefined && { record }),
            ...(request.record !== undefined && others.length > 0 && { otherRecords: Object.fromEntries(others) }),
          };
        }),
      run: (script, args = []) =>
        ok(() => {
          there();
          if (script === WRITE_RECORD) {
            act();
            world.writeRecord(cluster, args[0] ?? '', args[1] ?? '');
            return said('');
          }
          if (!script.includes('firewall-cmd')) return { code: 1, stdout: '', stderr: '' };
          for (const option of args.slice(1)) {
            // What is stored and what is active are one here.
            if (!option.startsWith('runtime:')) continue;
            act();
            const [kind = '', source = ''] = option.slice('runtime:'.length).split('=');
            world.setSource(source, kind === '--add-source', { cluster });
          }
          return said(listing(args[0] ?? '', [...world.sources.keys()]));
        }),
      job: (job) => ok(() => runJob(there(), job)),
      attach: () => Promise.resolve({ exitCode: 0 }),
    };
  }

  function runJob(one: Machine, { key, argv }: Job): JobResult {
    act();
    const failed = (why: string): JobResult => ({
      exitCode: 1,
      errors: [`[error]: ${why}`],
      tail: [],
      attached: false,
    });
    const fault = argv[0] === '/bin/sh' && scripts++ === faults.script?.index ? faults.script.after : undefined;
    world.at += 5_000;
    if (fault === 'nothing') return failed('it did not begin');
    const actor = { cluster, key };
    const [, script = '', verb = '', ...words] = argv;
    if (script === 'pbx_ctl.sh') {
      for (const box of world.main.boxes.values())
        box.container = { ...box.container, startedAt: new Date(world.at).toISOString() };
      return well();
    }
    const role = roleOf(script, words);
    // docker pull
    if (!role) return well();
    const option = optionsOf(words);
    switch (verb) {
      case 'stop':
        world.stopBox(one, role, actor, true);
        break;
      case 'restart':
        world.stopBox(one, role, actor, true);
        world.startBox(one, role);
        break;
      case 'rm':
        world.removeBox(one, role, actor);
        break;
      case 'run': {
        one.configs.set(role, configOf(role, option));
        if (fault === 'configuration') return failed('manifest unknown');
        world.putBox(one, role, option.get('-i') ?? '', argsOf(option), actor);
        if (fault === 'removal') world.stopBox(one, role, {});
        break;
      }
      case 'upgrade': {
        const had = one.boxes.get(ROLES[role].container);
        const image = option.get('-i') ?? '';
        const config = one.configs.get(role);
        if (config && ROLES[role].keys.image) config[ROLES[role].keys.image] = image;
        if (fault === 'configuration') return failed('manifest unknown');
        if (had) world.putBox(one, role, image, had.container.args, actor);
        break;
      }
    }
    return fault ? failed('something else') : well();
  }
}

/** Not before its turn, as over a network. */
function ok<T>(make: () => T): Promise<T> {
  return Promise.resolve().then(make);
}

const well = (): JobResult => ({ exitCode: 0, errors: [], tail: [], attached: false });
const said = (stdout: string) => ({ code: 0, stdout, stderr: '' });

function listing(mark: string, sources: readonly string[]): string {
  const zones = `trusted (active)\n  target: ACCEPT\n  sources: ${sources.join(' ')}\n`;
  return `\n${mark} state\nrunning\n\n${mark} runtime\n${zones}\n${mark} permanent\n${zones}\n${mark} end\n`;
}

function roleOf(script: string, words: readonly string[]): Role | undefined {
  const service = words[words.indexOf('-s') + 1];
  return ROLE_NAMES.find(
    (role) => ROLES[role].script.file === script && (script !== 'cluster_ctl.sh' || ROLES[role].service === service),
  );
}

export function optionsOf(words: readonly string[]): Map<string, string> {
  return new Map(words.flatMap((word, at) => (/^-[a-zA-Z]$/.test(word) ? [[word, words[at + 1] ?? ''] as const] : [])));
}

const OPTIONS = {
  data_path: '-p',
  private_ip: '-a',
  public_ip: '-A',
  'pbx.private_ip': '-x',
  image: '-i',
  name: '-n',
  chat_files: '-f',
  clickhouse_image: '-d',
} as const;

export function configOf(role: Role, option: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(ROLES[role].keys).map(([name, key]) => [
      key,
      option.get(OPTIONS[name as keyof typeof OPTIONS]) ?? '',
    ]),
  );
}

/** What the container is told: the PBX's address, its own, its name. */
export function argsOf(option: ReadonlyMap<string, string>): string[] {
  const word = (flag: string, from: string) => (option.has(from) ? [flag, option.get(from) ?? ''] : []);
  return [
    ...(option.has('-E') ? ['-E'] : []),
    ...word('-t', '-t'),
    ...['-a', option.get('-x') ?? PBX],
    ...word('-x', '-a'),
    ...word('-z', '-A'),
    ...word('-n', '-n'),
  ];
}
