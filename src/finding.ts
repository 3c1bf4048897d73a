/** Something that people should know. Blocking ones keep their server (or, without one, the deploy) from being touched. */
export interface Finding {
  /** Stable, kebab-case */
  code: string;
  severity: 'blocking' | 'warning' | 'note';
  server?: string;
  message: string;
}

export function isBlocking({ severity }: Pick<Finding, 'severity'>): boolean {
  return severity === 'blocking';
}
