// Draws build/screenshots/*.md as GitHub would show them, to docs/NAME.png: node test/screenshots/render.mjs
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { marked } from 'marked';
import { launch } from 'puppeteer-core';
import sharp from 'sharp';

const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const packaged = (path) => readFileSync(join(here, 'node_modules', path), 'utf8');
const browser = [process.env.CHROMIUM, '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
  (path) => path && existsSync(path),
);
if (!browser) throw new Error('chromium is missing: apt-get install chromium, or set CHROMIUM to its path');

/** Alerts and mermaid are GitHub's own additions to its Markdown. */
function html(markdown) {
  const body = marked
    .parse(markdown, { gfm: true })
    .replace(/<pre><code class="language-mermaid">([^]*?)<\/code><\/pre>/g, '<pre class="mermaid">$1</pre>')
    .replace(
      /<blockquote>\s*<p>\[!(NOTE|TIP|IMPORTANT|WARNING|CAUTION)\]\s*/g,
      (_, kind) =>
        `<blockquote class="markdown-alert markdown-alert-${kind.toLowerCase()}"><p class="markdown-alert-title">${kind[0]}${kind.slice(1).toLowerCase()}</p><p>`,
    )
    .replace(
      /^<pre><code class="language-diff">([^]*?)<\/code><\/pre>/gm,
      (_, code) => `<pre class="diff"><code>${diff(code)}</code></pre>`,
    );
  return `<!doctype html><meta charset="utf-8"><style>${packaged('github-markdown-css/github-markdown-light.css')}
    body { margin: 0; padding: 16px; width: 890px; background: #fff; }
    .markdown-body { border: 1px solid #d1d9e0; border-radius: 6px; padding: 16px; }
    .diff .add { background: #dafbe1; color: #0a3622; } .diff .delete { background: #ffebe9; } .diff .note { color: #59636e; }
    pre.mermaid { background: none; text-align: center; }
  </style><article class="markdown-body">${body}</article><script>${packaged('mermaid/dist/mermaid.min.js')}</script>
  <script>mermaid.initialize({ startOnLoad: false }); mermaid.run().then(() => (window.drawn = true), (error) => (window.drawn = String(error)));</script>`;
}

const diff = (code) =>
  code
    .split('\n')
    .map((line) => {
      const kind = { '+': 'add', '-': 'delete' }[line[0]];
      return kind ? `<span class="${kind}">${line}</span>` : line;
    })
    .join('\n');

const chromium = await launch({ executablePath: browser, args: ['--no-sandbox', '--font-render-hinting=none'] });
try {
  for (const file of readdirSync(join(root, 'build/screenshots')).filter((name) => name.endsWith('.md'))) {
    const page = await chromium.newPage();
    await page.setViewport({ width: 892, height: 600, deviceScaleFactor: 1.25 });
    await page.setContent(html(readFileSync(join(root, 'build/screenshots', file), 'utf8')));
    await page.waitForFunction('window.drawn !== undefined');
    const drawn = await page.evaluate('window.drawn');
    if (drawn !== true) throw new Error(`${file}: mermaid cannot draw it: ${drawn}`);
    const out = join(root, 'docs', `${basename(file, '.md')}.png`);
    const picture = await (await page.$('article')).screenshot();
    // Few colours are enough for text, and a repository keeps each picture for ever.
    const { size } = await sharp(picture).png({ palette: true, colours: 64, effort: 10 }).toFile(out);
    console.log(`${out}: ${Math.round(size / 1024)} kB`);
    await page.close();
  }
} finally {
  await chromium.close();
}
