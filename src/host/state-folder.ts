/** Where this project keeps what it must remember on hosts. Spelled out in scripts too. */
export const STATE_FOLDER = '/var/lib/portsip-cluster';
export const JOBS_FOLDER = `${STATE_FOLDER}/jobs`;
