import type { CloudRule, CloudSource, Group } from '../plan/cloud-firewall';
import { portsText, type Ports } from '../cluster/ports';
import { ROLES } from '../cluster/roles';
import { list } from '../text/list';

/* The rules of a cloud's firewall: for people as rows of a table, and as commands to copy to a shell. */

/** Heads of the rows' cells */
export const CLOUD_TABLE_HEAD = ['On', 'Open', 'From', 'For'] as const;

export interface CloudRow {
  on: string;
  /** Names of the machines, or none for the PBX's */
  machines: string;
  open: string;
  from: string;
  why: string;
}

export function cloudRows(rules: readonly CloudRule[]): CloudRow[] {
  return rules.map(({ on, machines, ports, from, why }) => ({
    on: on === 'pbx' ? 'PBX' : ROLES[on].label,
    machines: list(machines, 4),
    open: portsText(ports),
    from: from === 'anywhere' ? 'anywhere' : from === 'operators' ? 'deploys and administrators' : list(from, 7),
    why: WHY[why],
  }));
}

const WHY: Readonly<Record<CloudRule['why'], string>> = {
  callers: 'callers',
  servers: 'servers that take its calls',
  analytics: 'IM and Data Flow',
  border: 'session border controllers',
  nodes: "the PBX's nodes among each other",
  pbx: 'the PBX',
  ssh: 'SSH',
  control: 'SSH of the control node',
};

export type CloudCommands = 'aws' | 'azure';

/** Lines for a shell. Only what is the same for everybody is written in: groups, and where operators come from, are asked for. */
export function cloudCommands(rules: readonly CloudRule[], cloud: CloudCommands): string[] {
  const groups = [...new Set(rules.map(({ on }) => on))];
  const operators = rules.some(({ from }) => from === 'operators')
    ? ['OPERATORS=  # where deploys and administrators come from: 203.0.113.0/24']
    : [];
  const commands = cloud === 'aws' ? rules.map(awsCommand) : azureCommands(rules);
  const first =
    cloud === 'aws'
      ? groups.map((on) => `${variable(on)}=  # security group of ${whose(on)}: sg-…`)
      : ['RESOURCE_GROUP=', ...groups.map((on) => `${variable(on)}=  # network security group of ${whose(on)}`)];
  return [
    '# Fill in first. Machines that share a group: give it to each. A rule that is there already is refused as a duplicate.',
    ...first,
    ...operators,
    '',
    ...commands,
  ];
}

function whose(on: Group): string {
  return on === 'pbx' ? 'the PBX' : `${ROLES[on].label}s`;
}

function variable(on: Group): string {
  return `${on.toUpperCase()}_GROUP`;
}

/** What stops the shell where nothing was filled in */
function filledIn(name: string): string {
  return `"\${${name}:?fill in ${name}}"`;
}

/** Source: AWS CLI, ec2 authorize-security-group-ingress, --ip-permissions */
function awsCommand({ on, ports, from }: CloudRule): string {
  const permissions = ports.map((one) => {
    const range = `IpProtocol=${one.protocol},FromPort=${one.from},ToPort=${one.to}`;
    return from === 'operators'
      ? `${range},IpRanges=[{CidrIp=${filledIn('OPERATORS')}}]`
      : `'${range},${awsRanges(from)}'`;
  });
  return `aws ec2 authorize-security-group-ingress --group-id ${filledIn(variable(on))} --ip-permissions ${permissions.join(' ')}`;
}

function awsRanges(from: Exclude<CloudSource, 'operators'>): string {
  if (from === 'anywhere') return 'IpRanges=[{CidrIp=0.0.0.0/0}],Ipv6Ranges=[{CidrIpv6=::/0}]';
  const four = from.filter((address) => !address.includes(':')).map((address) => `{CidrIp=${address}/32}`);
  const six = from.filter((address) => address.includes(':')).map((address) => `{CidrIpv6=${address}/128}`);
  return [
    ...(four.length > 0 ? [`IpRanges=[${four.join(',')}]`] : []),
    ...(six.length > 0 ? [`Ipv6Ranges=[${six.join(',')}]`] : []),
  ].join(',');
}

/** Source: Azure CLI, az network nsg rule create. A rule has one protocol, and a priority from 100 to 4096 that no other has. */
function azureCommands(rules: readonly CloudRule[]): string[] {
  let priority = 990;
  return rules.flatMap((rule) =>
    (['tcp', 'udp'] as const).flatMap((protocol) => {
      const ports = rule.ports.filter((one) => one.protocol === protocol);
      if (ports.length === 0) return [];
      priority += 10;
      const name = `portsip-${rule.on}-${rule.why}-${protocol}`;
      return [
        `az network nsg rule create --resource-group ${filledIn('RESOURCE_GROUP')} --nsg-name ${filledIn(variable(rule.on))}` +
          ` --name ${name} --priority ${priority} --direction Inbound --access Allow --protocol ${protocol === 'tcp' ? 'Tcp' : 'Udp'}` +
          ` --source-address-prefixes ${azureSources(rule.from)} --destination-port-ranges ${ports.map(azurePorts).join(' ')}`,
      ];
    }),
  );
}

function azureSources(from: CloudSource): string {
  if (from === 'anywhere') return "'*'";
  return from === 'operators' ? filledIn('OPERATORS') : from.join(' ');
}

function azurePorts({ from, to }: Ports): string {
  return from === to ? `${from}` : `${from}-${to}`;
}
