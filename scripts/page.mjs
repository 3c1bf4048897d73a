// Shows Markdown of ours as GitHub shows it, for eyes and for pictures: node scripts/page.mjs FILE.md PAGE.html [--dark]
// Wants three packages that nothing else here needs: npm install --no-save marked mermaid github-markdown-css
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const [source, target, ...flags] = process.argv.slice(2);
if (!source || !target) throw new Error('node scripts/page.mjs FILE.md PAGE.html [--dark]');
const from = createRequire(join(process.env.PAGE_MODULES ?? root, 'from-here.js'));
const { marked } = from('marked');
const dark = flags.includes('--dark');
const css = readFileSync(from.resolve(`github-markdown-css/github-markdown-${dark ? 'dark' : 'light'}.css`), 'utf8');
const mermaid = readFileSync(from.resolve('mermaid/dist/mermaid.min.js'), 'utf8');

const ALERTS = { NOTE: '#0969da', TIP: '#1a7f37', IMPORTANT: '#8250df', WARNING: '#9a6700', CAUTION: '#d1242f' };
const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
marked.use({
  gfm: true,
  renderer: {
    code({ text, lang }) {
      if (lang === 'mermaid') return `<pre class="mermaid">${escape(text)}</pre>`;
      if (lang !== 'diff') return false;
      const colour = (line) =>
        ({
          '+': ['#dafbe1', '#116329'],
          '-': ['#ffebe9', '#82071e'],
          '!': ['#fff8c5', '#953800'],
          '#': ['', '#59636e'],
        })[line[0]];
      const lines = text.split('\n').map((line) => {
        const [fill, ink] = colour(line) ?? ['', ''];
        return `<span style="background:${dark ? '' : fill};color:${dark ? '' : ink};display:block">${escape(line) || ' '}</span>`;
      });
      return `<pre><code>${lines.join('')}</code></pre>`;
    },
    blockquote({ tokens }) {
      const body = this.parser.parse(tokens);
      const [, type] = /\[!(\w+)\]/.exec(body) ?? [];
      const ink = ALERTS[type];
      if (!ink) return `<blockquote>${body}</blockquote>`;
      const title = `<p style="color:${ink};font-weight:600">${type[0]}${type.slice(1).toLowerCase()}</p>`;
      return `<div style="border-left:.25em solid ${ink};padding:.5em 1em;margin-bottom:16px">${title}${body.replace(/\[!\w+\]\s*/, '')}</div>`;
    },
  },
});

const text = readFileSync(source, 'utf8');
writeFileSync(
  target,
  `<!doctype html><meta charset="utf-8"><style>${css}
body{margin:0;background:${dark ? '#0d1117' : '#fff'}}
.markdown-body{box-sizing:border-box;max-width:${flags.includes('--wide') ? 1100 : 830}px;padding:24px;margin:auto;font-size:14px}
.mermaid{background:none!important;text-align:center}</style>
<article class="markdown-body">${marked.parse(text)}</article>
<script>${mermaid.replaceAll('</script', '<\\/script')}</script>
<script>mermaid.initialize({startOnLoad:true,securityLevel:'strict',theme:${dark ? "'dark'" : "'default'"},maxTextSize:50000,maxEdges:500})</script>
`,
);
