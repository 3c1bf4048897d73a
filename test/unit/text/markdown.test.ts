import { code, escapeMarkdown, escapeMarkdownLines, fence } from '../../../src/text/markdown';

/** What a browser shows of it. */
const shown = (markdown: string) =>
  markdown.replace(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number))).replaceAll('\u200b', '');

const ATTACKS = [
  '<img src=x onerror=alert(1)>',
  '</details><script>',
  '[click](https://evil.example)',
  '![](https://evil.example/pixel.png)',
  '**bold** _it_ ~~gone~~ `code`',
  '@octocat and @acme/ops',
  '#12, acme/pbx#12 and GH-12',
  'deadbeef0123',
  'a | b || c',
  '> [!CAUTION]',
  '# heading',
  '- item',
  '1. item',
  'see https://evil.example or www.evil.example',
  '&lt;b&gt; &#64;octocat',
  ':rocket: \\@octocat',
];

test.each(ATTACKS)('%s is shown as it is and does nothing', (text) => {
  const escaped = escapeMarkdown(text);
  expect(shown(escaped)).toBe(text);
  const plain = escaped.replace(/&#\d+;/g, '');
  expect(plain).not.toMatch(/[<>[\]`*_|\\#@~&!]/);
  expect(plain).not.toMatch(/^\s*([-+]|\d+[.)]) ?|https?:\/\/|www\./);
});

test.each(ATTACKS)('%s as code is code in a line and in a table', (text) => {
  const span = code(text);
  expect(span).toMatch(/^(`[^`|@#<>]*`|<code>([\w ]|&#\d+;)*<\/code>)$/);
  expect(shown(span)).toContain(text);
});

test.each(['@octocat', '@acme/ops'])('%s tells nobody', (text) => {
  // GitHub looks for mentions in the page, where entities are characters again.
  expect(escapeMarkdown(text)).toMatch(/^&#64;\u200b/);
});

test('plain words, names and addresses stay readable in the raw text', () => {
  const text = "media-server-2 (192.168.1.27/32): container isn't running, 3 of 5 tries";
  expect(escapeMarkdown(text)).toBe(text);
  expect(code('portsip/pbx:22')).toBe('`portsip/pbx:22`');
});

test('lines become line breaks, not new blocks', () => {
  expect(escapeMarkdownLines('first\n\n# second\r\n- third')).toBe('first<br>&#35; second<br>&#45; third');
});

test('what is fenced cannot leave its fence', () => {
  const block = fence('diff', ['+ name', '```', '</details>', '````` @octocat', 'two\nlines']).split('\n');
  expect(block[0]).toBe('``````diff');
  expect(block.at(-1)).toBe('``````');
  expect(block).toHaveLength(7);
  expect(block.join()).not.toContain('@octocat');
});
