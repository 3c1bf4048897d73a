import { KINDS, STAGES, stageOf, wordsOf } from '../../../src/stages';
import { idOf, ofKind, Planned, type Kind } from '../../../src/stages/change';
import { STAGE_NAMES, type StageName } from '../../../src/stages/stage';
import { everyKind, plans } from './every-kind';

/** Of each kind: the stage that it belongs to, what it is called, and a word that people read when they are told of it */
const EXPECTED: Record<Kind, [StageName, RegExp]> = {
  'trusted-source': ['firewall', /^firewall\/192\.168\.1\.\d+$/],
  'whitelist-entry': ['firewall', /^whitelist\/192\.168\.1\.\d+\/32$/],
  'portal-entry': ['register', /^server\/[a-z]+-server-1$/],
  'im-addresses': ['register', /^server\/im-server-1$/],
  'sbc-settings': ['register', /^sbc\/settings$/],
  'callers-back': ['install', /^callers\/sbc-1$/],
  'built-in-on': ['register', /^built-in\/queue$/],
  'built-in-off': ['register', /^built-in\/(media|queue|meeting|ivr)$/],
  'dead-server-off': ['register', /^heal\/queue-server-1$/],
  'dead-server-on': ['register', /^heal\/vr-server-1$/],
  token: ['token', /^token\/im$/],
  'control-scripts': ['scripts', /^scripts\/(pbx|[a-z]+-server-1)$/],
  'host-preparation': ['prepare', /^prepare\/[a-z]+-server-1$/],
  'registry-sign-in': ['prepare', /^registry\/(pbx|[a-z]+-server-1)$/],
  'registry-sign-out': ['remove', /^registry\/([a-z]+-server-1|192\.168\.1\.\d+)$/],
  'ssh-key': ['install', /^ssh-key\/media-server-1$/],
  'pbx-image': ['install', /^role\/pbx$/],
  role: ['install', /^role\/[a-z]+-server-1$/],
  'role-removal': ['remove', /^role\/(queue|im)-server-1$/],
  'portal-entry-removal': ['remove', /^server\/queue-server-1$/],
  'im-addresses-removal': ['remove', /^server\/im-server-1$/],
  'whitelist-removal': ['remove', /^whitelist\/192\.168\.1\.\d+\/32$/],
  'source-removal': ['remove', /^firewall\/192\.168\.1\.\d+$/],
  'pbx-restart': ['restart', /^restart\/pbx$/],
  'load-balancer-restart': ['restart', /^restart\/loadbalancer$/],
  backup: ['backup', /^backup\/(pbx|[a-z]+-server-1)$/],
  'server-restart': ['restart', /^restart\/[a-z]+-server-1$/],
};

describe.each(Object.entries(EXPECTED) as [Kind, [StageName, RegExp]][])('%s', (kind, [stage, id]) => {
  const all = ofKind(
    plans().flatMap(({ changes }) => changes),
    kind,
  );

  it(`belongs to the stage ${stage}, which can apply it`, () => {
    expect(all).not.toHaveLength(0);
    for (const change of all) expect(stageOf(change)).toBe(stage);
    const owners = STAGES.filter(({ apply }) => apply[kind] !== undefined);
    expect(owners.map(({ name }) => name)).toEqual([stage]);
  });

  it('is called what people and records know it by', () => {
    for (const change of all) expect(change.id).toMatch(id);
  });

  it('can be told, with its cause', () => {
    for (const change of all) {
      const words = wordsOf(change);
      const [verb, particle = 'x'] = words.deed(change);
      const texts = [words.object(change), verb, particle, words.target(change), words.reason(change)];
      for (const text of texts) expect(text).toMatch(/^[^\s].*[^\s.]$|^x$/);
      expect(texts.join()).not.toMatch(/undefined|\[object/);
      expect(change.causes.length).toBeGreaterThan(0);
      for (const { name, before, after } of words.differences(change)) {
        expect(name).not.toBe('');
        expect(before).not.toBe(after);
      }
    }
  });
});

it('no kind is without a stage, and none is forgotten here', () => {
  expect([...KINDS].sort()).toEqual(Object.keys(EXPECTED).sort());
  expect([...everyKind().keys()].sort()).toEqual([...KINDS].sort());
  expect(new Set(STAGES.map(({ name }) => name))).toEqual(new Set(STAGE_NAMES));
});

it('ids are made in one place', () => {
  expect([
    idOf.source('192.168.1.0/24'),
    idOf.whitelist('192.168.1.21/32'),
    idOf.entry('media-server-1'),
    idOf.builtIn('media'),
    idOf.token('dataflow'),
    idOf.sshKey('media-server-1'),
    idOf.role('media-server-1'),
    idOf.pbxImage,
    idOf.restart('media-server-1'),
    idOf.pbxRestart,
    idOf.loadBalancerRestart,
  ]).toEqual([
    'firewall/192.168.1.0/24',
    'whitelist/192.168.1.21/32',
    'server/media-server-1',
    'built-in/media',
    'token/dataflow',
    'ssh-key/media-server-1',
    'role/media-server-1',
    'role/pbx',
    'restart/media-server-1',
    'restart/pbx',
    'restart/loadbalancer',
  ]);
});

it('what is in place already is needed by nobody', () => {
  const planned = new Planned([...everyKind().values()]);
  const [first] = planned.changes;
  expect(planned.these(['role/in-place', first?.id ?? 'role/x', 'role/in-place', first?.id ?? 'role/x'])).toEqual([
    first?.id,
  ]);
});
