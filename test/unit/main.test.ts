import { EventEmitter } from 'node:events';
import { keepCompiledCode } from '../../src/compile-cache';
import { ENTRIES, run } from '../../src/main';

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

it.each([
  ['no code is read where it has nothing to give back', {}, 0],
  ['where it has the lock to give back', { 'STATE_in-charge': 'true' }, 1],
  ['where it has the journal to sum up', { STATE_journal: '/tmp/journal' }, 1],
])('of a post step: %s', async (_what, state, times) => {
  const { env, exitCode } = process;
  const load = jest.spyOn(ENTRIES, 'firewall').mockResolvedValue(() => Promise.resolve(0));
  process.env = { ...env, STATE_started: 'true', ...state };
  try {
    await run('firewall');
    expect(load).toHaveBeenCalledTimes(times);
  } finally {
    Object.assign(process, { env, exitCode });
    load.mockRestore();
  }
});
