export interface RestartPolicy {
  /** Of a role, at a time. */
  maxUnavailable: number;
  drainTimeoutSeconds: number;
  /** How long a server may take to be up, and then to be ONLINE; without it as long as its role needs */
  startTimeoutSeconds?: number;
  onDrainTimeout: 'fail' | 'force';
  afterScaleOut: 'all' | 'load-balancer' | 'none';
  window?: MaintenanceWindow;
}

export interface MaintenanceWindow {
  days: ('mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun')[];
  /** `HH:MM`; a window whose `to` is not after `from` ends on the next day. */
  from: string;
  to: string;
  /** IANA name */
  timezone: string;
}
