import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/*
 * Takes away one guard of identity and ownership after the other and plays years (test/unit/years) without it: a simulator that
 * finds nothing wrong then would not find it either should somebody break that guard. Some are there twice, on purpose: those
 * say what covers the same.
 *
 *   node scripts/guards.mjs [--check] [COUNT] [WORDS]   COUNT histories each, 300; only guards whose names have WORDS in them
 *
 * `--check` plays nothing and says which of them are not to be found in the source any more.
 */

/** `name`: what is so no more; `from` is in the file once; `covered`: why nothing goes wrong without it. */
const GUARDS = [
  {
    name: 'what runs for another PBX is not ours',
    file: 'src/stages/identity.ts',
    from: 'const reports = this.isOurPbx(pbx) ||',
    to: 'const reports = true || this.isOurPbx(pbx) ||',
  },
  {
    name: 'what runs by a name that nobody gave it is not what leaves',
    file: 'src/stages/identity.ts',
    from: 'const named = name === undefined || names.has(name);',
    to: 'const named = name === undefined || names.has(name) || true;',
  },
  {
    name: 'what runs for another PBX where a server is to be blocks it',
    file: 'src/stages/install.ts',
    from: "if (home.is === 'somebody-elses') {",
    to: "if (home.is === 'somebody-elses' && server.name === '') {",
  },
  {
    name: "an entry that is not ours and has a server's address blocks it",
    file: 'src/stages/identity.ts',
    from: "if (other && !this.isOurs(other.name) && this.cluster.unmanagedServers !== 'remove')",
    to: "if (other && other.name === '' && this.cluster.unmanagedServers !== 'remove')",
  },
  {
    // Two of them: the address of the PBX, and what else runs there.
    name: 'no script is run where the PBX runs',
    file: 'src/stages/identity.ts',
    from: 'if (this.pbxAddresses.has(address) || this.pbxAddresses.has(server.privateIp) || this.isPbxMachine(facts))',
    to: "if (address === '')",
    also: ['const other = seenContainers(facts).find(', 'const other = seenContainers(facts).slice(0, 0).find('],
  },
  {
    name: 'nothing that left is removed beside another role',
    file: 'src/stages/identity.ts',
    from: 'const shared = isReachable(facts) ? alsoRuns(facts, role) : undefined;',
    to: 'const shared = isReachable(facts) ? alsoRuns({ ...facts, containers: [] }, role) : undefined;',
  },
  {
    name: 'nothing that moved is removed beside another role',
    file: 'src/stages/identity.ts',
    from: 'if (shared === undefined) return found;',
    to: 'if (shared === undefined || shared) return found;',
  },
  {
    name: 'nothing is deleted and recreated beside another role',
    file: 'src/stages/preflight.ts',
    from: '(removes && BEFORE_REMOVAL.has(code))',
    to: "(removes && code === '' && BEFORE_REMOVAL.has(code))",
  },
  {
    name: 'a new server is not put beside another role',
    file: 'src/stages/preflight.ts',
    from: 'const [other] = otherRoles(facts, server.role);',
    to: 'const [other] = [];',
  },
  {
    name: 'what runs where another server of the file is now is that one',
    file: 'src/stages/identity.ts',
    from: 'if (successor?.role === role) return',
    to: "if (successor?.role === role && name === '') return",
  },
  {
    name: 'a machine is known by its boot, whatever its address (left)',
    file: 'src/stages/identity.ts',
    from: 'this.listed.get(address) ?? this.sameMachine(facts)[0]',
    to: 'this.listed.get(address) ?? this.sameMachine(undefined)[0]',
  },
  {
    name: 'a machine is known by its boot, whatever its address (moved)',
    file: 'src/stages/identity.ts',
    from: "if (this.sameMachine(facts).some(({ role }) => role === old.role)) return { is: 'nobody' };",
    to: '',
  },
  {
    name: 'two servers of the file on one machine block',
    file: 'src/stages/install.ts',
    from: 'findings.push(...input.who.oneMachine().flatMap(oneMachine));',
    to: '',
  },
  {
    name: 'what another cluster file has is left to it',
    file: 'src/stages/identity.ts',
    from: "if (handed) return { is: 'handed-over', ...handed };",
    to: '',
  },
  {
    name: 'what another cluster file relies on stays open',
    file: 'src/stages/identity.ts',
    from: '.some((one) => one !== undefined && covers(one));',
    to: ".some((one) => one !== undefined && covers(one) && one === '');",
  },
  {
    name: 'a container that cannot be seen is not absent',
    file: 'src/stages/identity.ts',
    from: "if (!isKnown(container)) return { is: 'unknown', why: container.unknown, unreachable: false };",
    to: "if (!isKnown(container)) return { is: 'nobody' };",
  },
  {
    name: 'a host that does not answer is not empty',
    file: 'src/stages/identity.ts',
    from: "return { is: 'unknown', why: facts?.unreachable ?? 'not looked at', unreachable: true };",
    to: "return { is: 'nobody' };",
  },
  {
    name: 'what is begun is ours before it is begun',
    file: 'src/deploy/records.ts',
    from: 'claim(mine, begun, cluster, plane, live)',
    to: "claim(mine, begun.filter(({ kind }) => kind === 'token'), cluster, plane, live)",
  },
  {
    name: 'what left is ours until nothing of it is left',
    file: 'src/deploy/records.ts',
    from: 'forget(record, session.cluster, remaining, (name',
    to: 'forget(record, session.cluster, new Set(), (name',
  },
  {
    name: 'where a server may still be is known until it is not there',
    file: 'src/deploy/records.ts',
    from: '(name, address) => mayBeAt(run, name, address)',
    to: "(name, address) => mayBeAt(run, name, address) && name === ''",
  },
  {
    name: 'one that moves is known at its new machine before it gets there',
    file: 'src/stages/record.ts',
    from: 'next.servers[change.server] = alsoAt(known, change.wanted);',
    to: ';',
  },
  {
    name: 'one that moves is known at its old machine until it has left it',
    file: 'src/stages/record.ts',
    from: 'if (server && known?.address === server.address)',
    to: 'if (server && known)',
  },
  {
    name: 'what takes the place of one of ours is ours',
    file: 'src/stages/record.ts',
    from: "return change.action === 'create' || has(servers, change.replaces) ? change.server : undefined;",
    to: "return change.action === 'create' ? change.server : has(servers, change.server) ? change.server : undefined;",
    covered:
      "whoever is on a machine of one of ours is taken over before ('what a renamed server has stays ours'); this is for one whose former name another cluster file has by now, to which years hardly come",
  },
  {
    name: 'a server that moves leaves its old machine',
    file: 'src/stages/install.ts',
    from: "return at('unknown') ?? at('shared') ?? at('same');",
    to: "return at('unknown') ?? at('shared');",
  },
  {
    name: 'all entries of a machine are drained',
    file: 'src/stages/drain.ts',
    from: 'if (reach) return run.portal.of(reach.role).filter((entry) => reaches(reach, entry));',
    to: 'if (reach) return run.portal.of(reach.role).filter((entry) => entry.name === server.name && reaches(reach, entry));',
  },
  {
    name: 'all entries of a machine that is left are drained',
    file: 'src/stages/drain.ts',
    from: 'for (const entry of reach ? run.portal.of(reach.role).filter((one) => reaches(reach, one)) : [])',
    to: 'for (const entry of reach ? run.portal.of(reach.role).filter((one) => one.name === server.name && reaches(reach, one)) : [])',
    covered:
      "the PBX sees a server by the entry of its own name only, and what runs by another name than that of the server that leaves is left alone ('what runs by a name that nobody gave it is not what leaves')",
  },
  {
    name: 'calls are waited for',
    file: 'src/stages/drain.ts',
    from: 'if (ended || calls === 0) return;',
    to: 'if (ended || calls >= 0) return;',
  },
  {
    name: 'calls that nobody counts get their time',
    file: 'src/stages/role-diff.ts',
    from: "return !tellsItsCalls(role) && mayHaveCalls ? ['stop'] : [];",
    to: "return !tellsItsCalls(role) && mayHaveCalls && role === 'sbc' ? ['stop'] : [];",
  },
  {
    name: 'what leaves a machine is stopped first',
    file: 'src/stages/role-diff.ts',
    from: "return ROLES[role].calls.kind === 'none' ? ['rm'] : ['stop', 'rm'];",
    to: "return ['rm'];",
  },
  {
    name: 'what another cluster file put there is taken over with its server',
    file: 'src/stages/record.ts',
    from: 'return isThere ? [known] : [];',
    to: "return isThere && known.role === 'sbc' ? [known] : [];",
  },
  {
    name: 'what a renamed server has stays ours',
    file: 'src/stages/record.ts',
    from: "if (there.is === 'duplicate') take(",
    to: "if (there.is === 'duplicate' && left.role === 'sbc') take(",
  },
  {
    name: 'callers notice what stops a machine by whatever entry (recreated)',
    file: 'src/stages/role-diff.ts',
    from: 'return who.entriesOf(server).every((one) => isOffline(live, one));',
    to: 'return isOffline(live, entry) || who.entriesOf(server).length >= 0;',
  },
  {
    name: 'callers notice what stops a machine by whatever entry (removed)',
    file: 'src/stages/remove.ts',
    from: 'const takesCalls = entered.length === 0 || entered.some(({ enabled }) => enabled);',
    to: 'const takesCalls = entered.some(({ enabled, name: one }) => enabled && one === name);',
    covered:
      "the PBX sees a server by the entry of its own name only, and what runs by another name than that of the server that leaves is left alone ('what runs by a name that nobody gave it is not what leaves')",
  },
  {
    name: 'a recreation that did not finish is owed',
    file: 'src/stages/role-diff.ts',
    from: 'has(one?.unfinished, name) && one?.unfinished?.[name] === createdAt',
    to: "has(one?.unfinished, name) && one?.unfinished?.[name] === createdAt && createdAt === ''",
  },
  {
    name: 'who gives an address up comes before who takes it',
    file: 'src/stages/handover.ts',
    from: '      else needs.add(other.id);',
    to: '',
  },
  {
    name: 'who comes to a machine that another role leaves comes after it',
    file: 'src/stages/freed.ts',
    from: 'comingFirst(made, needs, [id, idOf.entry(server)]);',
    to: 'comingFirst(made, [], [id, idOf.entry(server)]);',
  },
  {
    name: 'what another cluster file has elsewhere is known as long as it runs here',
    file: 'src/stages/left-behind.ts',
    from: "if (handed.is === 'handed-over') return handed.elsewhere || handed.former;",
    to: "if (handed.is === 'handed-over') return handed.former;",
  },
  {
    name: 'what another cluster file had before is ours as long as its record has it as well',
    file: 'src/stages/left-behind.ts',
    from: "if (handed.is === 'handed-over') return handed.elsewhere || handed.former;",
    to: "if (handed.is === 'handed-over') return handed.elsewhere;",
  },
  {
    name: 'a server that two cluster files have on two machines waits',
    file: 'src/stages/install.ts',
    from: "if (!other) return [];\n  return [\n    {\n      code: 'listed-twice'",
    to: "if (!other || other.by !== '') return [];\n  return [\n    {\n      code: 'listed-twice'",
  },
  {
    name: 'two exchange their addresses by way of none',
    file: 'src/stages/handover.ts',
    from: '...(vacates.length > 0 && { vacates }),',
    to: '...(vacates.length > 99 && { vacates }),',
  },
  {
    name: 'who takes an address of one that leaves comes after it',
    file: 'src/stages/diff.ts',
    from: 'if (leaving.has(before)) return { ...change, needs: [...change.needs, before] };',
    to: 'if (leaving.has(before)) return change;',
  },
  {
    name: 'who takes the machine of one that moves comes first',
    file: 'src/stages/install.ts',
    from: '(taken.get(change.server) ?? []).map(',
    to: '(taken.get(change.server) ?? []).slice(0, 0).map(',
  },
  {
    name: 'who moves waits where nobody can take its machine yet',
    file: 'src/stages/diff.ts',
    from: '() => waitingForHeirs(input, findings),',
    to: '() => waitingForHeirs(input, []),',
  },
  {
    name: 'entries of a machine that go elsewhere do so before what runs there is drained',
    file: 'src/stages/install.ts',
    from: '.filter(goes)',
    to: '.filter((one) => goes(one) && one.id === own)',
  },
  {
    name: 'who needs an address that a server keeps for now waits',
    file: 'src/stages/handover.ts',
    from: 'if (kept) stuck.push({ change, holder: kept });',
    to: '',
  },
  {
    name: 'what runs by another name is stopped first',
    file: 'src/stages/role-diff.ts',
    from: "(renamed && ROLES[role].calls.kind !== 'none')",
    to: "(renamed && ROLES[role].calls.kind === 'outside')",
  },
  {
    name: 'what is there already where a server moves to is stopped first',
    file: 'src/stages/role-diff.ts',
    from: '...(container ? stopFirst(server.role, true) : [])',
    to: '...(container ? [] : [])',
  },
  {
    name: 'whitelist entries of others stay',
    file: 'src/stages/closing.ts',
    from: 'once(live.record?.whitelist ?? [])',
    to: 'once(live.portal.ipFilters.map(({ cidr }) => cidr))',
  },
  {
    name: 'whitelist entries that others wrote where one of ours was stay',
    file: 'src/stages/firewall.ts',
    from: "return description === '' || description.startsWith(writtenBy(name));",
    to: "return description === '' || name !== '';",
  },
  {
    name: 'trusted sources of others stay',
    file: 'src/stages/closing.ts',
    from: 'once(live.record?.firewall ?? [])',
    to: 'once(trustedNow({ live, plane }))',
  },
  {
    name: 'what lets in a server that cannot go stays',
    file: 'src/stages/closing.ts',
    from: 'held.some((address) => covers(owned, address)) ||',
    to: '',
  },
  {
    name: 'what others wrote in a whitelist entry stays',
    file: 'src/stages/firewall.ts',
    from: '...(own\n        ?',
    to: "...(own && own.cidr === ''\n        ?",
  },
  {
    name: 'an entry that denies an address and has run out is told',
    file: 'src/stages/firewall.ts',
    from: 'if (!own && !denied && inTheWay)',
    to: "if (!own && !denied && inTheWay && inTheWay.cidr === '')",
  },
  {
    name: "another PBX's server replaces no built-in one",
    file: 'src/stages/built-in.ts',
    from: "return home.is === 'same' && home.container.running;",
    to: "return (home.is === 'same' || home.is === 'somebody-elses') && home.container.running;",
  },
  {
    name: 'what waits is not written down as begun',
    file: 'src/deploy/run.ts',
    from: 'const begun = unhindered(selected.changes, hindrance);',
    to: 'const begun = [...selected.changes, ...unhindered([], hindrance)];',
  },
  {
    name: 'it is looked once more before a machine is left',
    file: 'src/stages/drain.ts',
    from: "if (there.is !== 'same')\n",
    to: "if (there.is !== 'same' && there.is !== 'somebody-elses' && there.is !== 'renamed')\n",
  },
  {
    name: 'a server is let in where the portal has it until it has moved',
    file: 'src/stages/remove.ts',
    from: "if (found?.is !== 'readdressed') return [];",
    to: "if (found?.is !== 'readdressed' || name !== '') return [];",
  },
  {
    name: 'what was to be let in and is not is not ours',
    file: 'src/deploy/records.ts',
    from: 'inherit(withoutClosed(record, run), ',
    to: 'inherit(withoutClosed(record, run) && record, ',
  },
  {
    name: 'what another cluster file put in the portal by the name of one of ours is left to it',
    file: 'src/stages/identity.ts',
    from: 'ours && !this.isEntryOf(owned, server, own)',
    to: '(ours && !this.isEntryOf(owned, server, own)) || ours',
  },
  {
    name: 'what another cluster file has yet to take away is left to it',
    file: 'src/stages/identity.ts',
    from: '[...servers, ...addressesIn(owned)]',
    to: '[...servers, ...addressesIn(owned).slice(0, 0)]',
  },
  {
    name: 'other entries of a machine go before it is left',
    file: 'src/stages/remove.ts',
    from: 'return { ...change, after: [...change.after, ...before] };',
    to: 'return { ...change, after: [...change.after, ...before.slice(0, 0)] };',
  },
  {
    name: 'what another cluster file did not finish is owed',
    file: 'src/stages/cluster-record.ts',
    from: '...(isTime(time) && { time }),\n        servers: its,\n        owned,\n        ...(unfinished && { unfinished }),',
    to: '...(isTime(time) && { time }),\n        servers: its,\n        owned,',
  },
  {
    name: 'nothing comes up by a name that runs beside another role',
    file: 'src/stages/diff.ts',
    from: '() => alsoRunning(input, changes),',
    to: '() => alsoRunning(input, []),',
  },
  {
    name: 'who was drained by another name takes calls once it is up',
    file: 'src/stages/install.ts',
    from: "if (change.action === 'create' && !isLedAway) return work();",
    to: "if (change.action === 'create' && (!isLedAway || !isOutside(server.role))) return work();",
  },
  {
    name: 'who is shut out is named, by whatever address the portal has it',
    file: 'src/stages/closing.ts',
    from: '[...(own === undefined ? [] : [own]), ...machines]',
    to: '[...(own === undefined ? [] : [own]), ...machines.slice(0, 0)]',
  },
];

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
/** What the simulator is made of */
const PARTS = ['src', 'schema', 'test/unit/years', 'test/sandbox/random.ts', 'package.json', 'jest.config.mjs'];

const stale = GUARDS.filter(({ file, from }) => readFileSync(join(ROOT, file), 'utf8').split(from).length !== 2);
for (const { name, file } of stale) console.error(`${file}: not there once: ${name}`);
if (stale.length > 0) process.exit(1);

const [first, ...words] = process.argv.slice(2);
if (first !== '--check') {
  const count = Number(first) || 300;
  const chosen = GUARDS.filter(({ name }) => name.includes((Number(first) ? words : process.argv.slice(2)).join(' ')));
  const folder = mkdtempSync(join(tmpdir(), 'portsip-guards-'));
  try {
    for (const part of PARTS) cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const missed = chosen.filter((guard) => !isFound(guard, folder, count));
    const unseen = missed.filter(({ covered }) => covered === undefined);
    const twice = missed.length - unseen.length;
    console.log(
      `${chosen.length - missed.length} of ${chosen.length} are found${twice > 0 ? `, and ${twice} covered by something else` : ''}`,
    );
    process.exitCode = unseen.length > 0 ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function isFound({ name, file, from, to, also = ['', ''], covered }, folder, count) {
  const path = join(folder, file);
  const text = readFileSync(path, 'utf8');
  writeFileSync(
    path,
    text.replace(from, () => to).replace(also[0], () => also[1]),
  );
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/jest/bin/jest.js', '-i', '--silent', 'test/unit/years/years.test.ts'],
    { cwd: folder, encoding: 'utf8', env: { ...process.env, YEARS: String(count), YEARS_MOST: '1' } },
  );
  writeFileSync(path, text);
  const told = `${stdout}${stderr}`;
  const [, seed] = /seed (\d+)/.exec(told) ?? [];
  const [, rule] = /=> ([a-z-]+):/.exec(told) ?? [];
  // What does not even play is a mistake of the list.
  const broken = seed === undefined && !/^Tests: .*1 passed/m.test(told);
  const found = seed !== undefined;
  const missed = covered === undefined ? 'NOT FOUND' : 'COVERED';
  const what = found ? `seed ${seed}, ${rule}` : broken ? 'DOES NOT PLAY' : missed;
  console.log(`${what}: ${name}${what === 'COVERED' ? `: ${covered}` : ''}`);
  if (broken) console.error(told.slice(-2_000));
  return found;
}
