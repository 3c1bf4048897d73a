import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { until } from '../../until';
import { serve, type ServedSandbox } from '../../../src/sandbox/serve';

it('keeps a sandbox for tests in other processes, which see and steer it over HTTP', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'serve-'));
  const out = join(folder, 'sandbox.json');
  const stop = new AbortController();
  const serving = serve(['--out', out, '--online-delay', '0'], stop.signal);
  try {
    await until(() => existsSync(out));
    const served = JSON.parse(readFileSync(out, 'utf8')) as ServedSandbox;
    const get = async (path: string) => await (await fetch(served.control + path)).json();
    const post = async (path: string, body: unknown) =>
      (await fetch(served.control + path, { method: 'POST', body: JSON.stringify(body) })).status;

    expect(Object.keys(served.env).sort()).toEqual([
      'PORTSIP_PBX_FINGERPRINT',
      'PORTSIP_PBX_PASSWORD',
      'PORTSIP_PBX_USERNAME',
      'PORTSIP_SSH_KNOWN_HOSTS',
      'PORTSIP_SSH_PRIVATE_KEY',
    ]);
    expect(served.secrets).toContain(served.env.PORTSIP_PBX_PASSWORD);
    expect(served.clusterFile).toContain('jump_host: pbx@127.0.0.1:');
    expect(await get('/snapshot')).toMatchObject({ hosts: { 'media-server-1': { containers: [] } } });
    expect(await get('/runs')).toMatchObject({ 'media-server-1': [] });
    expect(await post('/fault', { host: 'media-server-1', fault: 'diskFull', value: true })).toBe(200);
    expect(existsSync(join(served.dir, 'hosts/media-server-1/.state/faults/diskFull'))).toBe(true);
    expect(await post('/fault', { host: 'nobody', fault: 'diskFull', value: true })).toBe(400);
    expect(await post('/calls/add', { server: 'default', count: 2 })).toBe(200);
    expect(await get('/calls')).toEqual({ up: 2, placed: 2, cut: 0, rejected: 0 });
    expect(await post('/hosts', { name: 'media-server-2', role: 'media', address: '192.168.1.27' })).toBe(200);
    expect(await get('/cluster-file')).toMatchObject({ text: expect.stringContaining('192.168.1.27') });
    stop.abort();
    await serving;
    expect(existsSync(served.dir)).toBe(false);
    await expect(fetch(served.control)).rejects.toThrow();
  } finally {
    stop.abort();
    rmSync(folder, { recursive: true, force: true });
  }
});

it('says what is wrong with its arguments', async () => {
  await expect(serve([])).rejects.toThrow('--out is missing');
  await expect(serve(['--out', '/dev/null', '--addresses', 'moon'])).rejects.toThrow('guide or loopback');
});
