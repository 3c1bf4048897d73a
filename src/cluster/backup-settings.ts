import { parseAge } from '../text/duration';
import { plainPath } from './paths';

/*
 * What the cluster file says of backups: how old one may be when what it is of is upgraded, and how one is made.
 */

export interface BackupPolicy {
  /** Seconds; an upgrade waits where the last backup is older. undefined: it warns, by `USUAL_AGE` */
  maxAgeSeconds?: number;
  /** Where copies are put on each machine; undefined: `BACKUP_FOLDER` */
  folder?: string;
  /** A program that is called instead of copying, and its first arguments */
  command?: readonly string[];
}

/** The section as it is written. */
export interface BackupSection {
  max_age?: string;
  folder?: string;
  command?: (string | undefined)[];
}

/** The same once the schema has found nothing wrong with it. */
export type WholeBackupSection = Omit<BackupSection, 'command'> & { command?: string[] };

export const BACKUP_FOLDER = '/var/backups/portsip';
/** Seconds */
export const USUAL_AGE = 86_400;

export function buildBackup({ max_age, folder, command }: WholeBackupSection = {}): BackupPolicy {
  return {
    ...(max_age !== undefined && { maxAgeSeconds: parseAge(max_age) }),
    ...(folder !== undefined && { folder: plainPath(folder) }),
    ...(command && { command: [...command] }),
  };
}

export function backupFolder({ folder = BACKUP_FOLDER }: BackupPolicy): string {
  return folder;
}
