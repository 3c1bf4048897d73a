import { rowOf, versionsOf, type ClusterSight, type FleetRow } from '../status/fleet';
import { html, type Html } from '../text/html';
import { plural } from '../text/list';
import { driftWords, fleetHeadline, pbxVersionWord, reasonsOf, serverVersionsWords, upWords } from './fleet-status';
import { healthWord } from './health';
import { lookedAt, pageHead } from './page';

export interface FleetPageOptions {
  /** Milliseconds since the epoch */
  at: number;
  /** By name of the cluster, where its own page is; relative to this one */
  links: ReadonlyMap<string, string>;
}

/** Of one cluster; its own page has all. */
const MOST_REASONS = 20;

/** Many clusters at a glance as one page, like that of each. `sights` are in order, the worst first. Pure. */
export function fleetPage(sights: readonly ClusterSight[], { at, links }: FleetPageOptions): string {
  const rows = sights.map((sight) => ({ sight, row: rowOf(sight) }));
  const worst = rows.some(({ row }) => row.healthy !== true) ? 'bad' : rows.every(isQuiet) ? 'good' : 'odd';
  const page = html`<!doctype html>
    <html lang="en">
      ${pageHead(fleetHeadline(sights))}
      <body>
        <header>
          <h1>${plural(sights.length, 'cluster')}</h1>
          <p class="verdict ${worst}">${fleetHeadline(sights)}</p>
          ${lookedAt(at)}
        </header>
        <main>
          <section aria-labelledby="clusters">
            <h2 id="clusters">Clusters</h2>
            <table role="table">
              <thead role="rowgroup">
                <tr role="row">
                  ${TITLES.map((title) => html`<th role="columnheader" scope="col">${title}</th>`)}
                </tr>
              </thead>
              <tbody role="rowgroup">
                ${rows.map(({ sight, row }) => line(sight, row, links.get(sight.name)))}
              </tbody>
            </table>
          </section>
          <section aria-labelledby="versions">
            <h2 id="versions">Versions of the PBX</h2>
            <ul>
              ${versionsOf(sights).map(
                ({ version, clusters }) => html`<li>${version ?? 'unknown'}: ${plural(clusters, 'cluster')}</li>`,
              )}
            </ul>
          </section>
          ${reasons(sights)}
        </main>
      </body>
    </html> `;
  return page.text;
}

const TITLES = ['Cluster', 'Health', 'PBX', 'Servers run', 'Up', 'Calls', 'Drift'] as const;

const isQuiet = ({ row }: { row: FleetRow }): boolean => driftWords(row) === 'none';

function line(sight: ClusterSight, row: FleetRow, link: string | undefined): Html {
  const tone = row.healthy !== true ? 'bad' : isQuiet({ row }) ? 'good' : 'odd';
  const cells: [title: string, text: string, isAny?: boolean][] = [
    ['PBX', pbxVersionWord(row), true],
    ['Servers run', serverVersionsWords(row), true],
    ['Up', upWords(row)],
    ['Calls', String(row.calls)],
    ['Drift', driftWords(row)],
  ];
  return html`<tr role="row" class="${tone}">
    <th role="rowheader" scope="row">${link === undefined ? sight.name : html`<a href="${link}">${sight.name}</a>`}</th>
    <td role="cell" class="state">${healthWord(row.healthy)}</td>
    ${cells.map(([title, text, isAny = false]) => html`<td role="cell" class="${isAny ? 'any' : ''}"><span class="label">${title}: </span>${text}</td>`)}
  </tr>`;
}

function reasons(sights: readonly ClusterSight[]): Html {
  const told = sights.map((sight) => ({ sight, all: reasonsOf(sight) })).filter(({ all }) => all.length > 0);
  if (told.length === 0) return html``;
  return html`<section aria-labelledby="why">
    <h2 id="why">Why not healthy</h2>
    ${told.map(({ sight, all }) => {
      const more = all.length - MOST_REASONS;
      return html`<h3>${sight.name}</h3>
        <ul>
          ${all.slice(0, MOST_REASONS).map((text) => html`<li>${text}</li>`)}
          ${more > 0 ? html`<li>… and ${more} more</li>` : ''}
        </ul>`;
    })}
  </section>`;
}
