import { healthOf, type Health } from './health';
import type { StatusReport } from './report';

/** What `status` tells programs: the cluster at a glance, and whether it is healthy */
export type StatusDocument = StatusReport & { health: Health };

export function statusDocument(report: StatusReport): StatusDocument {
  return { ...report, health: healthOf(report) };
}
