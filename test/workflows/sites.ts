import { realClock } from '../../src/clock';
import { siteTopology, startBench, type Bench } from '../sandbox/cluster';

export const fileOf = (name: string): string => `clusters/${name}/cluster.yaml`;
export const environmentOf = (name: string): string => `SITE_${name.toUpperCase()}`;

/** Clusters of one repository, each at a site of its own and with secrets of its own */
export class Sites {
  readonly benches = new Map<string, Bench>();

  /** Starts a deployed cluster of a main server and a media server. `images`: published beside the first, by version. */
  async start(name: string, net: number, images: readonly string[] = []): Promise<void> {
    const made = await startBench({ onlineDelayMs: 200, clock: realClock, topology: siteTopology(net) });
    this.benches.set(name, made);
    for (const version of images) made.sandbox.publishImage(`portsip/pbx:${version}`, `${version}.0`);
    const { failed, ok } = await made.deploy((file) => (file.name = name));
    expect({ failed, ok }).toEqual({ failed: [], ok: true });
  }

  bench(name: string): Bench {
    const found = this.benches.get(name);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  }

  /** What the environments have: a run under act has one set of secrets, so that each has a mark of its environment. */
  kept(token: string): { secrets: Record<string, string>; variables: Record<string, string> } {
    const secrets: Record<string, string> = { GITHUB_TOKEN: token };
    const variables: Record<string, string> = {};
    for (const [name, { sandbox }] of this.benches)
      for (const [key, value] of Object.entries(sandbox.env)) {
        const isVariable = /KNOWN_HOSTS|FINGERPRINT/.test(key);
        (isVariable ? variables : secrets)[`${environmentOf(name)}_${key}`] = value;
      }
    return { secrets, variables };
  }

  async close(): Promise<void> {
    await Promise.all([...this.benches.values()].map((bench) => bench.close()));
  }
}
