import { afterEach, expect, jest, test } from '@jest/globals';
import { setRuntimeFlags } from './runtime-flags.ts';

afterEach(() => void jest.restoreAllMocks());

const begin = (flags: string[]) => {
  const beginAnew = jest.fn<() => never>();
  jest.replaceProperty(process, 'execArgv', flags);
  jest.spyOn(process as Required<NodeJS.Process>, 'execve').mockImplementation(beginAnew);
  setRuntimeFlags();
  return beginAnew;
};

(process.platform === 'win32' ? test.skip : test)(
  'the process begins anew with all that it was given',
  () => {
    const beginAnew = begin(['--enable-source-maps']);
    expect(beginAnew).toHaveBeenCalledTimes(1);
    const [path, args, environment] = beginAnew.mock.calls[0] as unknown as [string, string[], object];
    expect(path).toBe(process.execPath);
    expect(args.slice(0, 4)).toEqual([
      process.execPath,
      '--enable-source-maps',
      '--max-semi-space-size=16',
      expect.stringMatching(/^--v8-pool-size=[1-4]$/),
    ]);
    expect(args.slice(4)).toEqual(process.argv.slice(1));
    // Node 22 and early ones of 24 do not take it over by themselves, whatever their documentation says.
    expect(Object.keys(environment)).toContain('PATH');
  },
);

test.each([[['--max-semi-space-size=64', '--v8-pool-size=2']], [['--import', 'somebody']]])(
  'with %j it stays as it is',
  (flags) => expect(begin(flags)).not.toHaveBeenCalled(),
);
