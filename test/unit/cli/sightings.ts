import type { HostKeySighting, HostKeyState } from '../../../src/host/host-keys';
import { unknown } from '../../../src/host/reading';

const key = (fill: number): Buffer => {
  const type = Buffer.from('ssh-ed25519');
  const length = (of: number) => Buffer.from([0, 0, 0, of]);
  return Buffer.concat([length(type.length), type, length(32), Buffer.alloc(32, fill)]);
};
export const [HERE, OTHER] = [key(1), key(2)];

const sighting = (name: string, last: number, state: HostKeyState, port = 22): HostKeySighting => ({
  machine: { name, address: `192.168.1.${last}`, ssh: { user: 'pbx', port } },
  state,
});

/** One of each kind */
export const sightings: readonly HostKeySighting[] = [
  sighting('pbx', 20, { is: 'known' }),
  sighting('media-server-1', 21, { is: 'new', here: HERE, there: HERE }),
  sighting('queue-server-1', 22, { is: 'new', here: HERE, there: OTHER }),
  sighting('meeting-server-1', 23, { is: 'changed', here: HERE, there: HERE }),
  sighting('vr-server-1', 24, { is: 'new', here: HERE, there: unknown('no answer') }, 2222),
  sighting('im-server-1', 25, { is: 'unseen', why: 'it is off\u001b[31m' }),
  sighting('dataflow-server-1', 26, { is: 'unseen', why: 'it is off\u001b[31m' }),
];
