// Asks the sandbox to do what a shell script cannot: an SSH connection to another host, a word with Pacemaker.
// Sent: a line of JSON, then standard input. Received: frames of a kind (1 stdout, 2 stderr, 3 exit code), a length of
// four bytes, and so many bytes.
import { connect } from 'node:net';

const [program, ...argv] = process.argv.slice(2);
const { SANDBOX_DIR, SANDBOX_HOST, SANDBOX_UID, SANDBOX_USER, HOME } = process.env;
const user = SANDBOX_UID === '0' ? 'root' : SANDBOX_USER;
const socket = connect(`${SANDBOX_DIR}/relay.sock`);
let received = Buffer.alloc(0);
let code = 255;

socket.on('error', () => console.error(`${program}: this sandbox has no other hosts to talk to`));
socket.write(`${JSON.stringify({ program, argv, root: SANDBOX_HOST, user, home: HOME })}\n`);
process.stdin.pipe(socket);
process.stdin.on('error', () => socket.end());
socket.on('data', (chunk) => {
  received = Buffer.concat([received, chunk]);
  while (received.length >= 5 && received.length >= 5 + received.readUInt32BE(1)) {
    const body = received.subarray(5, 5 + received.readUInt32BE(1));
    if (received[0] === 1) process.stdout.write(body);
    else if (received[0] === 2) process.stderr.write(body);
    else code = body[0] ?? 255;
    received = received.subarray(5 + body.length);
  }
});
// Whatever still reads our input must not keep us.
socket.on('close', () => {
  process.exitCode = code;
  process.stdin.destroy();
});
