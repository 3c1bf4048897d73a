import { InputError } from '../../cluster/types';

/** The scripts split their arguments again, unquoted and as root: nothing that a shell would touch may get there. */
export function plainWords(words: string[]): string[] {
  for (const word of words)
    if (!/^[A-Za-z0-9._:/@[\]%+,=-]+$/.test(word) || /\[.*[^0-9a-f:.].*\]/i.test(word))
      throw new InputError(
        `"${word.slice(0, 100)}" cannot be passed to a control script: only letters, digits and . _ : / @ % + , = - are safe`,
      );
  return words;
}

/** Stands for the token where a command line is only shown */
export const SHOWN_TOKEN = 'TOKEN';

/** Throws InputError for one that the script would tear apart, or for none. */
export function checkToken(server: string, token: string | undefined): string {
  if (!token) throw new InputError(`${server} needs an IM token: run issue-token first, or give im-token`);
  if (!/^[\w.~+/=:-]+$/.test(token))
    throw new InputError(
      `the IM token for ${server} has characters that im_ctl.sh would tear apart: issue a new one (rotate)`,
    );
  return token;
}

/** For root, who does something as a user with that user's home: its SSH keys are there. */
export function asUser(user: string, argv: string[]): string[] {
  return user === 'root' ? argv : ['sudo', '-n', '-H', '-u', user, '--', ...argv];
}
