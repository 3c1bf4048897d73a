import { documentOf, linesOf, renderHosts } from '../../../src/cli/hosts';
import { compareSightings } from '../../../src/host/host-keys';
import { unknown } from '../../../src/host/reading';
import { sightings, HERE, OTHER } from './sightings';

test('two places say alike, different, or nothing', () => {
  expect(compareSightings({ here: HERE, there: HERE })).toBe('alike');
  expect(compareSightings({ here: HERE, there: OTHER })).toBe('different');
  expect(compareSightings({ here: HERE, there: unknown('no answer') })).toBe('one-place');
  expect(compareSightings({ here: HERE })).toBe('one-place');
});

test('only what both places have seen alike is a line that trusts', () => {
  const lines = linesOf(documentOf('acme', sightings));
  expect(lines).toEqual([
    `192.168.1.21 ssh-ed25519 ${HERE.toString('base64')}`,
    expect.stringMatching(/^# vr-server-1: seen from one place; compare SHA256:/),
    `#[192.168.1.24]:2222 ssh-ed25519 ${HERE.toString('base64')}`,
  ]);
});

test('a person reads who is new, who is not to be trusted and who was not seen, and nothing of those that are known', () => {
  const text = renderHosts(documentOf('acme', sightings), false);
  expect(text).not.toContain('pbx (');
  expect(text).toContain('media-server-1 (192.168.1.21): new, the same key from both places\n');
  expect(text).toContain('vr-server-1 (192.168.1.24, port 2222): new, seen from one place alone\n');
  expect(text).toContain('from main server: not seen (no answer)');
  expect(text).toContain('queue-server-1 (192.168.1.22): NOT THE SAME KEY from both places');
  expect(text).toContain('Trust none of these until you know why: queue-server-1 and meeting-server-1');
  expect(text).toContain(
    'im-server-1 (192.168.1.25) and dataflow-server-1 (192.168.1.26): not seen\n  it is off\\x1b[31m\n',
  );
  expect(text).toMatch(/acme: 1 of 7 machines known; the lines of 2 new ones go to standard output/);
});
