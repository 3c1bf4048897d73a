import fc from 'fast-check';
import { drawCluster, label } from '../../../src/render/drawing';
import type { KnownServer } from '../../../src/render/words';
import { builtInOff, builtInOn, roleRemoval, roleSetup } from '../changes';
import { scaleOut, servers } from './plans';

const draw = (...given: Parameters<typeof drawCluster>) => drawCluster(...given)?.join('\n') ?? '';

test('a scale-out shows what is new and what is restarted', () => {
  const text = draw(scaleOut.changes, { servers, pbx: '192.168.1.20' });
  expect(text).toContain('n1["PBX<br/>192.168.1.20<br/>load balancer restarted"]:::restart');
  expect(text).toContain('medias --- n3["media-server-2<br/>192.168.1.27, new"]:::create');
  expect(text).toContain('queues --- n4["queue-server-1<br/>192.168.1.22, restarted"]:::restart');
  expect(text.match(/classDef (\w+)/g)).toEqual(['classDef restart', 'classDef create', 'classDef role']);
});

test('a server that goes is drawn as well', () => {
  const leaving: KnownServer[] = [{ name: 'media-server-9', role: 'media', privateIp: '192.168.1.99' }];
  const gone = roleRemoval({ server: 'media-server-9' });
  expect(draw([gone], { servers, leaving })).toContain('"media-server-9<br/>192.168.1.99, removed"]:::delete');
});

test('of many servers to which the same happens one is drawn, and it stays small', () => {
  const many = Array.from({ length: 1000 }, (_, n): KnownServer => ({ name: `media-server-${n}`, role: 'media' }));
  const text = draw([roleSetup({ server: 'media-server-0' })], { servers: many });
  expect(text).toContain('"media-server-0<br/>new"]:::create');
  expect(text).toContain('"999 servers<br/>as it is"]:::unchanged');
  expect(text.length).toBeLessThan(2000);
});

test('what becomes of a built-in server is drawn at the main server', () => {
  expect(draw([builtInOff({ role: 'media' }), builtInOn({ role: 'ivr' })], { servers })).toContain(
    'n1["PBX<br/>built-in media server#58; off<br/>built-in IVR server#58; on"]:::update',
  );
});

test('without servers there is nothing to draw', () => {
  expect(drawCluster([], { servers: [] })).toBeUndefined();
});

test.each([
  ['media-server-1', 'media-server-1'],
  ['192.168.1.27, new', '192.168.1.27, new'],
  ['"]; click n1 "https://evil.example"', '#34;#93;#59; click n1 #34;https#58;#47;#47;evil.example#34;'],
  ['%%{init: {}}%%', '#37;#37;#123;init#58; #123;#125;#125;#37;#37;'],
  ['`**bold**` _it_', '#96;#42;#42;bold#42;#42;#96; #95;it#95;'],
  ['- item', '#45; item'],
  ['1. item', '1#46; item'],
  ['<img src=x onerror=alert(1)>', '#60;img src#61;x onerror#61;alert#40;1#41;#62;'],
  ['#quot;', '#35;quot#59;'],
  ['two\nlines', 'two lines'],
])('%j is drawn as it is and does nothing', (text, safe) => expect(label(text)).toBe(safe));

test('whatever servers are called, a drawing has the lines that we draw and is far below what GitHub takes', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 64 });
  fc.assert(
    fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 60 }), (names) => {
      const all = names.map((one, n): KnownServer => ({ name: one, role: n % 2 ? 'media' : 'queue', privateIp: one }));
      const changes = names.map((server, n) =>
        n % 3 ? roleSetup({ server, action: 'update' }) : roleRemoval({ server, impact: 'new-calls' }),
      );
      const lines = drawCluster(changes, { servers: all }) ?? [];
      expect(lines.join('\n').length).toBeLessThanOrEqual(12_000);
      for (const line of lines.slice(2))
        expect(line).toMatch(
          /^ {2}((n1 --- \w+s\(|\w+s --- )?(n?\d*)?\[?"([A-Za-z0-9 .,-]|#\d+;|<br\/>)*"\]?(\))?|n1 --- \w+s\(\["[A-Za-z ]+"\]\))(:::\w+)?$|^ {2}classDef \w+ [\w:#, -]+$/,
        );
    }),
    { numRuns: 50 },
  );
});
