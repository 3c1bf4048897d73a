import type { Fault } from './fault';
import type { Position } from './types';

/*
 * What people do to a cluster file that no YAML parser tells them in words they could use.
 */

type Found = Pick<Fault, 'message' | 'cure'> & Position & { code: string };

/** What git leaves in a file when it cannot merge: then nothing else in it means anything. */
export function conflictMarkers(text: string): Found[] {
  if (!/^<{7} /m.test(text)) return [];
  return text.split('\n').flatMap((line, index) =>
    /^<{7} /.test(line)
      ? [
          {
            line: index + 1,
            column: 1,
            code: 'merge-conflict',
            message: 'two versions of the file meet here, and git could not merge them',
            cure: 'keep what is to be of the lines between <<<<<<< and >>>>>>>, and delete these lines and =======',
          },
        ]
      : [],
  );
}

/**
 * Signs that YAML lives by and that only look like them: the blanks of an indentation, the dash of an entry, the colon behind a key.
 * Empty: there are none.
 */
export function oddSigns(text: string): Found[] {
  return text.split('\n').flatMap((line, index): Found[] => {
    const [, blanks = '', blank] = /^([ \t]*)([^\S \t\r]|[\u00ad\u200b-\u200d\u2060\ufeff])/.exec(line) ?? [];
    if (blank !== undefined) return [odd(index, blanks, blank, 'in the indentation', 'indent by spaces alone')];
    const [, indent = '', dash] = /^(\s*)([\u2010-\u2015\u2212\u2022\uff0d])\s/.exec(line) ?? [];
    if (dash !== undefined)
      return [odd(index, indent, dash, 'where an entry begins', 'type a plain - (minus) and a space')];
    const [, key = '', colon] = /^(\s*(?:- +)?[A-Za-z_]+\s*)([\uff1a\ufe55\u2236\ua789])/.exec(line) ?? [];
    if (colon !== undefined) return [odd(index, key, colon, 'behind a key', 'type a plain : and a space')];
    return [];
  });
}

function odd(index: number, before: string, sign: string, where: string, cure: string): Found {
  const name = nameOf(sign) ?? 'a sign that only looks right';
  return {
    line: index + 1,
    column: before.length + 1,
    code: 'odd-sign',
    message: `${name} (${codeOf(sign)}) stands ${where}`,
    cure,
  };
}

/** An entry of a list below another field than servers, as when one is added at the end of the file. */
export function misplacedEntry(text: string): Found | undefined {
  let below: string | undefined;
  let indent = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const field = /^([A-Za-z_]+)\s*:/.exec(line)?.[1];
    if (field !== undefined) below = field;
    const entry = /^(\s*)- +(?:\{ *)?(?:name|role|private_ip) *:/.exec(line);
    if (!entry) continue;
    const [, before = ''] = entry;
    if (below === 'servers') indent ||= before.length;
    else
      return {
        line: index + 1,
        column: before.length + 1,
        code: 'misplaced-entry',
        message: `this server stands below ${below ?? 'no field'}`,
        cure: `move it up to the others below servers, each "- " at ${indent === 0 ? 'the same column' : `column ${indent + 1}`}`,
      };
  }
  return undefined;
}

/** Fields of other tools, and what people look for here. No secret stands in a cluster file. */
export function secretField(owner: string, field: string): string | undefined {
  const [, secret] = SECRETS.find(([pattern]) => pattern.test(`${owner}.${field}`)) ?? [];
  return secret;
}

const NEVER = 'no secret stands in this file';
const SECRETS: readonly (readonly [pattern: RegExp, cure: string])[] = [
  [/^(pbx\.|\.(portsip_?)?pbx_?)(pbx_?)?(user|user_?name|login|admin)$/i, 'that is the variable PORTSIP_PBX_USERNAME'],
  [
    /^(pbx\.|\.(portsip_?)?pbx_?)(pbx_?)?(pass|passwd|password|secret|token)$/i,
    `${NEVER}: that is PORTSIP_PBX_PASSWORD`,
  ],
  [/^pbx\.(fingerprint|certificate|cert|ca)$/i, 'that is the variable PORTSIP_PBX_FINGERPRINT or PORTSIP_PBX_CA'],
  [/(^|\.)(sudo|become)_?(pass|password)$/i, `${NEVER}: that is PORTSIP_SUDO_PASSWORD`],
  [
    /^(ssh\.|\.(portsip_?)?ssh_?)(ssh_?)?(pass|passwd|password)$/i,
    `${NEVER}: hosts are signed in to with a key, PORTSIP_SSH_PRIVATE_KEY; the password that sudo asks for is PORTSIP_SUDO_PASSWORD`,
  ],
  [/(^|\.)(passphrase)$/i, `${NEVER}: that is PORTSIP_SSH_PASSPHRASE`],
  [
    /(^|\.)(key|private_?key|key_?file|identity|identity_?file|ssh_?key)$/i,
    `${NEVER}: that is PORTSIP_SSH_PRIVATE_KEY`,
  ],
  [/(^|\.)known_?hosts$/i, 'that is the variable PORTSIP_SSH_KNOWN_HOSTS'],
  [
    /(^|\.)(pass|passwd|password)$/i,
    `${NEVER}: docs/getting-started.md, "Environment, secrets and variables", names the secrets`,
  ],
];

/** The first character of a text that looks like another one, by name; undefined: there is none. */
export function lookAlike(text: string): string | undefined {
  for (const [index, character] of Array.from(text).entries()) {
    const name = nameOf(character);
    if (name === undefined) continue;
    return `character ${index + 1} is ${name} (${codeOf(character)})`;
  }
  return undefined;
}

/** `U+00A0` */
function codeOf(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

function nameOf(character: string): string | undefined {
  const known = LOOK_ALIKES[character];
  if (known !== undefined) return known;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return `a wide ${String.fromCharCode(code - 0xfee0)}`;
  if (/\p{Script=Cyrillic}/u.test(character)) return 'a Cyrillic letter';
  if (/\p{Script=Greek}/u.test(character)) return 'a Greek letter';
  if (/[\p{Cf}\p{Zs}]/u.test(character) && character !== ' ') return 'an invisible character';
  return undefined;
}

const LOOK_ALIKES: Readonly<Partial<Record<string, string>>> = {
  '\u00a0': 'a no-break space',
  '\u2022': 'a bullet, not -',
  '\uff1a': 'a wide colon, not :',
  '\u202f': 'a narrow no-break space',
  '\u200b': 'a zero-width space',
  '\u200d': 'a zero-width joiner',
  '\ufeff': 'a byte order mark',
  '\u00ad': 'a soft hyphen',
  '\u2010': 'a typographic hyphen, not -',
  '\u2011': 'a no-break hyphen, not -',
  '\u2012': 'a figure dash, not -',
  '\u2013': 'an en dash, not -',
  '\u2014': 'an em dash, not -',
  '\u2212': 'a minus sign, not -',
  '\u2018': 'a curly quote',
  '\u2019': 'a curly quote',
  '\u201c': 'a curly quote',
  '\u201d': 'a curly quote',
  '\u201e': 'a low quote',
  '\u2044': 'a fraction slash, not /',
  '\u2215': 'a division slash, not /',
  '\u2024': 'a one dot leader, not .',
  '\u3002': 'an ideographic full stop, not .',
  '\u0430': 'a Cyrillic a',
  '\u0435': 'a Cyrillic e',
  '\u043e': 'a Cyrillic o',
  '\u0440': 'a Cyrillic r, which looks like p',
  '\u0441': 'a Cyrillic s, which looks like c',
  '\u0445': 'a Cyrillic kh, which looks like x',
  '\u0456': 'a Cyrillic i',
  '\u03bf': 'a Greek o',
};
