import type { Lab } from './lab';

/*
 * What tests look at: the answers of the real firewall-cmd and docker, read here and not by the product.
 */

/** Sources of the main server's trusted zone, or a node's: now, and after its next start. */
export async function trusted(lab: Lab, host = 'pbx'): Promise<{ runtime: string[]; permanent: string[] }> {
  const list = async (options: string) => {
    const { stdout } = await lab.on(host, `firewall-cmd ${options} --zone=trusted --list-sources`);
    return stdout.split(/\s+/).filter(Boolean).sort();
  };
  return { runtime: await list(''), permanent: await list('--permanent') };
}

/** `service: ports` of what a host's firewall lets in, as it is now. */
export async function open(lab: Lab, host: string): Promise<Record<string, string>> {
  const { stdout } = await lab.on(
    host,
    'for s in $(firewall-cmd --list-services); do case $s in *server-only* | *portsip-*) echo "$s: $(firewall-cmd --permanent --service=$s --get-ports)" ;; esac; done',
  );
  return Object.fromEntries(
    stdout
      .split('\n')
      .filter((line) => line.includes('server-only:') || line.includes('portsip-'))
      .map((line) => {
        const [service = '', ports = ''] = line.split(': ');
        return [service, ports.split(' ').sort().join(' ')];
      }),
  );
}

export interface SeenContainer {
  name: string;
  image: string;
  state: string;
  args: string[];
  startedAt: string;
  version: string;
}

export async function containers(lab: Lab, host: string): Promise<Record<string, SeenContainer>> {
  const { stdout } = await lab.on(
    host,
    `ids=$(docker ps -aq); [ -z "$ids" ] || docker inspect --format '{"name":{{json .Name}},"image":{{json .Config.Image}},"state":{{json .State.Status}},"args":{{json .Args}},"startedAt":{{json .State.StartedAt}},"version":{{json (index .Config.Labels "version")}}}' $ids`,
  );
  return Object.fromEntries(
    stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as SeenContainer)
      .map((seen) => [seen.name.slice(1), seen]),
  );
}

/** Names of the servers that the PBX has heard of in the last three seconds. */
export async function heard(lab: Lab): Promise<string[]> {
  const view = await lab.pbx();
  return Object.entries(view.heard)
    .filter(([, ago]) => ago < 3000)
    .map(([who]) => who.split(' ')[1] ?? '')
    .filter((name) => name !== 'default' && name !== '')
    .sort();
}
