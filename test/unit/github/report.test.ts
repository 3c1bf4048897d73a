import { ClusterFileError, InputError } from '../../../src/cluster/types';
import { explain } from '../../../src/github/report';
import { HostError } from '../../../src/host/types';
import { PbxError } from '../../../src/pbx/types';

test('what an operator can put right is told without a stack trace', () => {
  expect(explain(new InputError('concurrency: too many'))).toEqual({ text: 'concurrency: too many', exitCode: 2 });
  expect(explain(new HostError('192.168.1.21 does not answer', 'media-server-1', 'unreachable'))).toEqual({
    text: '192.168.1.21 does not answer',
    exitCode: 1,
  });
  expect(explain(new PbxError('the PBX refused it', { operation: 'GET /im' }))).toEqual({
    text: 'the PBX refused it',
    exitCode: 1,
  });
});

test('a broken cluster file keeps its positions', () => {
  const problem = { file: 'c.yaml', line: 2, column: 3, severity: 'error', code: 'x', message: 'wrong' } as const;
  expect(explain(new ClusterFileError([problem]))).toEqual({
    text: 'c.yaml:2:3: error: wrong',
    exitCode: 2,
    problems: [problem],
  });
});

test('a fault of ours says so and keeps its stack for debugging', () => {
  const told = explain(new TypeError('x is undefined'));
  expect(told.text).toBe('unexpected error, please report it: x is undefined');
  expect(told.stack).toContain('report.test');
  expect(explain('just a string').text).toContain('just a string');
});
