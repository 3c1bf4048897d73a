import { parseJumpHost } from '../../../src/cluster/jump-host';

describe('jump hosts', () => {
  it.each([
    ['bastion', { host: 'bastion' }],
    ['ops@bastion.example.com', { user: 'ops', host: 'bastion.example.com' }],
    ['10.0.0.1:2222', { host: '10.0.0.1', port: 2222 }],
    ['ops@bastion:22', { user: 'ops', host: 'bastion', port: 22 }],
    ['ops@[fd00::1]:2222', { user: 'ops', host: 'fd00::1', port: 2222 }],
  ])('%s', (text, expected) => expect(parseJumpHost(text)).toEqual(expected));
  it.each(['', '@x', 'a b', 'x:0', 'x:65536', 'fd00::1', '[x]', '-oProxyCommand=x', 'a@b@c', 'x:22:22'])(
    '%j is none',
    (text) => expect(parseJumpHost(text)).toBeUndefined(),
  );
});
