import { html, type Html } from '../text/html';

/*
 * What all pages have in common: no script, nothing from elsewhere, light or dark as the reader has it.
 */

export function pageHead(title: string): Html {
  return html`<head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <meta name="color-scheme" content="light dark" />
    <meta
      http-equiv="Content-Security-Policy"
      content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
    />
    <title>${title}</title>
    <style>
      ${STYLE}
    </style>
  </head>`;
}

/** `at`: milliseconds since the epoch */
export function lookedAt(at: number): Html {
  const time = new Date(at).toISOString();
  return html`<p class="at">Looked at <time datetime="${time}">${time.slice(0, 16).replace('T', ' ')} UTC</time></p>`;
}

/** No colour alone says anything: each state is a word as well. */
const STYLE = html`
  :root{--page:#ffffff;--ink:#1f2328;--soft:#59636e;--line:#818b98;--card:#f6f8fa;--good:#1a7f37;--odd:#8a5d00;--bad:#b3202c}
  @media
  (prefers-color-scheme:dark){:root{--page:#0d1117;--ink:#f0f6fc;--soft:#a4adb8;--line:#656c76;--card:#151b23;--good:#4cc467;--odd:#e0ac3a;--bad:#ff8a80}}
  *{box-sizing:border-box} body{margin:0
  auto;max-width:72rem;padding:1rem;background:var(--page);color:var(--ink);font:1rem/1.5
  system-ui,sans-serif;overflow-wrap:anywhere} h1{font-size:1.6rem;margin:0}h2{font-size:1.2rem;margin:1.5rem 0
  .5rem}h3{font-size:1rem;margin:0}h4{font-size:1rem;margin:0} .verdict{font-size:1.1rem;font-weight:600;margin:.25rem
  0}.at{color:var(--soft);margin:0}
  p.good,.good>.state{color:var(--good)}p.odd,.odd>.state{color:var(--odd)}p.bad,.bad>.state{color:var(--bad)}li.odd>strong:first-child{color:var(--odd)}li.bad>strong:first-child{color:var(--bad)}
  .drawing{display:grid;gap:1rem} .role{border-left:2px solid var(--line);padding-left:1rem}
  .role>ul{list-style:none;margin:.5rem 0
  0;padding:0;display:grid;gap:.75rem;grid-template-columns:repeat(auto-fill,minmax(min(15rem,100%),1fr))}
  .node{background:var(--card);border:1px solid var(--line);border-left:6px solid
  var(--line);border-radius:6px;padding:.6rem .8rem} .node p{margin:.15rem
  0}.node.good{border-left-color:var(--good)}.node.odd{border-left-color:var(--odd)}.node.bad{border-left-color:var(--bad)}
  .state{font-weight:600}.small{color:var(--soft);font-size:.9rem} meter{width:100%;height:1rem} @media
  (min-width:48rem){.drawing{grid-template-columns:16rem 1fr}.node.main{grid-row:span
  6;align-self:start}.role{grid-column:2}} @media print{body{max-width:none}} a{color:inherit}
  table{border-collapse:collapse;width:100%} th,td{text-align:left;vertical-align:top;padding:.4rem
  .6rem;border-bottom:1px solid var(--line)} tr{border-left:6px solid
  var(--line)}tr.good{border-left-color:var(--good)}tr.odd{border-left-color:var(--odd)}tr.bad{border-left-color:var(--bad)}
  tr.good>.state{color:var(--good)}tr.odd>.state{color:var(--odd)}tr.bad>.state{color:var(--bad)} thead
  th,td{overflow-wrap:normal}td.any{overflow-wrap:anywhere} .label{display:none} @media
  (max-width:47.99rem){thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
  table,tbody,tr,td,tbody th{display:block} tr{background:var(--card);border:1px solid var(--line);border-left:6px solid
  var(--line);border-radius:6px;margin-bottom:.75rem;padding:.4rem .4rem} td,tbody th{border:0;padding:.1rem .4rem}
  .label{display:inline;color:var(--soft)}}
`;
