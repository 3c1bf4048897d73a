import { cloudRules, type CloudRule } from '../../../src/plan/cloud-firewall';
import { portsText } from '../../../src/cluster/ports';
import { cloudCommands, cloudRows } from '../../../src/render/cloud-firewall';
import { renderMarkdown } from '../../../src/render/markdown';
import { clusterOf, GUIDE, guide } from '../stages/fixture';
import { plan } from '../render/plans';

const BORDER = '  - { name: sbc-1, role: sbc, private_ip: 192.168.1.28, public_ip: 72.247.113.11 }\n';
const HIGHLY_AVAILABLE = GUIDE.replace(
  'pbx: { private_ip: 192.168.1.20 }',
  'pbx: { private_ip: 192.168.1.20, high_availability: { control_node: 192.168.1.131, nodes: [192.168.1.131, 192.168.1.132] } }',
);
const AWS = clusterOf(`${GUIDE}${BORDER}cloud: aws\n`);
const found = (rules: CloudRule[], on: string, why: string) =>
  rules.filter((rule) => rule.on === on && rule.why === why).map(({ ports, from }) => [portsText(ports), from]);

it('lets all TCP in to the PBX from IM and Data Flow, everything from the servers, and of border controllers their port', () => {
  const rules = cloudRules(AWS);
  expect(found(rules, 'pbx', 'analytics')).toEqual([
    ['all TCP', expect.arrayContaining(['192.168.1.25', '192.168.1.26']) as string[]],
  ]);
  const [servers] = found(rules, 'pbx', 'servers');
  expect(servers?.[0]).toBe('all TCP; all UDP');
  expect(servers?.[1]).toEqual(
    expect.arrayContaining(['192.168.1.21', '192.168.1.22', '192.168.1.23', '192.168.1.24']),
  );
  expect(servers?.[1]).not.toContain('192.168.1.25');
  expect(found(rules, 'pbx', 'border')).toEqual([['TCP 5063', ['192.168.1.28', '72.247.113.11']]]);
});

it('lets callers in where they come to, and the PBX alone to the others', () => {
  const rules = cloudRules(AWS);
  expect(found(rules, 'media', 'callers')).toEqual([['UDP 35000-65000', 'anywhere']]);
  expect(found(rules, 'im', 'callers')).toEqual([['TCP 8887', 'anywhere']]);
  for (const role of ['queue', 'meeting', 'ivr', 'dataflow']) expect(found(rules, role, 'callers')).toEqual([]);
  expect(found(rules, 'queue', 'pbx')).toEqual([['TCP 8916-8921; UDP 8916-8921', ['192.168.1.20']]]);
  expect(found(rules, 'dataflow', 'pbx')).toEqual([]);
});

it('knows the nodes of a highly available PBX, each other and from pbx01 by SSH', () => {
  const rules = cloudRules(clusterOf(HIGHLY_AVAILABLE));
  expect(found(rules, 'pbx', 'nodes')).toEqual([['all TCP; all UDP', ['192.168.1.131', '192.168.1.132']]]);
  expect(found(rules, 'media', 'control')).toEqual([['TCP 22', ['192.168.1.131']]]);
  expect(found(rules, 'queue', 'pbx')[0]?.[1]).toEqual(['192.168.1.131', '192.168.1.132', '192.168.1.20']);
  expect(found(rules, 'pbx', 'callers')[0]?.[0]).toContain('35000-65000');
});

it('says nothing of roles that the cluster does not have', () => {
  expect(cloudRules(guide()).filter(({ on }) => on === 'sbc')).toEqual([]);
});

it('makes commands of which none runs before it was filled in, one priority each', () => {
  const rules = cloudRules(AWS);
  const aws = cloudCommands(rules, 'aws');
  expect(aws).toContain(
    'aws ec2 authorize-security-group-ingress --group-id "${MEDIA_GROUP:?fill in MEDIA_GROUP}" --ip-permissions \'IpProtocol=udp,FromPort=35000,ToPort=65000,IpRanges=[{CidrIp=0.0.0.0/0}],Ipv6Ranges=[{CidrIpv6=::/0}]\'',
  );
  expect(aws.filter((line) => line.startsWith('aws ')).length).toBe(rules.length);
  const azure = cloudCommands(rules, 'azure').filter((line) => line.startsWith('az '));
  const priorities = azure.map((line) => /--priority (\d+)/.exec(line)?.[1]);
  expect(new Set(priorities).size).toBe(azure.length);
  expect(azure.filter((line) => line.includes('portsip-pbx-analytics-tcp'))).toEqual([
    expect.stringMatching(
      /--protocol Tcp --source-address-prefixes 192\.168\.1\.25 .*--destination-port-ranges 0-65535$/,
    ),
  ]);
});

it('is in a comment, folded, once the cluster file says that there is a cloud', () => {
  const options = { clusterFile: 'cluster.yaml' };
  const text = renderMarkdown(plan([]), { ...options, cloud: cloudRules(AWS) });
  expect(text).toContain(`<summary>What the cloud's firewall has to let in (${cloudRows(cloudRules(AWS)).length})`);
  expect(text).toContain('| media server: media-server-1 | UDP 35000-65000 | anywhere | callers |');
  expect(renderMarkdown(plan([]), options)).not.toContain('has to let in');
});
