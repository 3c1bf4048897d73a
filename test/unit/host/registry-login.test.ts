import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nameInConfig, registryOf, type Registry } from '../../../src/cluster/registry';
import { authOf, LOGIN_FUNCTIONS, lookFor, readLogin } from '../../../src/host/registry-login';

/* What root's Docker configuration says, read by the shell of this machine. */

const REGISTRY = { server: 'registry.example.com', username: 'robot$puller' };
const TOKEN = 'glpat-0123456789+/=$x"y';
let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'registry-'));
  mkdirSync(join(home, '.docker'));
});
afterEach(() => rmSync(home, { recursive: true }));

function looked(
  config: unknown,
  {
    registry = REGISTRY,
    token = TOKEN,
    indent = '\t',
  }: { registry?: Registry; token?: string | null; indent?: string } = {},
) {
  const text = typeof config === 'string' ? config : JSON.stringify(config, null, indent);
  if (config !== undefined) writeFileSync(join(home, '.docker/config.json'), text);
  const look = lookFor(registry, token ?? undefined);
  const script = `${LOGIN_FUNCTIONS}\nregistry_login "$1" "$2"`;
  const output = execFileSync('/bin/sh', ['-c', script, 'sh', nameInConfig(registry.server), look.salt], {
    env: { PATH: process.env['PATH'], HOME: home },
    encoding: 'utf8',
  });
  // Neither of these leaves a host, in whichever form.
  for (const secret of [TOKEN, authOf(REGISTRY.username, TOKEN)]) expect(output).not.toContain(secret);
  return readLogin(output, look);
}

const auth = (username: string, token: string) => ({ auth: authOf(username, token) });
const others = { 'registry.example.org': auth('bob', 'other'), 'xregistry.example.com': auth('bob', 'third') };

it.each(['\t', '', '  '])('tells the wanted login from others, however the file is written (%j)', (indent) => {
  const config = (login: object) => ({
    auths: { ...others, ...login },
    HttpHeaders: { 'User-Agent': 'Docker-Client/27' },
  });
  const has = (username: string, token: string) =>
    looked(config({ [REGISTRY.server]: auth(username, token) }), { indent });
  expect(has('robot$puller', TOKEN)).toEqual({ ...REGISTRY, current: true });
  expect(has('robot$puller', 'another')).toEqual({ ...REGISTRY, current: false });
  expect(has('bob', TOKEN)).toEqual({ server: REGISTRY.server, username: 'bob', current: false });
  expect(looked(config({}), { indent })).toBe('none');
});

it('is unknown without a token to compare with', () => {
  const login = looked({ auths: { [REGISTRY.server]: auth('robot$puller', TOKEN) } }, { token: null });
  expect(login).toEqual({ ...REGISTRY, current: { unknown: 'there is no token to compare it with' } });
});

it('knows Docker Hub by the name that Docker gives it', () => {
  const registry = { server: 'docker.io', username: 'acme' };
  const config = { auths: { 'https://index.docker.io/v1/': auth('acme', TOKEN) } };
  expect(looked(config, { registry })).toEqual({ ...registry, current: true });
});

it.each<[string, unknown]>([
  ['there is no file', undefined],
  ['nobody was ever signed in', { auths: {} }],
  ['somebody signed out', { auths: { [REGISTRY.server]: {} } }],
  ['a helper is there that knows nothing of it', { auths: {}, credsStore: 'pass' }],
])('is none where %s', (_, config) => {
  expect(looked(config)).toBe('none');
});

it.each<[string, unknown]>([
  ['a helper keeps all', { auths: { [REGISTRY.server]: {} }, credsStore: 'pass' }],
  ['a helper keeps this one', { credHelpers: { [REGISTRY.server]: 'ecr-login' } }],
  ['the registry gave a token of its own', { auths: { [REGISTRY.server]: { auth: 'eDo=', identitytoken: 'abc' } } }],
])('is unknown where %s', (_, config) => {
  expect(looked(config)).toEqual({ unknown: expect.any(String) as string });
});

it.each(['', 'not JSON', '{"auths":'])('is an error where the file says nothing (%j)', (text) => {
  expect(() => looked(text)).toThrow();
});

it('says something else each time it is asked', () => {
  const [one, other] = [lookFor(REGISTRY, TOKEN), lookFor(REGISTRY, TOKEN)];
  expect(one.sum).not.toBe(other.sum);
});

it.each([
  ['portsip/pbx:22', 'docker.io'],
  ['docker.io/portsip/pbx:22', 'docker.io'],
  ['index.docker.io/portsip/pbx:22', 'docker.io'],
  ['nginx', 'docker.io'],
  ['registry.example.com/portsip/pbx:22', 'registry.example.com'],
  ['registry:5000/pbx', 'registry:5000'],
  ['localhost/pbx', 'localhost'],
])('%s comes from %s', (image, server) => {
  expect(registryOf(image)).toBe(server);
});
