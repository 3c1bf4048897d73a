import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { execFileSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { REGISTRY } from './network';
import { addSupervisor } from './supervised';

declare const __dirname: string;

/** What is in an image, by path: each tells the PBX that it is there. Those of the control scripts that check or prepare something just succeed. */
const PROGRAMS: Record<string, string[]> = {
  'portsip/pbx':
    'mediaserver callqueue conf vr im websrv dataflow callmanager loadbalancer gateway apigate nats-server voicemail wsspublisher notifycenter prvserver callpark anncmnt aiconnector node run_websrv.sh run_im_websrv.sh'.split(
      ' ',
    ),
  'portsip/postgresql': ['postgres'],
  'portsip/clickhouse': ['clickhouse'],
};
/** Those that run several programs under supervisord */
const SUPERVISED: Record<string, string[]> = { 'portsip/sbc': ['gateway', 'nginx', 'sbc'] };
const SUCCEEDING = ['curl', 'pg_isready', 'initdt.sh', 'initdt_dataflow.sh'];

interface Blob {
  digest: string;
  size: number;
}

/** Puts an image of the lab's servers into its registry. `version` is its label; an empty one gives none. */
async function publish(reference: string, version: string): Promise<void> {
  const [repository = '', tag = 'latest'] = reference.split(':');
  const supervised = SUPERVISED[repository];
  const programs = PROGRAMS[repository] ?? [];
  const tar = rootFileSystem(programs, supervised);
  const layer = await put(repository, gzipSync(tar));
  const config = await put(
    repository,
    Buffer.from(
      JSON.stringify({
        architecture: process.arch === 'arm64' ? 'arm64' : 'amd64',
        os: 'linux',
        config: {
          Cmd: [supervised ? '/usr/bin/supervisord' : `/usr/local/bin/${programs[0]}`],
          Env: ['PATH=/usr/local/bin:/usr/bin:/bin'],
          ...(version && { Labels: { version, product: supervised ? 'SBC' : 'PBX' } }),
        },
        rootfs: { type: 'layers', diff_ids: [digestOf(tar)] },
      }),
    ),
  );
  const manifest = 'application/vnd.docker.distribution.manifest.v2+json';
  await call(`${repository}/manifests/${tag}`, 'PUT', manifest, {
    schemaVersion: 2,
    mediaType: manifest,
    config: { mediaType: 'application/vnd.docker.container.image.v1+json', ...config },
    layers: [{ mediaType: 'application/vnd.docker.image.rootfs.diff.tar.gzip', ...layer }],
  });
}

function rootFileSystem(programs: string[], supervised?: string[]): Buffer {
  const root = mkdtempSync(join(tmpdir(), 'portsip-lab-image-'));
  try {
    for (const folder of ['bin', 'usr/local/bin', 'var/empty', 'var/lib/portsip', 'tmp'])
      mkdirSync(join(root, folder), { recursive: true });
    cpSync('/bin/busybox', join(root, 'bin/busybox'));
    for (const applet of ['sh', 'sleep', 'nc', 'httpd', 'kill', 'cat', 'ls', 'wget'])
      symlinkSync('busybox', join(root, 'bin', applet));
    writeFileSync(join(root, 'bin/bash'), '#!/bin/sh\nexec /bin/sh "$@"\n', { mode: 0o755 });
    cpSync(join(__dirname, 'image/server.sh'), join(root, 'usr/local/bin/server.sh'));
    for (const program of SUCCEEDING)
      writeFileSync(join(root, 'usr/local/bin', program), '#!/bin/sh\n', { mode: 0o755 });
    for (const folder of ['etc', 'var/lib/postgresql/data', 'var/lib/clickhouse', 'var/log/clickhouse-server'])
      mkdirSync(join(root, folder), { recursive: true });
    writeFileSync(join(root, 'etc/passwd'), 'root:x:0:0::/:/bin/sh\nportsip:x:888:888::/:/bin/sh\n');
    writeFileSync(join(root, 'etc/group'), 'root:x:0:\nportsip:x:888:\n');
    writeFileSync(join(root, 'etc/localtime'), '');
    writeFileSync(join(root, 'var/empty/ping'), 'Ok.\n');
    if (supervised) addSupervisor(root, supervised);
    for (const program of programs) symlinkSync('server.sh', join(root, 'usr/local/bin', program));
    return execFileSync('tar', ['--sort=name', '--mtime=@0', '--owner=0', '--group=0', '-C', root, '-c', '.'], {
      maxBuffer: 1 << 28,
    });
  } finally {
    rmSync(root, { recursive: true });
  }
}

async function put(repository: string, content: Buffer): Promise<Blob> {
  const digest = digestOf(content);
  const begun = await call(`${repository}/blobs/uploads/`, 'POST');
  const place = new URL(begun.headers.get('location') ?? '', REGISTRY);
  place.searchParams.set('digest', digest);
  await call(place, 'PUT', 'application/octet-stream', content);
  return { digest, size: content.length };
}

async function call(path: string | URL, method: string, type?: string, body?: unknown): Promise<Response> {
  const response = await fetch(path instanceof URL ? path : `${REGISTRY}/v2/${path}`, {
    method,
    ...(type && { headers: { 'content-type': type } }),
    ...(body !== undefined && { body: Buffer.isBuffer(body) ? new Uint8Array(body) : JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${method} ${String(path)}: ${response.status} ${await response.text()}`);
  return response;
}

const digestOf = (content: Buffer) => `sha256:${createHash('sha256').update(content).digest('hex')}`;

async function main(images: string[]): Promise<void> {
  for (const image of images) {
    const [reference = '', version = ''] = image.split('=');
    await publish(reference, version);
  }
}

main(process.argv.slice(2)).catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
