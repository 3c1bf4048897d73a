import { parseFirewall } from '../../../src/host/firewall-listing';
import { unknown } from '../../../src/host/reading';

interface Has {
  sources?: string;
  interfaces?: string;
  target?: string;
  priority?: number;
}

/** As firewalld prints it; `priority` as 2.0 and later do. */
const listing = (zones: Record<string, Has>) =>
  Object.entries(zones)
    .map(
      ([name, { sources = '', interfaces = '', target = 'default', priority }]) =>
        `${name} (active)\n  target: ${target}\n${priority === undefined ? '' : `  ingress-priority: ${priority}\n  egress-priority: 0\n`}  icmp-block-inversion: no\n  interfaces: ${interfaces}\n  sources: ${sources}\n  services: ssh\n`,
    )
    .join('\n');
const trusted = (priority?: number): Has => ({
  target: 'ACCEPT',
  sources: '192.168.1.21',
  ...(priority !== undefined && { priority }),
});
const rivals = (zones: Record<string, Has>, sets = new Map()) =>
  parseFirewall('running', listing(zones), '', { runtime: sets, permanent: new Map() }).rivals.runtime;

describe('zones that firewalld asks before the trusted one', () => {
  it('are those whose names come before, until 2.0', () => {
    const network = { sources: '192.168.1.0/24' };
    const found = rivals({ work: network, public: network, trusted: trusted(), internal: network });
    expect(found.map(({ name, prioritised }) => [name, prioritised])).toEqual([
      ['internal', false],
      ['public', false],
    ]);
  });

  it('are those of a lower priority from 2.0 on; names decide where they are equal', () => {
    const at = (priority: number) => ({ sources: '192.168.1.0/24', priority });
    const names = (zones: Record<string, Has>) => rivals(zones).map(({ name }) => name);
    expect(names({ internal: at(0), trusted: trusted(0), work: at(0) })).toEqual(['internal']);
    expect(names({ internal: at(0), trusted: trusted(-10), work: at(0) })).toEqual([]);
    expect(names({ internal: at(5), trusted: trusted(0), work: at(-5), zulu: at(-7) })).toEqual(['zulu', 'work']);
  });

  it('have interfaces that count only by priority: all sources are asked before them', () => {
    const eth0 = (priority?: number) => ({ interfaces: 'eth0', ...(priority !== undefined && { priority }) });
    expect(rivals({ internal: eth0(), trusted: trusted() })).toEqual([]);
    expect(rivals({ internal: eth0(0), trusted: trusted(0) })).toEqual([]);
    expect(rivals({ work: eth0(-1), trusted: trusted(0) })).toMatchObject([{ name: 'work', interfaces: ['eth0'] }]);
  });

  it('take what is in their sets, as far as those can be read', () => {
    const zones = { dmz: { sources: 'ipset:lan ipset:more 10.0.0.0/8' }, trusted: trusted() };
    const sets = new Map<string, unknown>([
      ['lan', ['192.168.1.0/24', '192.168.2.1']],
      ['more', unknown('firewall-cmd failed')],
    ]);
    expect(rivals(zones, sets)).toMatchObject([
      {
        takes: [
          { network: '192.168.1.0/24', source: 'ipset:lan' },
          { network: '192.168.2.1', source: 'ipset:lan' },
          { network: '10.0.0.0/8', source: '10.0.0.0/8' },
        ],
        unread: ['ipset:more'],
      },
    ]);
    expect(rivals(zones)).toMatchObject([{ unread: ['ipset:lan', 'ipset:more'] }]);
  });
});
