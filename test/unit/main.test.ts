import { EventEmitter } from 'node:events';
import { keepCompiledCode } from '../../src/compile-cache';
import { run } from '../../src/main';

// Not of the tests' own code.
jest.mock('../../src/compile-cache', () => ({ keepCompiledCode: jest.fn() }));

it('the version is printed, and nobody will be told of a leak because a run waits for many hosts', async () => {
  const { argv, exitCode } = process;
  const { defaultMaxListeners } = EventEmitter;
  const write = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
  process.argv = ['node', 'portsip-cluster', '--version'];
  try {
    await run('cli');
    expect(write.mock.calls.join('')).toMatch(/^\d+\.\d+\.\d+\n/);
    expect(process.exitCode).toBe(0);
    expect(keepCompiledCode).toHaveBeenCalledTimes(1);
    // 0 is no limit. The warning itself goes past this process object, to the terminal.
    expect(EventEmitter.defaultMaxListeners).toBe(0);
  } finally {
    EventEmitter.defaultMaxListeners = defaultMaxListeners;
    Object.assign(process, { argv, exitCode });
    write.mockRestore();
  }
});
