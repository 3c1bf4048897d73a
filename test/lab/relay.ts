import { connect, createServer, type Socket } from 'node:net';

/*
 * A slow link: everything arrives so many milliseconds later, and now and then nothing does for a while. Not every kernel has
 * netem. Serves ADDRESS:PORT pairs from the lab's own address, as a user whose connections are not sent here again.
 */

const [delay = '0', ...pairs] = process.argv.slice(2);
const NOBODY = 65534;
const STALL_EVERY = 25;
const STALL_MS = 1500;

let chunks = 0;
function pour(from: Socket, to: Socket): void {
  // Two timers may go off in the wrong order: what waits does so in a row.
  const waiting: { dueAt: number; work: () => void }[] = [];
  let freeAt = 0;
  const next = () => {
    const [first] = waiting;
    if (!first) return;
    setTimeout(
      () => {
        waiting.shift();
        first.work();
        next();
      },
      Math.max(0, first.dueAt - Date.now()),
    );
  };
  const later = (work: () => void) => {
    const stall = ++chunks % STALL_EVERY === 0 ? STALL_MS : 0;
    freeAt = Math.max(freeAt, Date.now() + Number(delay)) + stall;
    if (waiting.push({ dueAt: freeAt, work }) === 1) next();
  };
  from.on('data', (chunk) => later(() => to.write(chunk)));
  from.on('end', () => later(() => to.end()));
  from.on('error', () => to.destroy());
}

for (const pair of pairs) {
  const [port, target = ''] = pair.split('=');
  createServer({ noDelay: true, allowHalfOpen: true }, (client) => {
    console.log('connection');
    const host = connect({ host: target, port: 22, noDelay: true, allowHalfOpen: true });
    pour(client, host);
    pour(host, client);
  }).listen(Number(port), '192.168.1.10', () => {
    process.setgid?.(NOBODY);
    process.setuid?.(NOBODY);
    console.log('ready');
  });
}
