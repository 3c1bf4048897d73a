// The floor: what is left when only the necessary remote calls are made, side by side, and nothing is checked, planned,
// recorded or verified. One node-ssh connection a host. node floor.mjs plan|deploy|rolling-restart WORK.json
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:https';
import { NodeSSH } from 'node-ssh';

const [, , row, file] = process.argv;
const work = JSON.parse(readFileSync(file, 'utf8'));
const agent = new Agent({ keepAlive: true, maxSockets: 4, rejectUnauthorized: false });
let token;

async function api(method, path, body) {
  const payload = body === undefined ? undefined : JSON.stringify(body);
  return new Promise((resolve, reject) => {
    const headers = {
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(payload && { 'content-type': 'application/json', 'content-length': Buffer.byteLength(payload) }),
    };
    const sent = request(`${work.api}/api${path}`, { method, headers, agent }, (response) => {
      const chunks = [];
      response.on('data', (chunk) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        if (response.statusCode >= 300) reject(new Error(`${method} ${path}: ${response.statusCode} ${text}`));
        else resolve(text === '' ? {} : JSON.parse(text));
      });
    });
    sent.on('error', reject);
    sent.end(payload);
  });
}

async function signIn() {
  token = (await api('POST', '/auth/sign_in', { username: work.username, password: work.password })).access_token;
}

const privateKey = readFileSync(work.key, 'utf8');
const parts = { connectMs: 0, commandMs: 0 };

async function connect({ address }) {
  const begun = performance.now();
  const ssh = new NodeSSH();
  await ssh.connect({ host: address, username: work.user, privateKey, hostVerifier: () => true });
  parts.connectMs = Math.max(parts.connectMs, performance.now() - begun);
  return ssh;
}

async function run(ssh, command) {
  const begun = performance.now();
  const { code, stdout, stderr } = await ssh.execCommand(command);
  if (code !== 0) throw new Error(`${command.slice(0, 80)}: ${code} ${stdout} ${stderr}`);
  parts.commandMs = Math.max(parts.commandMs, performance.now() - begun);
  return stdout;
}

const LISTED = {
  media: 'media_servers',
  queue: 'call_queue_servers',
  meeting: 'conference_servers',
  ivr: 'ivr_servers',
};
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function lists() {
  const entries = Object.entries(LISTED).map(async ([role, path]) => {
    const items = [];
    for (let count = 1; items.length < count;) {
      const page = await api('GET', `/${path}?top=100&skip=${items.length}`);
      items.push(...page.items);
      count = page.count;
    }
    return items.map((item) => ({ ...item, role }));
  });
  return (await Promise.all(entries)).flat();
}

async function filters() {
  const items = [];
  for (let count = 1; items.length < count;) {
    const page = await api('GET', `/ip_filters?top=100&skip=${items.length}`);
    items.push(...page.items);
    count = page.count;
    if (page.items.length === 0) break;
  }
  return items;
}

const status = ({ role, id }) => api('GET', `/${LISTED[role]}/${id}/status`);

async function online(server) {
  while ((await status(server)).status !== 'ONLINE') await pause(100);
}

async function plan() {
  const portal = async () => {
    await signIn();
    const servers = lists();
    await Promise.all([servers.then((all) => Promise.all(all.map(status))), filters(), api('GET', '/im')]);
  };
  const hosts = [work.main, ...work.servers].map(async (host) => {
    const ssh = await connect(host);
    await run(ssh, host.observe);
    ssh.dispose();
  });
  await Promise.all([portal(), ...hosts]);
}

async function deploy() {
  const ready = signIn();
  const main = connect(work.main).then((ssh) => run(ssh, work.main.trust).then(() => ssh.dispose()));
  const built = new Map();
  const servers = work.servers.map(async (server) => {
    const connecting = connect(server);
    await ready;
    const { name, address, role, portal } = server;
    const listed = LISTED[role];
    const [created, , imToken] = await Promise.all([
      listed ? api('POST', `/${listed}`, portal) : role === 'im' ? api('POST', '/im', portal) : {},
      api('POST', '/ip_filters', {
        cidr: `${address}/32`,
        target: 'ACCEPT',
        expire_at: '2099-12-31T23:59:59Z',
        description: name,
      }),
      role === 'im' ? api('POST', '/im/token') : {},
      main,
    ]);
    const ssh = await connecting;
    await run(ssh, server.install.replace('IM_TOKEN', imToken.token));
    if (listed) {
      await online({ role, id: created.id });
      if (!built.has(role)) {
        const [builtIn] = (await api('GET', `/${listed}?top=100`)).items.filter(({ type }) => type === 'INTERNAL');
        built.set(role, api('POST', `/${listed}/${builtIn.id}`, { enabled: false }));
        await built.get(role);
      }
    }
    ssh.dispose();
  });
  await Promise.all([main, ...servers]);
}

async function rollingRestart() {
  const main = await connect(work.main);
  await signIn();
  const registered = await lists();
  await run(main, work.main.restart);
  main.dispose();
  for (const server of work.servers) {
    const ofRole = registered.filter(({ role }) => role === server.role);
    const entry = ofRole.find(({ name }) => name === server.name);
    const enable = ({ role, id }, enabled) => api('POST', `/${LISTED[role]}/${id}`, { enabled });
    const connecting = connect(server);
    // Where it is the only one of its role, the PBX's own takes its calls meanwhile.
    const standIn = ofRole.length === 2 ? ofRole.find(({ type }) => type === 'INTERNAL') : undefined;
    if (standIn) {
      await enable(standIn, true);
      await online(standIn);
    }
    if (entry) {
      await enable(entry, false);
      await pause(work.quietMs);
    }
    const ssh = await connecting;
    await run(ssh, server.restart);
    if (entry) {
      await online(entry);
      await enable(entry, true);
    }
    if (standIn) await enable(standIn, false);
    ssh.dispose();
  }
}

const begun = performance.now();
await { plan, deploy, 'rolling-restart': rollingRestart }[row]();
agent.destroy();
console.log(JSON.stringify({ wallMs: performance.now() - begun, parts }));
