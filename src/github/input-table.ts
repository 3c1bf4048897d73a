/**
 * Everything that the actions take and give. The action.yml files, docs/actions.md, the reading of inputs and its types are made
 * from it, as are the environment variables of the command line. It imports nothing, since scripts/ reads it, too.
 */

interface Common {
  about: string;
  /** What action.yml declares; without one it is not given, and the code decides */
  default?: string;
  /** What is missed when it is not there; for those that some action requires */
  missing?: string;
  /** Masked before the first line is printed */
  secret?: true;
  /** Where it is read from when it is not given, by actions as by the command line */
  variable?: `PORTSIP_${string}`;
}

export type InputRow = Common &
  (
    | { kind: 'text' }
    /** Text of a file: ends with a line end, whatever the form field of a secret made of it */
    | { kind: 'file' }
    | { kind: 'boolean' }
    | { kind: 'number'; least: number; most: number }
    /** Separated by commas or white space */
    | { kind: 'list' }
    /** Separated by commas or lines, since they may have spaces in them */
    | { kind: 'phrases' }
    | { kind: 'enum'; values: readonly string[] }
  );

export const INPUTS = {
  'cluster-file': {
    kind: 'text',
    about: 'The cluster file, relative to the workspace.',
    default: 'cluster.yaml',
  },
  servers: {
    kind: 'list',
    about: 'Names or roles of the servers to look at, separated by commas, spaces or lines. Default all.',
  },
  concurrency: {
    kind: 'number',
    about:
      'Hosts worked on at once, up to 1000. 0 is 100 for each processor of the machine that this runs on, 400 at most.',
    default: '0',
    least: 0,
    most: 1000,
  },
  'dry-run': {
    kind: 'boolean',
    about: 'Show what would be done and do nothing.',
    default: 'false',
  },

  heal: {
    kind: 'boolean',
    about:
      'Disable queue, meeting and IVR servers in the portal that are dead and still get calls, and enable them again once they are back. Never more than half of a role, never after one look, never while the PBX itself is unwell.',
    default: 'false',
  },

  'ssh-private-key': {
    kind: 'file',
    about: 'Text of the private key that the hosts accept (OpenSSH or PEM).',
    missing: 'the text of the key that the hosts accept',
    secret: true,
    variable: 'PORTSIP_SSH_PRIVATE_KEY',
  },
  'ssh-passphrase': {
    kind: 'text',
    about: 'Passphrase of the private key, where it has one.',
    secret: true,
    variable: 'PORTSIP_SSH_PASSPHRASE',
  },
  'ssh-known-hosts': {
    kind: 'file',
    about:
      "The hosts' keys as text in the form of known_hosts. Host keys are always checked; there is no switch against it.",
    missing: "the hosts' keys, as `ssh-keyscan` prints them, compared with the hosts' own",
    variable: 'PORTSIP_SSH_KNOWN_HOSTS',
  },
  'sudo-password': {
    kind: 'text',
    about: 'Password for sudo, where the SSH user needs one.',
    secret: true,
    variable: 'PORTSIP_SUDO_PASSWORD',
  },
  'registry-token': {
    kind: 'text',
    about: 'Token or password of the user that the cluster file names under `registry`, where it does.',
    secret: true,
    variable: 'PORTSIP_REGISTRY_TOKEN',
  },
  'pbx-username': {
    kind: 'text',
    about: 'An administrator of the PBX without two-factor sign-in.',
    missing: 'the name of an administrator of the PBX',
    variable: 'PORTSIP_PBX_USERNAME',
  },
  'pbx-password': {
    kind: 'text',
    about: 'Password of that administrator.',
    missing: 'the password of that administrator',
    secret: true,
    variable: 'PORTSIP_PBX_PASSWORD',
  },
  'pbx-ca': {
    kind: 'file',
    about:
      'Certificate of the PBX, or of the authority that signed it, as PEM text. For a self-signed certificate either this or pbx-fingerprint.',
    variable: 'PORTSIP_PBX_CA',
  },
  'pbx-fingerprint': {
    kind: 'text',
    about:
      "SHA-256 fingerprint of the PBX's certificate, with or without colons, or of its public key (`sha256//` and base64, as curl has it), which a renewal can keep. Several between commas: while it is renewed.",
    variable: 'PORTSIP_PBX_FINGERPRINT',
  },
  'pbx-trusted-address': {
    kind: 'text',
    about:
      'Host of pbx.api that the password may go to, needed where an authority vouches for the certificate and neither that itself nor its fingerprint is given. Several are separated by blanks. Keep it in a variable: whoever can change the cluster file must not choose it.',
    variable: 'PORTSIP_PBX_TRUSTED_ADDRESS',
  },

  force: {
    kind: 'boolean',
    about:
      'Remove and restart even if the maintenance window is closed, calls do not end, or it is the last serving server of its role. The same for all steps of a job.',
    default: 'false',
  },
  'host-is-gone': {
    kind: 'list',
    about:
      'Names of removed servers whose host will never answer again. They are taken out of the portal and the firewall without SSH. The same for all steps of a job.',
  },
  'allow-undersized': {
    kind: 'boolean',
    about:
      "Install on hosts that are smaller than the guide's minimum, with a warning. The same for all steps of a job.",
    default: 'false',
  },
  'install-ssh-key': {
    kind: 'boolean',
    about:
      "High availability only. Where the control node (pbx01) cannot sign in to a server yet, put its public SSH key there, and the server's host keys on the control node. The same for all steps of a job.",
    default: 'false',
  },
  'reviewed-plan': {
    kind: 'text',
    about: 'File that review wrote. What is not in it is not done. Default everything may be done.',
  },

  live: {
    kind: 'enum',
    about:
      'Compare with the live cluster (true), or with another version of the cluster file, without secrets and network (false). auto is true when credentials are given.',
    default: 'auto',
    values: ['auto', 'true', 'false'],
  },
  'base-cluster-file': {
    kind: 'text',
    about: 'For an offline plan, the cluster file to compare with.',
  },
  'base-ref': {
    kind: 'text',
    about:
      'For an offline plan, the commit, branch or tag of this checkout whose cluster file to compare with, such as HEAD^1. Without both everything is new.',
  },
  comment: {
    kind: 'boolean',
    about:
      'Write the plan to the pull request, into one comment that is updated in place. Default true for the event pull_request.',
  },
  'github-token': {
    kind: 'text',
    about: "Token for GitHub's API.",
    default: '${{ github.token }}',
    secret: true,
  },
  'review-key': {
    kind: 'text',
    about: 'A secret that the comment with the plan is sealed with.',
    secret: true,
    variable: 'PORTSIP_REVIEW_KEY',
  },
  'plan-file': {
    kind: 'text',
    about: 'Where plan.json is written.',
    default: 'plan.json',
  },
  'markdown-file': {
    kind: 'text',
    about: 'Where the plan is written as Markdown.',
    default: 'plan.md',
  },

  'status-file': {
    kind: 'text',
    about: 'Where the status is written, as JSON in the form of `portsip-cluster status --json`.',
    default: 'status.json',
  },
  'fail-when-unhealthy': {
    kind: 'boolean',
    about: 'Fail the step where the cluster is not healthy, or nobody knows whether it is.',
    default: 'false',
  },

  'rotate-im-token': {
    kind: 'boolean',
    about: 'The steps that follow will issue a new IM token.',
    default: 'false',
  },
  'rotate-sbc-token': {
    kind: 'boolean',
    about: 'The steps that follow will issue a new token for the session border controllers.',
    default: 'false',
  },
  'rotate-dataflow-token': {
    kind: 'boolean',
    about: 'The steps that follow will recreate Data Flow with a new token.',
    default: 'false',
  },
  approve: {
    kind: 'text',
    about:
      'Digest of a plan that somebody approved, sha256 and 64 hexadecimal digits. Exactly that plan goes on, whatever was reviewed.',
  },
  'without-review': {
    kind: 'enum',
    about:
      'What becomes of a commit that has no reviewed plan, because it was pushed without a pull request or its pull request has none. refuse or allow.',
    default: 'refuse',
    values: ['refuse', 'allow'],
  },
  'review-author': {
    kind: 'text',
    about: "Login of the account that writes the plans' comments. Other accounts' comments count for nothing.",
    default: 'github-actions[bot]',
  },

  service: {
    kind: 'enum',
    about: 'Whose token: im, dataflow or sbc.',
    default: 'im',
    values: ['im', 'dataflow', 'sbc'],
  },
  rotate: {
    kind: 'boolean',
    about:
      'Issue a new token even if there is one. The old one stops working at once: IM and Data Flow servers work again when install-role has recreated them, session border controllers when a person has typed the new one into the portal of each.',
    default: 'false',
  },
  'dataflow-token-path': {
    kind: 'text',
    about:
      'Path below /api that issues a Data Flow token, for a PBX that has such an endpoint. Without it the PBX is not asked.',
  },

  'im-token': {
    kind: 'text',
    about: 'The IM token, from the issue-token action. Without it the token is read from the PBX.',
    secret: true,
  },
  'dataflow-token-renewed': {
    kind: 'boolean',
    about:
      'Recreate Data Flow because a person generated a new token for it in the portal. Its data stays. Not needed for one that issue-token issued.',
    default: 'false',
  },

  roles: {
    kind: 'list',
    about: 'Roles to restart, or all; also loadbalancer.',
  },
  pbx: {
    kind: 'boolean',
    about: 'Restart the PBX itself first. That ends all calls.',
    default: 'false',
  },
  reason: {
    kind: 'text',
    about: 'Why, for the log and the summary.',
  },

  labels: {
    kind: 'phrases',
    about: 'Labels of the issue, separated by commas or lines. They are set when it is opened.',
  },

  'pbx-address': {
    kind: 'text',
    about: 'Private IP address of the main server, as its servers know it.',
    missing: 'the private address of the main server',
  },
  'cluster-name': {
    kind: 'text',
    about: 'What to call the cluster, in small letters, digits and -.',
    missing: 'what to call the cluster',
  },
  'pbx-api': {
    kind: 'text',
    about: "Where the PBX's portal and API answer. Default https://ADDRESS:8887.",
  },
  'ssh-user': {
    kind: 'text',
    about: 'Account to sign in with on the hosts. Default pbx.',
  },
  'ssh-port': {
    kind: 'number',
    about: 'Port that sshd listens on. Default 22.',
    least: 1,
    most: 65_535,
  },
  'ssh-jump-host': {
    kind: 'text',
    about: 'A machine to go through, as host, user@host, host:port or user@host:port.',
  },
  'scripts-path': {
    kind: 'text',
    about: "Where PortSIP's control scripts lie. Default /opt/portsip.",
  },
  'control-node': {
    kind: 'text',
    about:
      "High availability only. Own address of the PBX node (pbx01) that PortSIP's scripts are run on; pbx-address is then the virtual IP.",
  },
  nodes: {
    kind: 'list',
    about: 'High availability only. Own addresses of all PBX nodes.',
  },
  hosts: {
    kind: 'list',
    about:
      'Further addresses to look at, such as that of a Data Flow server that neither the portal nor the firewall names.',
  },
  files: {
    kind: 'phrases',
    about:
      "Globs of the repository's cluster files, as git has them (`*`, `**`, `?`, `[a-m]`), separated by commas or lines; with a `!` before it, one of files that are left out.",
    default: 'clusters/*/cluster.yaml, cluster.yaml',
  },
  runner: {
    kind: 'phrases',
    about: 'Labels of the runner for clusters whose file says none, separated by commas or lines.',
    default: 'ubuntu-latest',
  },
  environment: {
    kind: 'text',
    about: 'Deployment environment for clusters whose file says none. Default none.',
  },
  matrix: {
    kind: 'text',
    about: 'The clusters that are put together, as the action discover gives them.',
    missing: 'the matrix that discover gives',
  },
  left: {
    kind: 'text',
    about: 'Cluster files that left the repository, as the action discover gives them.',
    default: '[]',
  },
  plans: {
    kind: 'text',
    about:
      'Folder with a folder portsip-plan-NAME for each cluster that has a plan; in it plan.json, and portsip-job.json, in which its job says its id and attempt.',
    default: 'plans',
  },
  part: {
    kind: 'text',
    about:
      'A name for these clusters, where several jobs each put some of the clusters together: each has a comment of its own. Letters, digits, _ . and -. Default none.',
  },
  fresh: {
    kind: 'boolean',
    about: 'A job of a cluster did not succeed, so what an earlier attempt of the run left counts for nothing.',
    default: 'false',
  },
  statuses: {
    kind: 'text',
    about:
      'Folder with a folder portsip-status-NAME for each cluster that was looked at; in it status.json, and portsip-job.json, in which its job says its id and attempt.',
    default: 'statuses',
  },
  pages: {
    kind: 'text',
    about: 'Folder that the page of all clusters (index.html) and that of each (clusters/NAME.html) are written to.',
    default: 'pages',
  },
  issue: {
    kind: 'boolean',
    about: 'Keep an issue about it.',
    default: 'true',
  },
  wave: {
    kind: 'number',
    about: 'Only clusters of this wave. Default all.',
    least: 1,
    most: 100,
  },
  'of-many': {
    kind: 'boolean',
    about:
      'The workflow deploys many clusters: the command that approves a plan gives it this cluster file alone, as the input files.',
    default: 'false',
  },
  matrices: {
    kind: 'text',
    about: 'The waves that were to be deployed, as the action discover gives them.',
    missing: 'the matrices that discover gives',
  },
  results: {
    kind: 'text',
    about:
      "What became of each wave's jobs, as JSON: a list of pairs, of the deploys and of the look at their health, each success, failure, cancelled or skipped.",
    missing: 'such as [["success","failure"],["skipped","skipped"]]',
  },
  outcomes: {
    kind: 'text',
    about:
      'Folder with what the jobs left of each cluster: portsip-deploy-NAME with portsip-job.json and journal.jsonl, and portsip-health-NAME with portsip-job.json and portsip-status.json.',
    default: 'outcomes',
  },
  'after-wave': {
    kind: 'number',
    about:
      'Tell of one wave, by its place (1 is the first), whether it showed that the next one may begin. Default sum all of them up.',
    least: 1,
    most: 100,
  },
  since: {
    kind: 'enum',
    about:
      'What changes are told from. event is what GitHub says of a push, a pull request or a merge group. last-success is the commit of the last push or scheduled run of this workflow on this branch that left no cluster behind, for deploys, as GitHub drops runs that wait; it needs actions read. all takes every cluster.',
    default: 'event',
    values: ['event', 'last-success', 'all'],
  },
  'most-waves': {
    kind: 'number',
    about: 'Refuse cluster files that have more different waves than this. Default any number.',
    least: 1,
    most: 100,
  },
  adopt: {
    kind: 'boolean',
    about:
      'Write into the record on the main server that what was found is managed from now on, so that what leaves the file is removed.',
    default: 'false',
  },
} as const satisfies Record<string, InputRow>;

export type InputName = keyof typeof INPUTS;

/** How an action has an input: as its row says, or told in other words. */
interface Use {
  required?: true;
  /** In place of the row's */
  about?: string;
  /** After the row's */
  also?: string;
}
export type Uses = { readonly [N in InputName]?: Use };

const asIs = {} as const satisfies Use;
const required = { required: true } as const satisfies Use;
const forLive = { also: 'Only for a live plan.' } as const satisfies Use;

/** What every step of a job must be told alike, since it decides what there is to do at all. */
const decisive = {
  force: asIs,
  'host-is-gone': asIs,
  'allow-undersized': asIs,
  'install-ssh-key': asIs,
} as const satisfies Uses;

const credentials = {
  'ssh-private-key': required,
  'ssh-passphrase': asIs,
  'ssh-known-hosts': required,
  'sudo-password': asIs,
  'registry-token': asIs,
  'pbx-username': required,
  'pbx-password': required,
  'pbx-ca': asIs,
  'pbx-fingerprint': asIs,
  'pbx-trusted-address': asIs,
} as const satisfies Uses;

/** The inputs that end the list of an action that applies a stage. */
const stage = {
  ...decisive,
  ...credentials,
  concurrency: asIs,
  'reviewed-plan': asIs,
  'dry-run': asIs,
} as const satisfies Uses;

const done = {
  changed: 'true when something was changed (with dry-run, would be changed).',
  changes: 'What was changed (with dry-run, would be changed), as JSON, each change as in plan.json.',
} as const;

interface ActionRow {
  name: string;
  description: string;
  /** One of Feather's that GitHub allows */
  icon: string;
  /** In the order of action.yml */
  inputs: Uses;
  outputs: Record<keyof typeof done, string> & Readonly<Record<string, string>>;
  /** Whether the same program runs once more when the job ends, to give back what it holds */
  post?: true;
}

/** By the name of their folder and of their program in dist/. `plan` is the action of the repository itself, too. */
export const ACTIONS = {
  plan: {
    name: 'PortSIP cluster plan',
    description:
      'Shows on a pull request what a change of the cluster file would do to a PortSIP PBX cluster. Changes nothing.',
    icon: 'git-pull-request',
    inputs: {
      'cluster-file': asIs,
      servers: asIs,
      live: asIs,
      'base-cluster-file': asIs,
      'base-ref': asIs,
      comment: asIs,
      'github-token': { about: 'Token that writes the comment; it needs pull-requests write.' },
      'review-key': {
        about:
          'A secret to seal the comment with, for the action review. Without it a deploy still sees whether somebody else edited the comment.',
      },
      'plan-file': asIs,
      'markdown-file': asIs,
      ...credentials,
      'ssh-private-key': forLive,
      'ssh-known-hosts': forLive,
      'pbx-username': forLive,
      'pbx-password': forLive,
      concurrency: asIs,
    },
    outputs: {
      changed: 'true when the plan has changes, of servers or of settings.',
      changes: "The plan's changes as JSON, as in plan.json.",
      'to-add': 'How many changes would add something. What is blocked does not count.',
      'to-change': 'How many would change something in place, or remove it and add it again.',
      'to-restart': 'How many would restart something.',
      'to-remove': 'How many would remove something.',
      cluster: "The cluster's name.",
      'plan-digest': 'sha256 digest of what would be done. The same plan has the same digest.',
      'plan-file': 'Where plan.json was written.',
      'markdown-file': 'Where the plan was written as Markdown.',
    },
  },
  backup: {
    name: 'PortSIP cluster backup',
    description:
      'Backs up what the PBX and the IM, Data Flow and SBC servers keep - each is stopped, copied and started again in the maintenance window, or a command of yours makes a snapshot. Deletes nothing.',
    icon: 'archive',
    inputs: {
      'cluster-file': asIs,
      servers: { about: 'Names or roles of servers to back up. Default, without pbx, all and the PBX.' },
      pbx: { about: 'Back up the PBX itself. Without servers nothing else. While it is copied there are no calls.' },
      reason: asIs,
      ...stage,
    },
    outputs: done,
    post: true,
  },
  drift: {
    name: 'PortSIP cluster drift',
    description:
      'Checks whether the live cluster is still what the cluster file says, and keeps one issue about it - opened, updated, closed. Changes nothing in the cluster, unless heal is set.',
    icon: 'activity',
    inputs: {
      'cluster-file': asIs,
      issue: asIs,
      labels: asIs,
      heal: asIs,
      'github-token': { about: 'Token that writes the issue; it needs issues write.' },
      ...credentials,
      concurrency: asIs,
      'dry-run': asIs,
    },
    outputs: {
      changed: 'true when the cluster has drifted.',
      changes: 'What a deploy would change, as JSON, each change as in plan.json.',
      issue: 'Number of the issue that is open about it; empty when there is none.',
      healed: 'true when a server was taken out of calls, or let back in.',
    },
  },
  firewall: {
    name: 'PortSIP cluster firewall',
    description:
      "Trusts the cluster servers in the main server's firewall and puts them on the IP whitelist of the PBX.",
    icon: 'shield',
    inputs: { 'cluster-file': asIs, servers: asIs, ...stage },
    outputs: done,
    post: true,
  },
  'fleet-outcome': {
    name: 'PortSIP cluster fleet outcome',
    description:
      'Says what became of a deploy of many clusters, wave by wave, and fails where one is not done. A cluster whose job left nothing is said to be unknown. Changes nothing, and asks no cluster.',
    icon: 'grid',
    inputs: { matrices: required, results: required, outcomes: asIs, 'after-wave': asIs },
    outputs: {
      changed: 'true when something was changed in a cluster.',
      changes: 'What became of each cluster, as JSON, by wave.',
      proven:
        'With after-wave, true when a cluster of that wave is deployed, or had nothing to do. Clusters that all wait for their maintenance windows prove nothing.',
      'left-behind': 'true when something waits for a maintenance window.',
    },
  },
  'fleet-status': {
    name: 'PortSIP cluster fleet status',
    description:
      'Puts the statuses of many clusters together, in one issue that is opened, updated and closed, on a page and in the summary. A cluster without a status is said to be unknown. Asks no cluster.',
    icon: 'grid',
    inputs: {
      matrix: required,
      statuses: asIs,
      fresh: asIs,
      files: { about: 'What the clusters were found by: each value has an issue of its own.' },
      pages: asIs,
      labels: asIs,
      'github-token': { about: 'Token that writes the issue; it needs issues write.' },
      'dry-run': asIs,
    },
    outputs: {
      changed: 'true when a cluster is not healthy, has drifted, or is unknown.',
      changes: 'What is known of each cluster, as JSON, the worst first.',
      unhealthy: 'How many clusters are not healthy.',
      unknown: 'How many clusters nobody knows to be healthy.',
      issue: 'Number of the issue that is open about them; empty when there is none.',
    },
  },
  'fleet-summary': {
    name: 'PortSIP cluster fleet summary',
    description:
      'Puts the plans of many clusters together, in one comment on the pull request and in the summary. A cluster without a plan is said to be unknown. Changes nothing, and asks no cluster.',
    icon: 'grid',
    inputs: {
      matrix: required,
      left: asIs,
      plans: asIs,
      part: asIs,
      fresh: asIs,
      comment: {
        about:
          'Write the table to the pull request, into one comment that is updated in place. Default true for the event pull_request.',
      },
      'github-token': { about: 'Token that writes the comment; it needs pull-requests write.' },
      'review-key': {
        about:
          'A secret to seal the comment with, for the action review: the same for all clusters. Without it a deploy still sees whether somebody else edited the comment.',
      },
    },
    outputs: {
      changed: 'true when a plan has changes, or is unknown.',
      changes: 'What is known of each cluster, as JSON, the worst first.',
      unknown: 'How many clusters have no plan.',
    },
  },
  import: {
    name: 'PortSIP cluster import',
    description:
      'Writes the cluster file of a cluster that runs, such that its plan is empty, and opens a pull request for it. Changes nothing in the cluster, but for its record when adopt is set.',
    icon: 'download',
    inputs: {
      'pbx-address': required,
      'cluster-name': required,
      'cluster-file': asIs,
      'pbx-api': asIs,
      'ssh-user': asIs,
      'ssh-port': asIs,
      'ssh-jump-host': asIs,
      'scripts-path': asIs,
      'control-node': asIs,
      nodes: asIs,
      hosts: asIs,
      adopt: asIs,
      force: { about: 'Let the pull request replace a cluster file that is on the default branch already.' },
      'github-token': {
        about: 'Token that opens the pull request; it needs contents write and pull-requests write.',
      },
      ...credentials,
      concurrency: asIs,
      'dry-run': asIs,
    },
    outputs: {
      'pull-request': 'Number of the pull request; empty when the default branch has just this file.',
      changed: 'true when a deploy of the file would still change something.',
      changes: 'What a deploy of the file would change, as JSON, each change as in plan.json.',
    },
  },
  discover: {
    name: 'PortSIP cluster discovery',
    description:
      'Finds the cluster files of a repository, and which of them a push or a pull request changes, as a matrix of jobs. Changes nothing, and asks no cluster.',
    icon: 'grid',
    inputs: {
      files: asIs,
      'base-ref': {
        about:
          "Commit, branch or tag of this checkout that changes are told from. Default what GitHub says of a push, a pull request or a merge group; without one, and where it cannot be read, every cluster counts as changed. The checkout's fetch-depth has to reach it.",
      },
      since: asIs,
      runner: asIs,
      environment: asIs,
      wave: asIs,
      'most-waves': asIs,
      'github-token': { about: 'Token that reads the runs of this workflow, for since; it needs actions read.' },
    },
    outputs: {
      matrix:
        'For strategy.matrix, as JSON: in include for each changed cluster its file, name, runner (a list of labels), environment (or empty) and wave, by wave and file.',
      count: 'How many clusters the matrix has. GitHub refuses an empty matrix, so run its job only if this is not 0.',
      waves: 'Waves of the matrix as JSON, such as [1,2].',
      'wave-count': 'How many waves the matrix has.',
      matrices: 'A matrix for each of these waves, as a JSON list in their order: for deploys wave by wave.',
      left: 'Cluster files that the base has and this commit has not, as JSON, each with file, and name and movedTo where they are known. Nothing of their clusters is removed.',
      base: 'Hash of the commit that changes are told from; empty where there is none.',
      changed: 'true when the matrix has a cluster.',
      changes: 'Files of the clusters of the matrix, as JSON.',
    },
  },
  'prepare-host': {
    name: 'PortSIP cluster hosts',
    description:
      'Keeps the main server and the hosts at the control scripts of the repository, prepares hosts that have nothing yet, and signs their Docker in to the registry. Does nothing when the cluster file asks for none of it.',
    icon: 'hard-drive',
    inputs: { 'cluster-file': asIs, servers: asIs, ...stage },
    outputs: done,
    post: true,
  },
  'install-role': {
    name: 'PortSIP cluster roles',
    description:
      'Installs the roles of the cluster servers on their hosts, and upgrades or recreates those that differ from the cluster file.',
    icon: 'download',
    inputs: { 'cluster-file': asIs, servers: asIs, 'im-token': asIs, 'dataflow-token-renewed': asIs, ...stage },
    outputs: done,
    post: true,
  },
  'issue-token': {
    name: 'PortSIP cluster token',
    description:
      'Reads or issues the token of the IM server, the Data Flow server or the session border controllers. Does nothing when the cluster file has no such server.',
    icon: 'lock',
    inputs: {
      'cluster-file': asIs,
      servers: {
        about: "Names or roles. The token is left alone when the service's server is not among them. Default all.",
      },
      service: asIs,
      rotate: asIs,
      'dataflow-token-path': asIs,
      ...stage,
    },
    outputs: {
      ...done,
      token:
        'The token, masked. For later steps of the same job; GitHub does not hand masked values to other jobs. Empty when there is none.',
    },
    post: true,
  },
  'register-server': {
    name: 'PortSIP cluster portal',
    description:
      'Registers the cluster servers in the web portal of the PBX and turns its built-in servers off once a replacement is online.',
    icon: 'list',
    inputs: { 'cluster-file': asIs, servers: asIs, ...stage },
    outputs: done,
    post: true,
  },
  'remove-server': {
    name: 'PortSIP cluster removal',
    description: 'Drains, uninstalls and deregisters servers that left the cluster file, if this suite put them there.',
    icon: 'trash-2',
    inputs: { 'cluster-file': asIs, servers: asIs, ...stage },
    outputs: done,
    post: true,
  },
  review: {
    name: 'PortSIP cluster review',
    description:
      'Stops a deploy that would do something that was not in the reviewed plan of the merged pull request. The first step of a deploy. Changes nothing.',
    icon: 'check-circle',
    inputs: {
      'cluster-file': asIs,
      servers: asIs,
      ...decisive,
      'rotate-im-token': asIs,
      'rotate-sbc-token': asIs,
      'rotate-dataflow-token': asIs,
      'dataflow-token-path': asIs,
      approve: asIs,
      'of-many': asIs,
      'without-review': asIs,
      'review-author': asIs,
      'review-key': {
        about: 'The secret that the plan was given to seal its comment with. With it only a sealed comment counts.',
      },
      'github-token': {
        about: 'Token that reads the pull request and its comments; it needs contents read and pull-requests read.',
      },
      ...credentials,
      concurrency: asIs,
      'dry-run': asIs,
    },
    outputs: {
      changed: 'true when there is something to do.',
      changes: 'What would be done now, as JSON, each change as in plan.json.',
      stages:
        'Stages that have something to do, or may have, as a JSON list: firewall, register, token, scripts, prepare, install, remove, restart, backup. The steps of all others can be left out.',
      'plan-digest': 'sha256 digest of what would be done now.',
      'reviewed-plan': 'File that says what the steps that follow in this job may do. Empty when they may do anything.',
      'pull-request': 'URL of the pull request whose plan was reviewed.',
      url: 'The portal of the PBX, as the URL of a deployment environment.',
    },
  },
  'rolling-restart': {
    name: 'PortSIP cluster restart',
    description:
      'Restarts services in order, each drained before and health-checked after. Without roles, servers and pbx only the restarts that are still owed.',
    icon: 'refresh-cw',
    inputs: {
      'cluster-file': asIs,
      roles: asIs,
      servers: { about: 'Names of servers to restart.' },
      pbx: asIs,
      reason: asIs,
      ...stage,
    },
    outputs: done,
    post: true,
  },
  status: {
    name: 'PortSIP cluster status',
    description:
      'Looks at the live cluster and says whether it is healthy - all its servers are up and get calls, the PBX answers, no deploy was left half done. Changes nothing.',
    icon: 'eye',
    inputs: {
      'cluster-file': asIs,
      servers: asIs,
      'fail-when-unhealthy': asIs,
      'status-file': asIs,
      ...credentials,
      concurrency: asIs,
    },
    outputs: {
      healthy: 'true, false, or unknown where something that has to be known for it was not seen.',
      'status-file': 'Where the status was written; empty when it was not.',
      changed: 'true when a deploy would change something, as far as it was seen.',
      changes: 'What differs from the cluster file, as JSON, as in the status file.',
    },
  },
} as const satisfies Record<string, ActionRow>;

export type ActionName = keyof typeof ACTIONS;
/** Of several actions: those of each */
export type InputOf<A extends ActionName> = A extends ActionName
  ? keyof (typeof ACTIONS)[A]['inputs'] & InputName
  : never;
export type OutputOf<A extends ActionName> =
  keyof typeof done | (A extends ActionName ? keyof (typeof ACTIONS)[A]['outputs'] : never);

/** Those that apply a stage, and so hold something */
export type StageActionName = {
  [A in ActionName]: (typeof ACTIONS)[A] extends { post: true } ? A : never;
}[ActionName];

/** Those that are read from the environment as well */
export type VariableInput = {
  [N in InputName]: (typeof INPUTS)[N] extends { variable: string } ? N : never;
}[InputName];

/** What somebody signs in with */
export type CredentialName = keyof typeof credentials;
export const isCredential = (name: string): name is CredentialName => name in credentials;

export const CREDENTIALS = Object.keys(credentials).filter(isCredential);
