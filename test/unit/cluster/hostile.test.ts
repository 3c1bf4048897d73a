import { parseDocument } from 'yaml';
import { parseCluster } from '../../../src/cluster/load';
import { EXAMPLE } from './helpers';

/**
 * A cluster file that somebody wrote to run code. PortSIP's control scripts tear their arguments apart unquoted, as root:
 * quoting on the way there is not enough, so that no value may hold anything that a shell splits or expands.
 */
const ATTACKS = [
  'a; reboot',
  'a$(reboot)',
  'a`reboot`',
  'a|reboot',
  'a&reboot',
  'a>x',
  'a\nreboot',
  "a'b",
  'a"b',
  'a\\b',
  'a*',
  'a?',
  'a[b]',
  'a{b,c}',
  '~root',
  ' -rf',
  'a\u0000b',
  'a\u202eb',
];

/** Everything of a cluster file that reaches a host, with a value that is good there */
const FIELDS: [path: string, good: string][] = [
  ['name', 'acme-2'],
  ['image', 'portsip/pbx:22.1'],
  ['data_path', '/srv/portsip'],
  ['scripts_path', '/srv/scripts'],
  ['pbx.private_ip', '192.168.1.99'],
  ['pbx.api', 'https://192.168.1.99:8887'],
  ['ssh.user', 'deploy'],
  ['ssh.jump_host', 'bastion.example.com'],
  ['firewall.trust', 'servers'],
  ['media.name', 'media-server-9'],
  ['queue.role', 'ivr'],
  ['media.private_ip', '192.168.1.99'],
  ['media.public_ip', '104.101.137.99'],
  ['media.image', 'portsip/pbx:22.1'],
  ['media.data_path', '/srv/portsip'],
  ['im.chat_files', '/srv/chat'],
  ['dataflow.clickhouse_image', 'portsip/clickhouse:25.9'],
];

function accepts(field: string, value: string): boolean {
  const document = parseDocument(EXAMPLE);
  const roles = (document.toJS() as { servers: { role: string }[] }).servers.map(({ role }) => role);
  const [first = '', ...rest] = field.split('.');
  const path = rest.length > 0 && roles.includes(first) ? ['servers', roles.indexOf(first), ...rest] : [first, ...rest];
  document.setIn(path, value);
  return parseCluster(document.toString(), 'cluster.yaml').cluster !== undefined;
}

test.each(FIELDS)('no shell code gets through %s', (field, good) => {
  expect(accepts(field, good)).toBe(true);
  const attacks = ATTACKS.flatMap((attack) => [attack, good + attack]);
  expect(attacks.filter((attack) => accepts(field, attack))).toEqual([]);
});
