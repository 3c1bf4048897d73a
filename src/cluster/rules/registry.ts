import type { Path } from '../fault';
import { DOCKER_HUB, registryOf } from '../registry';
import { ROLES } from '../roles';
import { entries } from './report';
import type { Rule } from './report';

/** Names of Docker Hub that its logins are not kept under */
const HUB_NAMES = ['index.docker.io', 'registry-1.docker.io', 'registry.hub.docker.com', 'hub.docker.com'];

/** Where images are pulled from with a login. */
export const registry: Rule = (file, report) => {
  const { server } = file.registry ?? {};
  if (server === undefined) return;
  const path: Path = ['registry', 'server'];
  // Source: PortSIP's guide for high availability, whose scripts have no options for a registry: how they pull is up to its package.
  if (file.pbx?.high_availability)
    return report.error(
      ['registry'],
      'not-with-high-availability',
      'the scripts of a high-availability PBX pull images on their own, and PortSIP does not say as which user: a login of ours might not be theirs',
      'delete the section, and sign the machines in by hand, as PortSIP advises for your package',
    );
  const port = /:(\d+)$/.exec(server)?.[1];
  if (port !== undefined && (Number(port) < 1 || Number(port) > 65535))
    return report.error(path, 'bad-port', `${port} is not a port`, 'a number from 1 to 65535');
  if (HUB_NAMES.includes(server))
    return report.error(path, 'registry-name', `Docker keeps no login of Docker Hub under ${server}`, DOCKER_HUB);
  const images = [
    file.image,
    file.pbx?.image,
    ...entries(file).flatMap(({ role, image, clickhouse_image: clickhouse }) => [
      image ?? (role === undefined ? undefined : ROLES[role].ownImage),
      clickhouse,
    ]),
  ].filter((image) => image !== undefined);
  if (images.length > 0 && images.every((image) => registryOf(image) !== server))
    report.warning(
      path,
      'registry-unused',
      `no image of this file comes from ${server}`,
      `name images with it, such as ${server}/portsip/pbx:22`,
    );
};
