import Ajv from 'ajv';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import schema from '../../../schema/cluster.schema.json';
import { DEFAULTS } from '../../../src/cluster/build';
import { loadClusterFile, parseCluster } from '../../../src/cluster/load';
import { collectionOf, LISTED_ROLES } from '../../../src/cluster/roles';
import { cluster, EXAMPLE, HEAD } from './helpers';

const examples = join(__dirname, '../../../examples');

describe('examples/cluster.yaml', () => {
  it("is the guide's seven machines, without a warning", async () => {
    const { cluster, warnings, text } = await loadClusterFile(join(examples, 'cluster.yaml'));
    expect(warnings).toEqual([]);
    expect(text).toBe(EXAMPLE);
    expect(cluster.pbx.machine).toEqual({ name: 'pbx', address: '192.168.1.20', ssh: { user: 'pbx', port: 22 } });
    expect(cluster.pbx.api).toBe('https://192.168.1.20:8887');
    expect(cluster.servers.map(({ name, role, address }) => `${name} ${role} ${address}`)).toEqual([
      'media-server-1 media 192.168.1.21',
      'queue-server-1 queue 192.168.1.22',
      'meeting-server-1 meeting 192.168.1.23',
      'vr-server-1 ivr 192.168.1.24',
      'im-server-1 im 192.168.1.25',
      'dataflow-server-1 dataflow 192.168.1.26',
    ]);
    expect(cluster.servers[0]).toMatchObject({ publicIp: '104.101.137.60', maxCallSessions: 5000 });
    expect(cluster.servers[4]).toMatchObject({ publicIp: '104.18.36.110', chatFiles: '/chat/files' });
    expect(cluster.restart.window).toEqual({
      days: ['sat', 'sun'],
      from: '02:00',
      to: '05:00',
      timezone: 'Asia/Shanghai',
    });
  });

  it('says where each server stands', () => {
    const lines = EXAMPLE.split('\n');
    for (const { name, at } of cluster(EXAMPLE).servers) {
      expect(lines[at.line - 1]!.slice(at.column - 1)).toBe(`name: ${name}`);
    }
  });

  it('has a sibling for high availability', async () => {
    const { cluster, warnings } = await loadClusterFile(join(examples, 'cluster-high-availability.yaml'));
    expect(warnings).toEqual([]);
    expect(cluster.pbx).toMatchObject({
      privateIp: '192.168.1.130',
      highAvailability: { controlNode: '192.168.1.131', scriptsPath: '/opt/portsip-pbx-ha-guide' },
      machine: { address: '192.168.1.131' },
    });
  });

  it('has a sibling with three session border controllers', async () => {
    const { cluster, warnings } = await loadClusterFile(join(examples, 'cluster-sbc.yaml'));
    expect(warnings).toEqual([]);
    expect(cluster.servers.map(({ name, image, publicIp }) => `${name} ${image} ${publicIp}`)).toEqual([
      'media-server-1 portsip/pbx:22 104.101.137.60',
      'sbc-1 portsip/sbc:11 72.247.113.11',
      'sbc-2 portsip/sbc:11 72.247.113.12',
      'sbc-3 portsip/sbc:11 72.247.113.13',
    ]);
    expect(cluster.sbc).toEqual({
      portal: { domain: 'sbc.example.com' },
      drain: { command: '/usr/local/sbin/sbc-dns', pauseSeconds: 0, graceSeconds: 600 },
    });
  });
});

describe('what is left out', () => {
  const server = (name: string, role: string, fields: object, line: number) => ({
    name,
    role,
    enabled: true,
    image: 'portsip/pbx:22',
    dataPath: '/var/lib/portsip',
    ssh: { user: 'pbx', port: 22 },
    at: { line, column: 5 },
    ...fields,
  });

  it('has the defaults', () => {
    const text = `${HEAD}
  - { name: m, role: media, private_ip: 192.168.1.21 }
  - { name: c, role: meeting, private_ip: 192.168.1.23 }
  - { name: i, role: im, public_ip: 104.18.36.110 }
  - { name: d, role: dataflow, private_ip: 192.168.1.26 }
`;
    const { cluster, problems } = parseCluster(text, 'cluster.yaml');
    expect(problems).toEqual([]);
    expect(cluster).toEqual({
      version: 1,
      name: 'acme',
      image: 'portsip/pbx:22',
      dataPath: '/var/lib/portsip',
      scriptsPath: '/opt/portsip',
      pbx: {
        privateIp: '192.168.1.20',
        api: 'https://192.168.1.20:8887',
        machine: { name: 'pbx', address: '192.168.1.20', ssh: { user: 'pbx', port: 22 } },
      },
      ssh: { user: 'pbx', port: 22 },
      firewallTrust: 'servers',
      builtInServers: 'disabled',
      unmanagedServers: 'report',
      servers: [
        server('m', 'media', { privateIp: '192.168.1.21', address: '192.168.1.21', maxCallSessions: 2000 }, 7),
        server(
          'c',
          'meeting',
          { privateIp: '192.168.1.23', address: '192.168.1.23', maxRooms: 100, maxParticipants: 1000 },
          8,
        ),
        server('i', 'im', { publicIp: '104.18.36.110', address: '104.18.36.110' }, 9),
        server('d', 'dataflow', { privateIp: '192.168.1.26', address: '192.168.1.26' }, 10),
      ],
      backup: {},
      restart: { maxUnavailable: 1, drainTimeoutSeconds: 1800, onDrainTimeout: 'fail', afterScaleOut: 'all' },
    });
  });

  it('has in editors the same defaults as here', () => {
    const { properties, definitions } = schema;
    const { server, ssh } = definitions;
    const limits = LISTED_ROLES.flatMap((role) => collectionOf(role).limits);
    expect({
      data_path: properties.data_path.default,
      scripts_path: properties.scripts_path.default,
      ha_scripts_path: properties.pbx.properties.high_availability.properties.scripts_path.default,
      ssh: { user: ssh.properties.user.default, port: ssh.properties.port.default },
      trust: properties.firewall.properties.trust.default,
      built_in_servers: properties.built_in_servers.default,
      unmanaged_servers: properties.unmanaged_servers.default,
      max_call_sessions: server.properties.max_call_sessions.default,
      max_rooms: server.properties.max_rooms.default,
      max_participants: server.properties.max_participants.default,
      max_unavailable: properties.restart.properties.max_unavailable.default,
      drain_timeout: properties.restart.properties.drain_timeout.default,
      on_drain_timeout: properties.restart.properties.on_drain_timeout.default,
      after_scale_out: properties.restart.properties.after_scale_out.default,
      wave: properties.deploy.properties.wave.default,
    }).toEqual({
      ...DEFAULTS,
      ...Object.fromEntries(limits.map((limit) => [limit.field, limit.default])),
    });
  });

  it('comes from the cluster where a server does not say otherwise', () => {
    const { servers } = cluster(`version: 1
name: acme
image: portsip/pbx:22.5
data_path: /srv//portsip/
ssh: { user: ops, port: 2222, jump_host: "bastion.example.com:2200" }
pbx: { private_ip: fd00::20 }
servers:
  - { name: a, role: queue, private_ip: "FD00:0::21" }
  - { name: b, role: queue, private_ip: fd00::22, image: "portsip/pbx:22.6", data_path: /data, ssh: { user: root, jump_host: "me@[fd00::9]" } }
`);
    const jumpHost = { host: 'bastion.example.com', port: 2200, user: 'ops' };
    expect(servers[0]).toMatchObject({
      privateIp: 'fd00::21',
      image: 'portsip/pbx:22.5',
      dataPath: '/srv/portsip',
      ssh: { user: 'ops', port: 2222, jumpHost },
    });
    expect(servers[1]).toMatchObject({
      image: 'portsip/pbx:22.6',
      dataPath: '/data',
      ssh: { user: 'root', port: 2222, jumpHost: { host: 'fd00::9', port: 22, user: 'me' } },
    });
  });

  it.each([
    ['https://pbx.example.com:8887/api/', 'https://pbx.example.com:8887'],
    ['https://pbx.example.com:8887/api', 'https://pbx.example.com:8887'],
    ['https://pbx.example.com/', 'https://pbx.example.com'],
    ['https://api', 'https://api'],
    ['https://[fd00::20]:8887', 'https://[fd00::20]:8887'],
  ])('the API %s is %s', (written, read) => {
    expect(cluster(HEAD.replace('20 }', `20, api: "${written}" }`) + '  []\n').pbx.api).toBe(read);
  });

  it('makes the API of an IPv6 PBX with brackets', () => {
    expect(cluster(HEAD.replace('192.168.1.20', 'fd00::20') + '  []\n').pbx.api).toBe('https://[fd00::20]:8887');
  });
});

describe('the schema', () => {
  const ajv = new Ajv({ strict: false, validateFormats: false });

  it('helps editors: every field has a title, a description and examples that are valid', () => {
    const fields = (part: unknown, path: string): [string, Record<string, unknown>][] =>
      typeof part !== 'object' || part === null
        ? []
        : Object.entries(part).flatMap(([key, inner]: [string, unknown]) => [
            ...(key === 'properties' && !path.includes('/allOf')
              ? Object.entries(inner as Record<string, Record<string, unknown>>).map(
                  ([name, field]): [string, Record<string, unknown>] => [`${path}/${name}`, field],
                )
              : []),
            ...fields(inner, `${path}/${key}`),
          ]);
    const all = fields(schema, '');
    expect(all.length).toBeGreaterThan(35);
    for (const [path, field] of all) {
      expect({ path, title: typeof field['title'], description: typeof field['description'] }).toEqual({
        path,
        title: 'string',
        description: 'string',
      });
      if (field['properties'] || field['$ref'] === '#/definitions/ssh') continue;
      const examples = field['examples'] as unknown[];
      expect({ path, examples: Array.isArray(examples) }).toEqual({ path, examples: true });
      const valid = ajv.compile({ ...field, definitions: schema.definitions });
      for (const example of examples)
        expect({ path, example, valid: valid(example) }).toEqual({ path, example, valid: true });
    }
  });

  it('leaves no mapping open', () => {
    const open: string[] = [];
    JSON.stringify(schema, function (this: unknown, key: string, value: unknown) {
      const part = value as Record<string, unknown> | null;
      if (part && typeof part === 'object' && part['type'] === 'object' && part['additionalProperties'] !== false)
        open.push(key);
      return value;
    });
    expect(open).toEqual([]);
  });

  // The control scripts take values apart at spaces and expand what a shell expands.
  it.each([' ', '"', "'", '$', '`', '*', '?', ';', '&', '|', '\\', '(', '<', '~', '#', '!', '\n', '%', '=', ','])(
    'lets no %j into a value that a script gets',
    (sign) => {
      for (const [field, value] of [
        ['name', 'media-server-1'],
        ['private_ip', '192.168.1.21'],
        ['public_ip', '104.101.137.60'],
        ['image', 'portsip/pbx:22'],
        ['data_path', '/var/lib/portsip'],
      ] as const) {
        for (const at of [0, 4, value.length]) {
          const entry = {
            name: 'm',
            role: 'media',
            private_ip: '192.168.1.21',
            [field]: value.slice(0, at) + sign + value.slice(at),
          };
          const { problems } = parseCluster(`${HEAD}  - ${JSON.stringify(entry)}\n`, 'c');
          expect(problems.map(({ severity, code }) => [severity, code])).toEqual([['error', 'bad-value']]);
        }
      }
    },
  );
});

describe('loadClusterFile', () => {
  const folder = mkdtempSync(join(tmpdir(), 'cluster-file-'));

  it('throws all problems at once, each with its place', async () => {
    const file = join(folder, 'broken.yaml');
    writeFileSync(
      file,
      readFileSync(join(examples, 'cluster.yaml'), 'utf8')
        .replace('role: media', 'role: medai')
        .replace('192.168.1.22', '192.168.1.23'),
    );
    await expect(loadClusterFile(file)).rejects.toMatchObject({
      name: 'ClusterFileError',
      message: [
        `${file}:49:11: error: role of media-server-1 cannot be "medai" — did you mean media? (one of media, queue, meeting, ivr, im, dataflow, sbc)`,
        `${file}:62:17: error: queue-server-1 has the address 192.168.1.23 already (line 57) — a Linux host runs one role: give each server a host of its own`,
      ].join('\n'),
    });
  });

  it.each([
    ['there is no such file', join(folder, 'nowhere.yaml')],
    ['this is a folder, not a file', folder],
    ['there is no such file', join(examples, 'cluster.yaml', 'x')],
    ['the file cannot be read', 'a\0b'],
  ])('%s', async (message, path) => {
    await expect(loadClusterFile(path)).rejects.toMatchObject({
      name: 'ClusterFileError',
      problems: [{ file: path, message }],
    });
  });

  it('refuses 10 MB before it reads them', async () => {
    const file = join(folder, 'large.yaml');
    writeFileSync(file, Buffer.alloc(10_000_000, 'a: '));
    await expect(loadClusterFile(file)).rejects.toThrow(
      `${file}:1:1: error: the file is 9.5 MiB, a cluster file is 1 MiB at most`,
    );
  });
});
