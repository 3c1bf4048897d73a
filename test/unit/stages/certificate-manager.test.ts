import type { Container } from '../../../src/host/types';
import { isReachable } from '../../../src/host/reachable';
import { CERTIFICATE_MANAGER } from '../../../src/stages/certificate-manager';
import type { Live } from '../../../src/stages/live';
import { clusterOf, GUIDE, guide, MEDIA_2, planned } from './fixture';

/** One beside the PBX */
function beside(live: Live): Live {
  const copy = structuredClone({ ...live, live: true });
  if (!isReachable(copy.main) || !Array.isArray(copy.main.containers)) throw new Error('no containers');
  const [like] = copy.main.containers;
  const manager = {
    ...like,
    name: CERTIFICATE_MANAGER,
    image: 'portsip/certmanager:22',
    version: '22.4.1',
  } as Container;
  copy.main.containers.push(manager);
  return copy;
}

const newer = GUIDE.replace('image: portsip/pbx:22', 'image: portsip/pbx:22.7').replace(
  'private_ip: 192.168.1.20',
  'private_ip: 192.168.1.20, image: portsip/pbx:22.7',
);
const told = ({ warnings }: ReturnType<typeof planned>) =>
  warnings.flatMap(({ code, message }) => (code === 'certificate-manager' ? [message] : []));

it('is last in an upgrade, by hand', () => {
  expect(told(planned(guide(), clusterOf(newer), beside))).toEqual([
    'The Certificate Manager on pbx (22.4.1) is upgraded last, after the PBX and all servers, and by hand: on pbx: cd /opt/portsip && sudo /bin/sh certmanager_ctl.sh upgrade',
  ]);
});

it('is not spoken of where nothing is upgraded, or there is none', () => {
  expect(told(planned(guide(), clusterOf(GUIDE + MEDIA_2), beside))).toEqual([]);
  expect(told(planned(guide(), clusterOf(newer), (live) => ({ ...live, live: true })))).toEqual([]);
});
