import type { Host } from '../host/types';
import { changeTrustedSources, type SourceResult } from '../host/firewall';
import { StageError } from './context';

interface Request {
  source: string;
  action: 'add' | 'remove';
  resolve: () => void;
  reject: (error: unknown) => void;
}

/** Collects changes of trusted sources that come at the same time, so that firewalld reloads once for all of them. */
export class FirewallBatch {
  private requests: Request[] = [];
  private flushing: Promise<void> | undefined;

  constructor(private readonly main: Host) {}

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
        const results = await changeTrustedSources(this.main, batch);
        batch.forEach((request, index) => settle(request, results[index]));
      } catch (error) {
        for (const request of batch) request.reject(error);
      }
    }
    this.flushing = undefined;
  }
}

function settle(request: Request, result: SourceResult | undefined): void {
  if (result?.outcome === 'ok' || result?.outcome === 'already') return request.resolve();
  const conflict = result?.zone && `${request.source} is a source of the firewalld zone "${result.zone}"`;
  request.reject(
    new StageError(conflict ?? result?.message ?? `firewalld did not say what became of ${request.source}`),
  );
}
