/** Something that people should know. Blocking ones keep their change from being done, or their server (or, without one, the deploy) from being touched. */
export interface Finding {
  /** Stable, kebab-case */
  code: string;
  severity: 'blocking' | 'warning' | 'note';
  server?: string;
  /** Id of the only change that it is about: blocking, it keeps that from being done, and what needs it */
  change?: string;
  message: string;
}

export function isBlocking({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'blocking';
}

/** Whether nothing at all is done until it is resolved. */
export function blocksAll({ severity, server, change }: Pick<Finding, 'severity' | 'server' | 'change'>): boolean {
  return severity === 'blocking' && server === undefined && change === undefined;
}
