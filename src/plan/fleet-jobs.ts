import type { FleetJob, Left } from '../cluster/fleet';
import { isObject } from '../unknown';

/*
 * What the action `discover` found, as it comes back from another job: as text.
 */

/** Of its matrix; undefined: it is none that `discover` made. */
export function readFleetJobs(text: string): FleetJob[] | undefined {
  return jobsIn(parsed(text));
}

function jobsIn(value: unknown): FleetJob[] | undefined {
  return readList(isObject(value) ? value['include'] : undefined, ({ file, name, runner, environment, wave }) => {
    if (!isText(file) || !isName(name) || !isText(environment) || typeof wave !== 'number') return undefined;
    if (!Array.isArray(runner) || !runner.every(isText)) return undefined;
    return { file, name, runner, environment, wave };
  });
}

/** Of its output `matrices`: the clusters of each wave, in order */
export function readWaves(text: string): FleetJob[][] | undefined {
  const value = parsed(text);
  if (!Array.isArray(value)) return undefined;
  const waves = value.map((one: unknown) => jobsIn(one));
  return waves.every((wave) => wave !== undefined && wave.length > 0) ? (waves as FleetJob[][]) : undefined;
}

/** Of its output `left` */
export function readLeft(text: string): Left[] | undefined {
  return readList(parsed(text), ({ file, name, movedTo }) =>
    isText(file) ? { file, ...(isText(name) && { name }), ...(isText(movedTo) && { movedTo }) } : undefined,
  );
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readList<T>(value: unknown, read: (one: Record<string, unknown>) => T | undefined): T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = value.map((one: unknown) => (isObject(one) ? read(one) : undefined));
  return all.every((one) => one !== undefined) ? all : undefined;
}

const isText = (value: unknown): value is string => typeof value === 'string';
/** It becomes part of a path. */
const isName = (value: unknown): value is string => isText(value) && /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(value);
