/** Where this project keeps what it must remember on hosts. Spelled out in scripts too. */
export const STATE_FOLDER = '/var/lib/portsip-cluster';
export const JOBS_FOLDER = `${STATE_FOLDER}/jobs`;
/** What a host remembers of backups of what runs there: NAME.last, and NAME.stopped while it is stopped for one */
export const BACKUP_NOTES = `${STATE_FOLDER}/backups`;
