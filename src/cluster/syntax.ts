import type { YAMLError } from 'yaml';
import { printable } from './fault';

type Slip = Pick<YAMLError, 'code' | 'message' | 'pos'>;

/** What is wrong with the YAML and what would be right, in words of a person who edits a file and knows no parser. */
export function inWords(
  slips: Slip[],
  hasLongQuote: boolean,
  lastQuote: number,
  text: string,
): { offset: number; message: string; cure?: string }[] {
  if (slips.length > 0 && hasLongQuote) return [{ offset: lastQuote, ...UNCLOSED }];
  const tabs = slips.filter(({ code }) => code === 'TAB_AS_INDENT');
  const offsets = (code: Slip['code']) => new Set(slips.filter((slip) => slip.code === code).map(({ pos }) => pos[0]));
  const multiline = offsets('MULTILINE_IMPLICIT_KEY');
  const nested = offsets('BLOCK_AS_IMPLICIT_KEY');
  // A tab breaks what follows it.
  const heard = slips.filter((slip) => slip.code === 'TAB_AS_INDENT' || !tabs[0] || slip.pos[0] < tabs[0].pos[0]);
  return heard.flatMap((slip) => {
    const offset = slip.pos[0];
    if (multiline.has(offset) && nested.has(offset)) {
      if (slip.code === 'MULTILINE_IMPLICIT_KEY') return [];
      return [
        {
          offset,
          message: 'the line below is indented deeper than this one, which has a value already',
          cure: SAME_INDENT,
        },
      ];
    }
    if (slip.code === 'MISSING_CHAR' && slip.message.startsWith('Missing closing')) {
      return [{ offset: lastQuote, ...UNCLOSED }];
    }
    if (slip.code === 'TAB_AS_INDENT') {
      if (slip !== tabs[0]) return [];
      const more = tabs.length > 1 ? `, and in ${tabs.length - 1} more ${tabs.length === 2 ? 'place' : 'places'}` : '';
      return [{ offset, message: `a tab is used for indentation${more}`, cure: 'use spaces, two per level' }];
    }
    // The parser stumbles more than once over one thing; the other words say more.
    if (VAGUE.includes(slip.code) && slips.some(({ code, pos }) => !VAGUE.includes(code) && pos[0] === offset))
      return [];
    const image = imageWithSpace(lineAt(text, offset));
    if (slip.code === 'BLOCK_AS_IMPLICIT_KEY' && image !== undefined)
      return [{ offset, message: 'there is a space in the name of an image', cure: image }];
    const [message, cure] = words(slip, text.charAt(offset));
    return [{ offset, message, ...(cure && { cure }) }];
  });
}

const UNCLOSED = { message: 'a quote is opened here and not closed', cure: 'close it with the same quote' };

const lineAt = (text: string, offset: number): string =>
  text.slice(text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1).split('\n', 1)[0] ?? '';

/** `image: portsip/pbx: 22` as it is meant */
function imageWithSpace(line: string): string | undefined {
  const [, name, version] = /^\s*(?:- )?\w*image\s*:\s+([\w./-]+):\s+([\w.-]+)\s*(?:#.*)?$/.exec(line) ?? [];
  return name === undefined ? undefined : printable(`${name}:${version}`);
}

const VAGUE: readonly Slip['code'][] = ['UNEXPECTED_TOKEN', 'MULTILINE_IMPLICIT_KEY'];

const SAME_INDENT = 'indent entries that belong together by the same number of spaces';

/** `at`: the character that it is about */
function words({ code, message }: Slip, at: string): [message: string, cure?: string] {
  if (/ end with a [}\]]$/.test(message))
    return ['a { or [ is opened above and not closed before this', 'close it with } or ]'];
  switch (code) {
    case 'BAD_INDENT':
      return ['the indentation is not that of the lines around it', SAME_INDENT];
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_COLLECTION_TYPE':
      return ['YAML tags (!name) mean nothing here', 'delete the tag, or put the text in quotes'];
    case 'BLOCK_AS_IMPLICIT_KEY':
      return [
        'two mappings begin on one line',
        'put text with ": " in it in quotes, or begin the second on a line of its own',
      ];
    case 'MULTILINE_IMPLICIT_KEY':
      return ['a key goes over several lines', 'is there a ":" missing after the key?'];
    case 'MISSING_CHAR':
      return ['this line is no "key: value"', 'is there a ":" missing after the key, or a space after ":" or "-"?'];
    case 'BAD_SCALAR_START':
      return [`a text cannot begin with ${printable(at)}`, 'put the text in quotes'];
    case 'BAD_ALIAS':
    case 'ALIAS_PROPS':
    case 'BAD_PROP_ORDER':
    case 'MULTIPLE_ANCHORS':
    case 'MULTIPLE_TAGS':
      return ['&, * and ! at the beginning of a text mean something to YAML', 'put the text in quotes'];
    case 'BAD_DQ_ESCAPE':
      return ['a \\ in a text between " begins what YAML does not know', "put the text between ' instead"];
    case 'BLOCK_IN_FLOW':
      return [
        'a line with "- " or "key:" of its own stands within { } or [ ]',
        'put commas between, or do without the brackets',
      ];
    case 'DUPLICATE_KEY':
      return ['the same key stands here twice', 'keep one of them'];
    case 'UNEXPECTED_TOKEN':
      return [
        'what stands here cannot follow what is before it',
        'is it indented as the lines around it, and the text with special characters in quotes?',
      ];
    default:
      return ['this is not YAML', 'is it the right file?'];
  }
}
