// Draws docs/plan.svg: the scale-out plan as the demo really prints it. Run it after `npm run build`.
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const cli = process.argv[2] ?? join(root, 'dist/cli/index.js');
const CHARACTER = 7.83;
const LINE = 18;
const COLORS = { 31: '#ff7b72', 32: '#7ee787', 33: '#e3b341', 35: '#d2a8ff', 36: '#79c0ff' };

const output = execFileSync(process.execPath, [cli, 'demo'], {
  encoding: 'utf8',
  env: { ...process.env, FORCE_COLOR: '1', NO_COLOR: '', COLUMNS: '104', LANG: 'C.UTF-8' },
});
const lines = output.split('\n');
// eslint-disable-next-line no-control-regex
const plain = (line) => line.replace(/\u001b\[\d+m/g, '');
const from = lines.findIndex((line) => plain(line).startsWith('What would be done') && lines.indexOf(line) > 0);
const to = lines.findIndex((line) => plain(line).startsWith('3. '));
if (from < 0 || to < from) throw new Error('the demo printed no scale-out plan');
const shown = ['\u001b[2m$\u001b[22m portsip-cluster plan', '', ...lines.slice(from, to)];
while (plain(shown.at(-1)) === '') shown.pop();

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
let style = { color: '', bold: false, dim: false };
const span = (text) => {
  const attributes = [
    style.color && `fill="${style.color}"`,
    style.bold && 'font-weight="bold"',
    style.dim && 'fill-opacity="0.65"',
  ].filter(Boolean);
  if (text === '') return '';
  return attributes.length > 0 ? `<tspan ${attributes.join(' ')}>${escape(text)}</tspan>` : escape(text);
};
const draw = (line) =>
  line
    // eslint-disable-next-line no-control-regex
    .split(/(\u001b\[\d+m)/)
    .map((part) => {
      // eslint-disable-next-line no-control-regex
      const code = Number(/^\u001b\[(\d+)m$/.exec(part)?.[1] ?? NaN);
      if (Number.isNaN(code)) return span(part);
      if (code === 1) style.bold = true;
      else if (code === 2) style.dim = true;
      else if (code === 22) style = { ...style, bold: false, dim: false };
      else style.color = COLORS[code] ?? '';
      return '';
    })
    .join('');

const width = Math.ceil(Math.max(...shown.map((line) => plain(line).length)) * CHARACTER) + 40;
const height = shown.length * LINE + 40;
const text = shown.map((line, row) => `<text x="20" y="${34 + row * LINE}" xml:space="preserve">${draw(line)}</text>`);
writeFileSync(
  join(root, 'docs/plan.svg'),
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img">
<title>A plan that adds a media server to a PortSIP cluster, in a terminal</title>
<rect width="100%" height="100%" rx="8" fill="#0d1117"/>
<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="#e6edf3">
${text.filter((line) => !line.endsWith('"></text>')).join('\n')}
</g>
</svg>
`,
);
