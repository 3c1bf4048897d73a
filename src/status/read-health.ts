import { isObject } from '../unknown';
import type { Health, HealthReason } from './health';

export type ReadHealth = Health & {
  /** Of the PBX, where it was read */
  version?: string;
};

/** The health in a status document of that cluster, which came from another job; undefined: it is none. */
export function readHealth(document: unknown, cluster: string): ReadHealth | undefined {
  if (!isObject(document) || document['cluster'] !== cluster || !isObject(document['health'])) return undefined;
  const { healthy, reasons } = document['health'];
  if (typeof healthy !== 'boolean' && healthy !== 'unknown') return undefined;
  if (!Array.isArray(reasons) || !reasons.every(isReason)) return undefined;
  const { version } = isObject(document['pbx']) ? document['pbx'] : {};
  return { healthy, reasons, ...(typeof version === 'string' && { version }) };
}

/** The text that each kind of reason has */
const REASONS: Readonly<Record<HealthReason['why'], Readonly<Partial<Record<'server' | 'detail' | 'ended', true>>>>> = {
  pbx: { detail: true },
  main: { detail: true },
  record: { detail: true },
  server: { server: true },
  container: { server: true },
  'out-of-calls': { server: true },
  'failed-run': { ended: true },
  'interrupted-run': { ended: true },
  unfinished: { server: true },
};

function isReason(value: unknown): value is HealthReason {
  if (!isObject(value)) return false;
  const { is, why } = value;
  const [, needed] = Object.entries(REASONS).find(([name]) => name === why) ?? [];
  if (!needed || (is !== 'bad' && is !== 'unknown')) return false;
  // A server is told by its state where it is bad, and by what is not known where it is not.
  const also = why === 'server' ? [is === 'bad' ? 'state' : 'detail'] : [];
  return [...Object.keys(needed), ...also].every((name) => typeof value[name] === 'string');
}
