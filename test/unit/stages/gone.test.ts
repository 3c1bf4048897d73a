import { parseCluster } from '../../../src/cluster/load';
import type { Cluster } from '../../../src/cluster/types';
import { deployed } from '../../../src/stages/deployed';
import { goneProblems } from '../../../src/stages/gone';

const file = (servers: string) => `version: 1
name: acme
image: portsip/pbx:22
pbx: { private_ip: 192.168.1.20 }
servers:
${servers}`;
const media = (number: number, address = 20 + number) =>
  `  - { name: media-server-${number}, role: media, private_ip: 192.168.1.${address} }\n`;

function cluster(servers: string): Cluster {
  const { cluster: made, problems } = parseCluster(file(servers), 'cluster.yaml');
  if (!made) throw new Error(JSON.stringify(problems));
  return made;
}

test('a host is gone only when its server is known and does not answer', () => {
  const [before, after] = [cluster(media(1) + media(2) + media(3)), cluster(media(1) + media(3, 33))];
  const live = deployed(before, after);
  const dead = (name: string) => new Map([...live.hosts, [name, { unreachable: 'no route to host' }]]);

  // One in the record that left the file, one in the file
  expect(goneProblems(after, { ...live, hosts: dead('media-server-2') }, ['media-server-2'])).toEqual([]);
  expect(goneProblems(after, { ...live, hosts: dead('media-server-1') }, ['media-server-1'])).toEqual([]);
  // One that moved: its new host answers, and its old one is gone
  expect(goneProblems(after, { ...live, hosts: dead('media-server-3 (192.168.1.23)') }, ['media-server-3'])).toEqual(
    [],
  );

  expect(goneProblems(after, live, ['media-server-2'])).toEqual([
    'The host of media-server-2 answers: it is not gone. Leave its name out',
  ]);
  expect(goneProblems(after, live, ['media-sever-2'])).toEqual([
    '"media-sever-2" is neither in the cluster file nor in the record of what this project put there: did you mean media-server-2? (one of media-server-1, media-server-3, media-server-2)',
  ]);
});
