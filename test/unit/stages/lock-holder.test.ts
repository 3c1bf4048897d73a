import { hostname } from 'node:os';
import { unknown } from '../../../src/host/reading';
import { lockHolder } from '../../../src/stages/lock';

const lock = (holder: object) => JSON.stringify({ since: '2026-11-22T04:00:00.000Z', ...holder });

test('nobody holds a lock that is not there, or whose holder gave no sign of life for two minutes', () => {
  expect(lockHolder({ lock: undefined })).toBeUndefined();
  expect(lockHolder({ lock: lock({ id: 'x' }), lockIdleMs: 120_000 })).toBeUndefined();
});

test('a lock names its holder, and shows what somebody else wrote without obeying it', () => {
  expect(lockHolder({ lock: lock({ id: 'run 7', host: 'runner\u001b[31m' }), lockIdleMs: 5000 })).toBe(
    'run 7 on runner?[31m since 2026-11-22 04:00:00 UTC',
  );
  expect(lockHolder({ lock: unknown('reading holder.json failed') })).toBe(
    'a run that cannot be told (reading holder.json failed)',
  );
  expect(lockHolder({ lock: '{' })).toBe('another run');
});

test('a terminal of that name and process number may be on another machine', () => {
  expect(lockHolder({ lock: lock({ id: 'me', host: hostname(), pid: 2 ** 22 + 1 }), lockIdleMs: 5000 })).toBeDefined();
});
