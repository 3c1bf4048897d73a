import { fold } from '../../../src/text/fold';

test('lines are broken at spaces, and go on deeper than they began', () => {
  expect(fold('  one two three\nfour', 10)).toBe('  one two\n    three\nfour');
  expect(fold('one  two', 5)).toBe('one\n  two');
  expect(fold('one two three', undefined)).toBe('one two three');
  expect(fold('one  two', 80)).toBe('one  two');
});

test('colours take no room', () => {
  expect(fold('\u001b[31mone two\u001b[39m three', 13)).toBe('\u001b[31mone two\u001b[39m three');
});

test('what has to be copied stays in one piece', () => {
  expect(fold('see https://example.com/a/long/address now', 12)).toBe(
    'see\n  https://example.com/a/long/address\n  now',
  );
  const command = '  portsip-cluster deploy --servers media-server-1';
  expect(fold(command, 20)).toBe(command);
  expect(fold(`\u001b[33m${command}\u001b[39m`, 20)).toBe(`\u001b[33m${command}\u001b[39m`);
});
