import { stageAction } from './harness';

/** Trusted sources on the main server, and the PBX's IP whitelist. */
export const main = (): Promise<number> =>
  stageAction({ name: 'firewall', title: 'Firewall and whitelist', stages: ['firewall'] });
