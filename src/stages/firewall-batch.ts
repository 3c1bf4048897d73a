import type { Host } from '../host/types';
import { changeTrustedSources, type SourceResult } from '../host/trusted-sources';
import { StageError } from './stage-error';

interface Request {
  source: string;
  action: 'add' | 'remove';
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Collects changes of trusted sources that come at the same time, so that firewalld is asked once for all of them. */
export class FirewallBatch {
  private requests: Request[] = [];
  private flushing: Promise<void> | undefined;

  private readonly hosts: readonly Host[];

  /** `others`: nodes whose firewalls are kept as the main server's is */
  constructor(main: Host, ...others: Host[]) {
    this.hosts = [main, ...others];
  }

  change(action: Request['action'], source: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.requests.push({ source, action, resolve, reject });
      this.flushing ??= this.flush();
    });
  }

  private async flush(): Promise<void> {
    // Every change of a plan that can start now has asked by the end of this tick.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.requests.length > 0) {
      const batch = this.requests.splice(0);
      try {
        const results = await Promise.all(this.hosts.map((host) => changeTrustedSources(host, batch)));
        batch.forEach((request, index) => {
          const said = this.hosts.map((host, at) => ({ on: host.machine.name, result: results[at]?.[index] }));
          settle(request, said);
        });
      } catch (error) {
        for (const request of batch) request.reject(error);
      }
    }
    this.flushing = undefined;
  }
}

function settle(request: Request, results: { on: string; result: SourceResult | undefined }[]): void {
  const [bad] = results.filter(({ result }) => result?.outcome !== 'ok' && result?.outcome !== 'already');
  if (!bad) return request.resolve();
  const { on, result } = bad;
  const node = results.length > 1 ? `${on}: ` : '';
  const conflict = result?.zone && `${request.source} is a source of the firewalld zone "${result.zone}"`;
  const why = conflict ?? result?.message ?? `firewalld did not say what became of ${request.source}`;
  request.reject(new StageError(`${node}${why}`));
}
