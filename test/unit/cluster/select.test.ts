import { selectServers } from '../../../src/cluster/select';
import { InputError } from '../../../src/cluster/types';
import { cluster, HEAD } from './helpers';

describe('selectServers', () => {
  const wanted = cluster(
    `${HEAD}  - { name: m1, role: media, private_ip: 10.0.0.1 }\n  - { name: queue-server-1, role: queue, private_ip: 10.0.0.2 }\n  - { name: m2, role: media, private_ip: 10.0.0.3 }\n`,
  );
  const select = (...selectors: string[]) => selectServers(wanted, selectors).map(({ name }) => name);

  it('takes names and roles, each server once, in the order of the file', () => {
    expect(select()).toEqual(['m1', 'queue-server-1', 'm2']);
    expect(select('m2', 'media')).toEqual(['m1', 'm2']);
    expect(select('queue', ' m1 ')).toEqual(['m1', 'queue-server-1']);
  });
  it('takes a role without servers for none, not for all', () => expect(select('im')).toEqual([]));
  it('says what was meant', () => {
    expect(() => select('queue-server1')).toThrow(
      new InputError('No server and no role is called "queue-server1". Did you mean queue-server-1?'),
    );
    expect(() => select('conferencing', 'meda')).toThrow(
      'No server and no role is called "conferencing". Servers: m1, queue-server-1, m2. Roles: media, queue, meeting, ivr, im, dataflow, sbc.\nNo server and no role is called "meda". Did you mean media?',
    );
  });
});
