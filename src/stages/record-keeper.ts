import type { Host } from '../host/types';
import { writeRecord } from '../host/files';
import type { ClusterRecord } from './cluster-record';
import type { Session } from './session';

/** Keeps a record in the name of the session's run. */
export function keepRecord(session: Session, record: ClusterRecord): RecordKeeper {
  const { cluster, hosts, run } = session;
  return new RecordKeeper(record, hosts.host(cluster.pbx.machine), () => ({
    run: run.id,
    ...(run.commit && { commit: run.commit }),
    time: new Date(session.now()).toISOString(),
  }));
}

/** The record on the main server: one writer at a time, the last state wins, and whoever asked waits until it is on disk. */
export class RecordKeeper {
  private writing: Promise<void> = Promise.resolve();
  private pending: Promise<void> | undefined;
  /** The last write did not succeed: what is on the disk is older than what is known here */
  private failed = false;

  constructor(
    private record: ClusterRecord,
    private readonly main: Host,
    private readonly stamp: () => { commit?: string; run: string; time: string },
  ) {}

  get current(): ClusterRecord {
    return this.record;
  }

  /** Resolves when a record that holds the change is on the main server's disk. */
  update(change: (record: ClusterRecord) => ClusterRecord): Promise<void> {
    const next = change(this.record);
    if (!this.failed && JSON.stringify(next) === JSON.stringify(this.record)) return this.pending ?? this.writing;
    this.record = next;
    // Changes that come while one write is under way share the next one.
    this.pending ??= this.writing
      .catch(() => undefined)
      .then(() => {
        this.pending = undefined;
        this.record = { ...this.record, ...this.stamp() };
        this.writing = writeRecord(this.main, this.record.cluster, `${JSON.stringify(this.record, null, 2)}\n`).then(
          () => {
            this.failed = false;
          },
          (error: unknown) => {
            this.failed = true;
            throw error;
          },
        );
        return this.writing;
      });
    return this.pending;
  }
}
