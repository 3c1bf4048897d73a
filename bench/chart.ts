export interface Bar {
  label: string;
  /** undefined: not measured, with the reason as its note */
  value?: number;
  /** Least and most */
  range?: [number, number];
  note: string;
  /** Drawn in the colour of what is compared */
  strong?: boolean;
}

export interface Panel {
  title: string;
  bars: Bar[];
}

const WIDTH = 860;
const LEFT = 150;
const RIGHT = 250;
const BAR = 20;
const GAP = 6;
const HEAD = 34;

/** Panels of horizontal bars, each with a scale of its own that begins at 0. */
export function chart(title: string, subtitle: string, panels: readonly Panel[]): string {
  let y = 64;
  const parts: string[] = [];
  for (const panel of panels) {
    parts.push(text(20, y + 18, panel.title, 'panel'));
    y += HEAD;
    const most = Math.max(
      ...panel.bars.map(({ value = 0, range }) => Math.max(value, range?.[1] ?? 0)),
      Number.MIN_VALUE,
    );
    const scale = (WIDTH - LEFT - RIGHT) / most;
    for (const bar of panel.bars) {
      parts.push(drawBar(bar, y, scale));
      y += BAR + GAP;
    }
    y += 14;
  }
  const height = y + 10;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escape(title)}">
<style>
text { font: 13px system-ui, sans-serif; fill: #24292f }
.title { font-size: 17px; font-weight: 600 }
.panel { font-weight: 600 }
.note, .subtitle { fill: #57606a; font-size: 12px }
.bar { fill: #8c959f }
.strong { fill: #0969da }
.range { stroke: #24292f; stroke-width: 1.5 }
</style>
<rect width="${WIDTH}" height="${height}" fill="#ffffff"/>
${text(20, 28, title, 'title')}
${text(20, 48, subtitle, 'subtitle')}
${parts.join('\n')}
</svg>
`;
}

function drawBar({ label, value, range, note, strong }: Bar, y: number, scale: number): string {
  const middle = y + BAR / 2;
  const end = LEFT + Math.max(value ?? 0, range?.[1] ?? 0) * scale;
  return [
    `<text x="${LEFT - 10}" y="${middle + 4.5}" text-anchor="end">${escape(label)}</text>`,
    ...(value === undefined
      ? []
      : [
          `<rect class="bar${strong ? ' strong' : ''}" x="${LEFT}" y="${y}" width="${round(value * scale)}" height="${BAR}"/>`,
        ]),
    ...(range && range[0] < range[1]
      ? [
          `<line class="range" x1="${round(LEFT + range[0] * scale)}" x2="${round(LEFT + range[1] * scale)}" y1="${middle}" y2="${middle}"/>`,
        ]
      : []),
    text(round(end + 8), middle + 4.5, note, 'note'),
  ].join('\n');
}

function text(x: number, y: number, content: string, style: string): string {
  return `<text class="${style}" x="${x}" y="${y}">${escape(content)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function escape(content: string): string {
  return content.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
