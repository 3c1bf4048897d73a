/** What a command's end tells a script. docs/command-line.md has the same table, and a test compares them. */
export const EXIT = { ok: 0, failed: 1, input: 2, changes: 3, hindered: 4, interrupted: 130 } as const;

/** One row a code */
export const EXIT_CODES: readonly (readonly [code: number, means: string])[] = [
  [EXIT.ok, 'done, or nothing to do; plan and status: looked at all of it, and nothing is in the way'],
  [EXIT.failed, 'not all was done, or nobody said yes'],
  [EXIT.input, 'bad input: nothing was done'],
  [EXIT.changes, 'plan and status with --exit-code: there are changes to make'],
  [
    EXIT.hindered,
    'plan and status: something is blocked or could not be seen, or nothing could, whatever changes there are',
  ],
  [EXIT.interrupted, 'interrupted by Ctrl-C or a signal'],
];
