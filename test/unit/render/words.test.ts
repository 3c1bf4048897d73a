import { around, deed, objectOf, reasonOf, targetOf, telling, verbOf } from '../../../src/render/words';
import { renderMarkdown } from '../../../src/render/markdown';
import { renderTerminal } from '../../../src/render/terminal';
import { KINDS } from '../../../src/stages';
import type { Change } from '../../../src/stages/change';
import {
  backup,
  builtInOff,
  builtInOn,
  callersBack,
  controlScripts,
  deadServerOff,
  deadServerOn,
  hostPreparation,
  imAddresses,
  imAddressesRemoval,
  loadBalancerRestart,
  pbxImage,
  pbxRestart,
  portalEntry,
  portalEntryRemoval,
  registrySignIn,
  registrySignOut,
  roleRemoval,
  roleSetup,
  sbcSettings,
  serverRestart,
  sourceRemoval,
  sshKey,
  tokenIssue,
  trustedSource,
  whitelistEntry,
  whitelistRemoval,
} from '../changes';
import { plan } from './plans';

const EXAMPLES: [Change, string][] = [
  [trustedSource(), 'trust 192.168.1.27/32'],
  [sourceRemoval(), 'stop trusting 192.168.1.27/32'],
  [whitelistEntry(), 'whitelist 192.168.1.27/32'],
  [whitelistEntry({ action: 'update' }), 'correct the whitelist entry of 192.168.1.27/32'],
  [whitelistRemoval(), 'take 192.168.1.27/32 off the whitelist'],
  [portalEntry(), 'register media-server-2'],
  [portalEntry({ action: 'update' }), 'update media-server-2 in the portal'],
  [portalEntry({ action: 'replace' }), 'register media-server-2 again'],
  [portalEntryRemoval(), 'take media-server-2 out of the portal'],
  [imAddresses({ action: 'update' }), 'update im-server-1 in the portal'],
  [imAddressesRemoval(), 'take im-server-1 out of the portal'],
  [builtInOff({ role: 'ivr' }), 'turn off the built-in IVR server'],
  [builtInOn({ role: 'ivr' }), 'turn on the built-in IVR server'],
  [deadServerOff(), 'take queue-server-1 out of calls'],
  [deadServerOn(), 'let queue-server-1 take calls again'],
  [tokenIssue(), 'issue a token for IM'],
  [tokenIssue({ service: 'dataflow', action: 'replace' }), 'renew the Data Flow token'],
  [sbcSettings(), 'set what the PBX knows of session border controllers'],
  [callersBack(), 'lead callers to sbc-1'],
  [sshKey(), 'let the control node sign in to media-server-2'],
  [controlScripts(), "put PortSIP's control scripts on media-server-2"],
  [controlScripts({ action: 'update' }), 'refresh the control scripts of media-server-2'],
  [hostPreparation(), 'prepare the host of media-server-2'],
  [
    hostPreparation({ action: 'restart', docker: undefined, causes: [{ cause: 'reboot-required' }] } as never),
    'restart the host of media-server-2',
  ],
  [registrySignIn(), 'sign media-server-2 in to the registry'],
  [registrySignOut(), 'sign media-server-2 out of the registry'],
  [pbxImage(), 'upgrade the PBX'],
  [roleSetup(), 'install media-server-2'],
  [roleSetup({ action: 'update' }), 'recreate media-server-2'],
  [roleSetup({ action: 'update', verbs: ['upgrade'] }), 'upgrade media-server-2'],
  [roleSetup({ action: 'replace' }), 'move media-server-2'],
  [roleRemoval(), 'uninstall media-server-2'],
  [backup(), 'back up im-server-1'],
  [serverRestart(), 'restart media-server-1'],
  [loadBalancerRestart(), 'restart the resource load balancer'],
  [pbxRestart(), 'restart the PBX'],
];

test.each(EXAMPLES.map(([change, words]) => [words, change] as const))('%s', (words, change) => {
  expect(deed(change)).toBe(words);
});

test('every kind of change has an example here, and all words', () => {
  expect(new Set(EXAMPLES.map(([{ kind }]) => kind))).toEqual(new Set(KINDS));
  for (const [change] of EXAMPLES) {
    for (const word of [verbOf(change), targetOf(change), objectOf(change), reasonOf(change)])
      expect(word).toMatch(/^\S.*\S$/);
    expect(Array.isArray(telling(change))).toBe(true);
  }
});

test('a particle goes behind all whom it is about', () => {
  expect(around(['take', 'out of the portal'], 'a and b')).toBe('take a and b out of the portal');
  const changes = ['media-server-1', 'queue-server-1'].flatMap((server) => [
    portalEntry({ server, action: 'update', differences: [{ name: 'enabled', before: 'true', after: 'false' }] }),
  ]);
  expect(renderTerminal(plan(changes), { color: false })).toContain(
    '  1. Update media-server-1 and queue-server-1 in the portal\n',
  );
  expect(renderMarkdown(plan(changes), { clusterFile: 'cluster.yaml' })).toContain(
    '| `~` | `media-server-1` | update in the portal (enabled true → false) |',
  );
  const gone = [whitelistRemoval({ cidr: '192.168.1.27/32' }), whitelistRemoval({ cidr: '192.168.1.28/32' })];
  expect(renderMarkdown(plan(gone), { clusterFile: 'cluster.yaml' })).toContain(
    '| `~` | main server and PBX | take 192.168.1.27/32 and 192.168.1.28/32 off the whitelist |',
  );
});
