import type { Problem } from '../cluster/types';
import type { Finding } from '../finding';
import type { ChangeDocument, PlanDocument } from '../plan/document';
import type { RecordedRun } from '../stages/cluster-record';
import type { StatusDocument } from '../status/document';

/*
 * What the commands print with --json and --progress json, for programs. `npm run generate` makes the files of schema/ from these
 * types and their comments. Fields may be added; none goes or changes its meaning while `version` is 1.
 */

/** `portsip-cluster status --json` */
export type { StatusDocument };

/** `portsip-cluster validate --json` */
export interface ValidateDocument {
  valid: boolean;
  /** In the order of the file; errors are what makes it invalid */
  problems: Problem[];
}

/** `portsip-cluster deploy --json` and `restart --json` */
export interface DeployDocument {
  version: 1;
  cluster: string;
  /** Of the plan that was carried out */
  digest: string;
  /** Nothing failed, and nothing that was asked for is blocked */
  ok: boolean;
  done: (ChangeDocument & {
    /** Milliseconds */
    elapsedMs: number;
  })[];
  failed: (ChangeDocument & {
    /** For people */
    message: string;
    /** Nothing is wrong with it: it goes on on its host without us, or was given up as the run was cancelled. */
    end?: 'goes-on' | 'cancelled';
  })[];
  skipped: (ChangeDocument & {
    /** Why it was not begun, for people */
    skipped: string;
  })[];
  /** The run was cancelled before it came to its end. */
  interrupted: boolean;
  /** Servers that runs have taken out of calls and not given back: the next deploy does */
  outOfCalls: string[];
  findings: Finding[];
}

/** `portsip-cluster fleet list --json` */
export interface FleetDocument {
  version: 1;
  /** By wave, then by file */
  clusters: {
    /** Relative to the working folder */
    file: string;
    name: string;
    /** How many */
    servers: number;
    /** Labels; left out: as the workflow says */
    runner?: string[];
    /** Left out: as the workflow says */
    environment?: string;
    wave: number;
    /** With --base: the file, what it extends or its control scripts are others than there */
    changed?: boolean;
  }[];
  /** Cluster files that --base has and the working folder has not. Nothing of their clusters is removed. */
  left: {
    file: string;
    name?: string;
    /** Where a cluster of that name is now */
    movedTo?: string;
  }[];
}

/** `portsip-cluster fleet status --json` */
export interface FleetStatusDocument {
  version: 1;
  /** The worst first */
  clusters: {
    /** Relative to the working folder */
    file: string;
    name: string;
    wave: number;
    /** `unknown`: nobody knows */
    healthy: boolean | 'unknown';
    /** As `status --json` prints it; left out: it could not be looked at */
    status?: StatusDocument;
    /** Why it could not be looked at, for people */
    problem?: string;
  }[];
}

/** `portsip-cluster fleet plan --json` */
export interface FleetPlanDocument {
  version: 1;
  /** The worst first */
  clusters: {
    /** Relative to the working folder */
    file: string;
    name: string;
    wave: number;
    /** As `plan --json` prints it; left out: nobody knows what a deploy would do */
    plan?: PlanDocument;
    /** Why nobody knows, for people */
    problem?: string;
  }[];
}

/** `portsip-cluster log --json` */
export interface LogDocument {
  version: 1;
  cluster: string;
  /** The last one first */
  runs: RecordedRun[];
  /** Servers that runs have taken out of calls and not given back: the next deploy does */
  outOfCalls: string[];
  /** Who changes the cluster now */
  lock?: string;
}

/** `portsip-cluster hosts trust --json` */
export interface HostsDocument {
  version: 1;
  cluster: string;
  /** Every machine once, jump hosts first */
  hosts: {
    name: string;
    address: string;
    port: number;
    /**
     * `known`: known_hosts has its key. `new`: it has none. `different`: new, and another key from the main server than from here.
     * `changed`: known_hosts has another one. `unseen`: it does not answer.
     */
    state: 'known' | 'new' | 'different' | 'changed' | 'unseen';
    /** What it offers here; `line`: of known_hosts */
    key?: { type: string; fingerprint: string; line: string };
    /** Who has seen this very key */
    seenFrom?: ('here' | 'main-server')[];
    /** What the main server is offered, if it is asked */
    fingerprintFromMainServer?: string;
    /** Why the main server has seen none */
    notSeenFromMainServer?: string;
    /** Why it was not seen */
    problem?: string;
  }[];
}

/** `portsip-cluster import --json` */
export interface ImportDocument {
  version: 1;
  cluster: string;
  /** The cluster file */
  text: string;
  /** What was found and is not in the file, for people */
  leftOut: string[];
  /** What is managed from now on, for people; null: nothing was adopted */
  adopted: string | null;
  /** What a deploy of the file would do */
  plan: PlanDocument;
}

/** A line of `--progress json`, on standard error */
export type ProgressLine = { /** RFC 3339 */ time: string } & (
  | {
      event: 'plan';
      /** What is expected to be done, in order */
      changes: { id: string; action: string; server?: string; /** For people */ deed: string }[];
    }
  | {
      event: 'change';
      /** As in the plan */
      id: string;
      /** `waiting`: for its turn, or for what it needs */
      state: 'waiting' | 'started' | 'progress' | 'done' | 'failed' | 'skipped';
      /** For people */
      message?: string;
      /** Milliseconds since it was started, once it ends */
      elapsedMs?: number;
      /** Of what failed where nothing is wrong: it goes on on its host without us, or was given up as the run was cancelled. */
      end?: 'goes-on' | 'cancelled';
    }
  | {
      event: 'log';
      level: 'debug' | 'info' | 'warning' | 'error';
      /** For people */
      text: string;
    }
);

/** What `scripts fetch` did */
export interface ScriptsDocument {
  /** Where they are now */
  folder: string;
  /** Where they come from, as SOURCE in the folder says */
  source: Readonly<Record<string, string>>;
  files: { name: string; sha256: string; is: 'new' | 'changed' | 'same' }[];
  /** Scripts in the folder that the source has not, which stay */
  others: string[];
}
