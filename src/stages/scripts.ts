import { createHash } from 'node:crypto';
import { linesApart, optionsRead, type ControlScript } from '../cluster/control-scripts';
import type { Machine } from '../cluster/types';
import type { Finding } from '../finding';
import { SCRIPTS } from '../host/facts-script';
import { isReachable, type Reachable } from '../host/reachable';
import { isKnown } from '../host/reading';
import { MOVE_SCRIPTS, OWN_FOLDER, pairOf, PUT_SCRIPT } from '../host/script-folder';
import type { HostFacts } from '../host/types';
import { list } from '../text/list';
import { PBX_NAME } from './backups';
import { idOf, type ControlScripts, type Difference, type ScriptApart } from './change';
import type { Live } from './live';
import { factsOf, hostOf, type Run } from './run';
import { runScript } from './script';
import type { Diff, DiffInput, Stage } from './stage';
import { StageError } from './stage-error';
import { unseen } from './unseen';

/*
 * The main server and the hosts are kept at exactly the control scripts of the operator's repository. It is safe where callers are:
 * no container and no configuration is touched (source: PortSIP's init.sh, which replaces the same files on hosts that serve).
 */

/** Before anything is installed or upgraded, as what a script can be told depends on it. */
export const scripts: Stage<'control-scripts'> = {
  name: 'scripts',
  diff: diffScripts,
  foresees: ({ cluster, live }, changes) => withScripts(live, cluster.scripts?.files ?? [], changes),
  apply: { 'control-scripts': applyScripts },
  words: {
    'control-scripts': {
      object: () => "PortSIP's control scripts on the host",
      deed: ({ action }) => [
        action === 'create' ? "put PortSIP's control scripts on" : 'refresh the control scripts of',
      ],
      target: targetOf,
      reason: ({ present }) => reasonOf(present),
      differences: ({ files, present }) => present.map((one) => differenceOf(one, files)),
    },
  },
};

function targetOf({ server }: ControlScripts): string {
  return server ?? 'the main server';
}

function reasonOf(present: readonly ScriptApart[]): string {
  const missing = present.filter(({ sha256 }) => sha256 === undefined).map(({ name }) => name);
  const other = present.length - missing.length;
  const parts = [
    ...(other > 0 ? [`${other === 1 ? '1 script is' : `${other} scripts are`} not what the repository has`] : []),
    ...(missing.length > 0 ? [`${list(missing, 3)} ${missing.length === 1 ? 'is' : 'are'} missing`] : []),
  ];
  return parts.join(', ');
}

function differenceOf({ name, sha256, lines }: ScriptApart, files: ControlScripts['files']): Difference {
  const wanted = files.find((file) => file.name === name);
  const apart = lines && (sha256 === undefined ? `${lines.added} lines` : `+${lines.added} -${lines.removed} lines`);
  return {
    name,
    ...(sha256 !== undefined && { before: shortSum(sha256) }),
    after: `${shortSum(wanted?.sha256 ?? '')}${apart === undefined ? '' : ` (${apart})`}`,
  };
}

const shortSum = (sha256: string): string => sha256.slice(0, 12);

export interface Target {
  name: string;
  server?: string;
  machine: Machine;
  facts: Reachable | undefined;
}

/** The machines that are kept as the cluster file wants hosts: the main server, and those of servers that are ours. */
export function targets({ cluster, live, who }: DiffInput): Target[] {
  const main = { name: PBX_NAME, machine: cluster.pbx.machine, facts: live.main };
  const own = cluster.servers.flatMap((server): Target[] => {
    const { is } = who.atHome(server);
    // What is somebody else's, or may be, keeps the scripts that it has.
    if (is === 'somebody-elses' || is === 'unknown') return [];
    const { name, address, ssh } = server;
    return [{ name, server: name, machine: { name, address, ssh }, facts: live.hosts.get(name) }];
  });
  return [main, ...own];
}

function diffScripts(input: DiffInput): Diff<ControlScripts> {
  const { cluster, live, plane } = input;
  const files = cluster.scripts?.files;
  const changes: ControlScripts[] = [];
  const findings: Finding[] = [];
  for (const { name, server, machine, facts } of files && plane.wantsReadyHosts ? targets(input) : []) {
    if (!files || !isReachable(facts) || facts.scriptSums === undefined) continue;
    if (!isKnown(facts.scriptSums)) {
      findings.push(unreadable(server, facts.scriptSums.unknown));
      continue;
    }
    const present = apart(files, facts.scriptSums, live.scriptTexts);
    if (present.length === 0) continue;
    const isNew = Object.keys(facts.scriptSums).length === 0;
    changes.push({
      kind: 'control-scripts',
      id: idOf.scripts(name),
      action: isNew ? 'create' : 'update',
      ...(server !== undefined && { server }),
      causes: [{ cause: isNew ? 'missing' : 'differ' }],
      impact: 'none',
      needs: [],
      after: [],
      machine,
      path: cluster.scriptsPath,
      files: files.map(({ name, sha256, shell }) => ({ name, sha256, shell })),
      present,
    });
  }
  return { changes, findings };
}

function unreadable(server: string | undefined, why: string): Finding {
  if (server !== undefined) return unseen('scripts', server, why, 'it waits');
  const message = `Which control scripts the main server has cannot be seen (${why}), so they are left as they are`;
  return { code: 'scripts-unknown', severity: 'warning', message };
}

/** Which of the files a host has not, or has another file for. */
function apart(
  files: readonly ControlScript[],
  sums: Readonly<Record<string, string>>,
  texts: ReadonlyMap<string, string> = new Map(),
): ScriptApart[] {
  return files.flatMap(({ name, sha256, text }): ScriptApart[] => {
    const have = Object.hasOwn(sums, name) ? sums[name] : undefined;
    if (have === sha256) return [];
    if (have === undefined) return [{ name, lines: { added: text.split('\n').length - 1, removed: 0 } }];
    const before = texts.get(have);
    return [{ name, sha256: have, ...(before !== undefined && { lines: linesApart(before, text) }) }];
  });
}

/** Hosts as they are once their scripts are those of the repository: what these can be told is what counts for what comes after. */
function withScripts(live: Live, files: readonly ControlScript[], changes: readonly ControlScripts[]): Live {
  if (changes.length === 0) return live;
  const own = new Set(changes.map(({ server }) => server));
  const known = files.filter(({ name }) => SCRIPTS.includes(name));
  const refreshed = (facts: HostFacts): HostFacts => ({
    ...facts,
    scripts: [...new Set([...(isKnown(facts.scripts) ? facts.scripts : []), ...known.map(({ name }) => name)])],
    scriptOptions: {
      ...facts.scriptOptions,
      ...Object.fromEntries(known.map(({ name, text }) => [name, optionsRead(text)])),
    },
  });
  return {
    ...live,
    main: own.has(undefined) && isReachable(live.main) ? refreshed(live.main) : live.main,
    hosts: new Map(
      [...live.hosts].map(([name, facts]) => [name, own.has(name) && isReachable(facts) ? refreshed(facts) : facts]),
    ),
  };
}

/** Texts of scripts on hosts that are not those of the repository, one of each; what cannot be read is left out. */
export async function readScriptTexts(
  run: Pick<Run, 'session'>,
  main: Reachable,
  hosts: ReadonlyMap<string, Reachable>,
  known: ReadonlyMap<string, string> = new Map(),
): Promise<ReadonlyMap<string, string>> {
  const { cluster, hosts: connected, log } = run.session;
  const files = cluster.scripts?.files ?? [];
  const places = new Map<string, { machine: Machine; name: string }>();
  const note = (machine: Machine, facts: Reachable | undefined) => {
    if (!isReachable(facts) || facts.scriptSums === undefined || !isKnown(facts.scriptSums)) return;
    for (const { name, sha256 } of apart(files, facts.scriptSums))
      if (sha256 !== undefined && !places.has(sha256)) places.set(sha256, { machine, name });
  };
  note(cluster.pbx.machine, main);
  for (const server of cluster.servers) note(server, hosts.get(server.name));
  const read = await Promise.all(
    [...places].map(async ([sha256, { machine, name }]): Promise<[string, string][]> => {
      const before = known.get(sha256);
      if (before !== undefined) return [[sha256, before]];
      const path = `${cluster.scriptsPath}/${name}`;
      const told = await connected
        .host(machine)
        .run('head -c 1048576 "$1"', [path], { repeatable: true })
        .catch((error: unknown) => ({ code: 1, stdout: '', stderr: String(error) }));
      if (told.code !== 0) log.debug(`${machine.name}: ${path} cannot be read: ${told.stderr}`);
      return told.code === 0 ? [[sha256, told.stdout]] : [];
    }),
  );
  return new Map(read.flat());
}

async function applyScripts(change: ControlScripts, run: Run): Promise<void> {
  const { id, machine, path, files } = change;
  const host = hostOf(run, machine);
  const missing = await lacking(change, run);
  if (missing.length === 0) return;
  const print = createHash('sha256').update(files.map(pairOf).join('\n')).digest('hex').slice(0, 16);
  const folder = `${path}/${OWN_FOLDER}/new-${print}`;
  for (const { name, sha256, shell } of missing) {
    run.progress(id, `uploading ${name}`);
    const { code, stderr } = await host.run(PUT_SCRIPT, [folder, name, sha256, shell], {
      input: textOf(name, sha256, run),
      repeatable: true,
    });
    if (code !== 0)
      throw new StageError(
        `${name} could not be put on ${machine.name} (exit ${code}): ${stderr.trim().split('\n').at(-1) || 'it does not say why'}; its scripts are as they were`,
      );
  }
  const argv = ['/bin/sh', '-c', MOVE_SCRIPTS, 'scripts', path, folder, ...missing.map(pairOf)];
  const title = `refresh the control scripts on ${machine.name}`;
  await runScript(
    run,
    { machine, cwd: path, argv, secrets: [] },
    { id, key: `scripts-${machine.name}`, title, what: 'moving the control scripts' },
  );
  const still = await lacking(change, run);
  if (still.length > 0)
    throw new StageError(
      `${list(
        still.map(({ name }) => name),
        5,
      )} in ${path} on ${machine.name} is still another file; does something else write there?`,
    );
}

/** What the host has not, as it is now. */
async function lacking({ machine, files }: ControlScripts, run: Run): Promise<ControlScripts['files'][number][]> {
  const { scriptSums } = await factsOf(run.session.cluster, hostOf(run, machine));
  if (scriptSums === undefined || !isKnown(scriptSums))
    throw new StageError(
      `Which control scripts ${machine.name} has cannot be seen (${scriptSums?.unknown ?? 'not asked'})`,
    );
  return files.filter(({ name, sha256 }) => scriptSums[name] !== sha256);
}

function textOf(name: string, sha256: string, { session }: Run): string {
  const file = session.cluster.scripts?.files?.find((one) => one.name === name && one.sha256 === sha256);
  if (!file) throw new StageError(`${name} of the repository is not what was planned`);
  return file.text;
}
