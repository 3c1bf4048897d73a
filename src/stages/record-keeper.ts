import { isDeepStrictEqual } from 'node:util';
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
  private underWay = false;
  private written: string | undefined;

  constructor(
    private record: ClusterRecord,
    private readonly main: Host,
    private readonly stamp: () => { commit?: string; run: string; time: string },
  ) {}

  get current(): ClusterRecord {
    return this.record;
  }

  /** What is on the main server's disk; undefined: it is what was read from there, or nobody knows (`isSure`). */
  get text(): string | undefined {
    return this.written;
  }

  /** Whether the last write succeeded and none is under way */
  get isSure(): boolean {
    return !this.failed && this.pending === undefined && !this.underWay;
  }

  /** Resolves when a record that holds the change is on the main server's disk. */
  update(change: (record: ClusterRecord) => ClusterRecord): Promise<void> {
    const next = change(this.record);
    if (!this.failed && isDeepStrictEqual(next, this.record)) return this.pending ?? this.writing;
    this.record = next;
    // Changes that come while one write is under way share the next one.
    this.pending ??= this.writing
      .catch(() => undefined)
      .then(() => {
        this.pending = undefined;
        this.record = { ...this.record, ...this.stamp() };
        const text = `${JSON.stringify(this.record, null, 2)}\n`;
        this.underWay = true;
        this.writing = writeRecord(this.main, this.record.cluster, text).then(
          () => {
            this.failed = this.underWay = false;
            this.written = text;
          },
          (error: unknown) => {
            this.failed = true;
            this.underWay = false;
            throw error;
          },
        );
        return this.writing;
      });
    return this.pending;
  }
}
