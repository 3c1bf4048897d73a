import { existsSync } from 'node:fs';
import { createServer, request } from 'node:http';
import { REGISTRY } from './network';

/*
 * A registry in front of the lab's own that has had enough of this address, in Docker Hub's way: 429 and TOOMANYREQUESTS
 * for as long as a file exists. $1 port, $2 file.
 */

const [port = '', flag = ''] = process.argv.slice(2);
const REFUSAL = JSON.stringify({
  errors: [{ code: 'TOOMANYREQUESTS', message: 'You have reached your pull rate limit.' }],
});

createServer((incoming, outgoing) => {
  if (existsSync(flag) && incoming.url?.includes('/manifests/')) {
    outgoing.writeHead(429, { 'content-type': 'application/json', 'retry-after': '3600' }).end(REFUSAL);
    return;
  }
  const { method, headers, url = '/' } = incoming;
  const onward = request(`${REGISTRY}${url}`, { method, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(outgoing);
  });
  onward.on('error', () => outgoing.destroy());
  incoming.pipe(onward);
}).listen(Number(port), '192.168.1.10', () => console.log('ready'));
