import { statusDocument } from '../../../src/status/document';
import type { ClusterSight } from '../../../src/status/fleet';
import type { StatusReport } from '../../../src/status/report';
import { quiet } from '../cli/status-reports';

/* Clusters beside each other, made up. */

const place = (name: string) => ({ file: `clusters/${name}/cluster.yaml`, name, wave: 1 });

export const seen = (name: string, report: Partial<StatusReport> = {}): ClusterSight => ({
  ...place(name),
  known: true,
  status: statusDocument({ ...quiet, cluster: name, ...report }),
});
export const unseen = (name: string): ClusterSight => ({ ...place(name), known: false, why: 'missing' });

export const sick: Partial<StatusReport> = { outOfCalls: ['queue-server-1'] };
export const drifted: Partial<StatusReport> = {
  drift: 1,
  differences: [
    { id: 'role/media-server-1', kind: 'change', server: 'media-server-1', what: 'stopped', impact: 'none' },
  ],
};
