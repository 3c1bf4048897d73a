/** Something that goes wrong with one or more of the coming requests. */
export interface Fault {
  /** Requests that it hits; 1 */
  times?: number;
  /** Only those: a method and the beginning of a path below /api, e.g. `POST /media_servers` */
  on?: string;
  /** Answered instead of being worked on */
  status?: number;
  retryAfter?: string;
  location?: string;
  /** Of the answer: a text as it is, anything else as JSON */
  body?: unknown;
  /** The request is worked on, then the connection is reset without an answer. */
  loseAnswer?: boolean;
  /** The connection is reset before anything is done. */
  reset?: boolean;
  /** Before whatever else happens */
  delayMs?: number;
  /** An answer that goes on until the client has enough */
  endless?: boolean;
  /** Sent as they are instead of an HTTP answer */
  raw?: string;
}

export class Faults {
  private readonly waiting: (Fault & { times: number })[] = [];

  /** Added to those that wait; the first that fits a request hits it. */
  add(fault: Fault): void {
    this.waiting.push({ times: 1, ...fault });
  }

  clear(): void {
    this.waiting.length = 0;
  }

  take(method: string, path: string): Fault | undefined {
    const index = this.waiting.findIndex(({ on }) => on === undefined || `${method} ${path}`.startsWith(on));
    const fault = this.waiting[index];
    if (!fault) return undefined;
    fault.times--;
    if (fault.times <= 0) this.waiting.splice(index, 1);
    return fault;
  }
}
