import { ROLE_NAMES, ROLES } from '../cluster/roles';
import { isBlocking } from '../finding';
import { outOfCallsLines } from './out-of-calls';
import { scriptsLine } from '../stages/script-generations';
import { about, sortFindings } from './words';
import { html, type Html } from '../text/html';
import { lookedAt, pageHead } from './page';
import { PBX_NAME } from '../stages/backups';
import { list, plural } from '../text/list';
import type { ServerState, StatusReport } from '../status/report';
import { atWork, backupAge, builtInLine, differing, isLeft, isUp, onlineWord, unseen, upNow } from './status-words';

/*
 * The cluster at a glance as one page: no script, nothing from elsewhere, light or dark as the reader has it, made for a phone
 * first. Whatever a host, the PBX or the cluster file says is text (`text/html.ts`).
 */

/** `at`: when it was looked at, in milliseconds since the epoch. Pure. */
export function statusPage(report: StatusReport, at: number): string {
  const { cluster, pbx, servers } = report;
  const groups = ROLE_NAMES.map((role) => servers.filter((server) => server.role === role)).filter(
    ({ length }) => length > 0,
  );
  const page = html`<!doctype html>
    <html lang="en">
      ${pageHead(`${cluster}: ${verdict(report).says}`)}
      <body>
        <header>
          <h1>${cluster}</h1>
          <p class="verdict ${verdict(report).tone}">${verdict(report).says}</p>
          ${lookedAt(at)}
        </header>
        <main>
          ${circumstances(report)}
          <section aria-labelledby="cluster">
            <h2 id="cluster">The cluster</h2>
            <div class="drawing">
              <div class="node main ${pbx.reachable && pbx.apiProblem === undefined ? 'good' : 'bad'}">
                <h3>PBX</h3>
                <p class="state">${mainState(pbx)}</p>
                <p>${pbx.address}${pbx.version === undefined ? '' : html`<br />version ${pbx.version}`}</p>
                ${pbx.apiProblem === undefined ? html`<p>${upNow(report)}</p>` : ''}
              </div>
              ${groups.map(
                (group) =>
                  html`<section class="role">
                    <h3>${heading(group)}</h3>
                    <ul>
                      ${group.map(node)}
                    </ul>
                  </section> `,
              )}
            </div>
          </section>
          ${kept(report)} ${unmanaged(report)} ${differences(report)} ${findings(report)}
        </main>
      </body>
    </html> `;
  return page.text;
}

type Tone = 'good' | 'odd' | 'bad';

function verdict(report: StatusReport): { says: string; tone: Tone } {
  const { pbx, servers, drift, changedSettings, blocked, findings: found } = report;
  const up = servers.filter(isUp).length;
  const gaps = unseen(report);
  const would = drift + changedSettings.length;
  const of = `${up} of ${plural(servers.length, 'server')} up`;
  if (!pbx.reachable) return { says: `${of}; the PBX does not answer`, tone: 'bad' };
  if (pbx.apiProblem !== undefined) return { says: `${of}; what the PBX knows could not be read`, tone: 'bad' };
  const rest =
    gaps !== undefined
      ? gaps
      : blocked > 0 || found.some(isBlocking)
        ? 'something is blocked'
        : would > 0
          ? `a deploy would make ${plural(would, 'change')}`
          : isLeft(report)
            ? 'a deploy would change nothing of what differs'
            : 'as the cluster file says';
  const tone =
    up < servers.length || gaps !== undefined ? 'bad' : would + blocked > 0 || isLeft(report) ? 'odd' : 'good';
  return { says: `${of}; ${rest}`, tone };
}

function mainState({ reachable, apiProblem, problem }: StatusReport['pbx']): string {
  if (!reachable) return `does not answer by SSH: ${problem ?? ''}`;
  return apiProblem ?? 'answers';
}

function heading(group: readonly ServerState[]): string {
  const [first] = group;
  const { label } = ROLES[first?.role ?? 'media'];
  const name = `${label.slice(0, 1).toUpperCase()}${label.slice(1)}`;
  return group.length === 1 ? name : `${name}s`;
}

const ENABLED = { true: '', false: ', disabled', unknown: ', whether enabled is not known' };

function node(server: ServerState): Html {
  const {
    name,
    state,
    enabled = true,
    address,
    publicIp,
    image,
    version,
    drift,
    forPeople,
    problem,
    portalProblem,
  } = server;
  const tone: Tone = !isUp(server)
    ? 'bad'
    : enabled !== true || portalProblem !== undefined || drift.length + forPeople > 0
      ? 'odd'
      : 'good';
  return html`<li class="node ${tone}">
    <h4>${name}</h4>
    <p class="state">${state.replace('-', ' ')}${ENABLED[`${enabled}`]}</p>
    <p>${address}${publicIp === undefined ? '' : html`<br />public ${publicIp}`}</p>
    ${calls(server)}
    <p class="small">${[image, version && `version ${version}`].filter(Boolean).join(', ')}</p>
    ${
      problem === undefined ? '' : html`<p class="small">${problem}</p>`
    }${drift.length === 0 ? '' : html`<p class="small"><strong>${plural(drift.length, 'change')}</strong></p>`}
  </li>`;
}

function calls({ name, calls: count, capacity, role }: ServerState): Html {
  if (count === undefined) return html``;
  const { calls: kind } = ROLES[role];
  const unit = kind.kind === 'counted' ? kind.unit : 'calls';
  if (capacity === undefined || capacity <= 0) return html`<p>${count} ${unit}</p>`;
  return meter(count, capacity, unit, `${unit} on ${name}`);
}

function meter(now: number, most: number, unit: string, label: string): Html {
  return html`<p>
    ${now} of ${most} ${unit}<br /><meter
      min="0"
      max="${most}"
      high="${Math.round(most * 0.9)}"
      value="${Math.min(now, most)}"
      aria-label="${label}"
    >
      ${now} of ${most}
    </meter>
  </p>`;
}

function circumstances(report: StatusReport): Html {
  const { pbx, lock, window, restartsOwedTo, outOfCalls, scripts = [] } = report;
  const taken = builtInLine(report);
  const working = atWork(report);
  const opens = window?.opens === undefined ? '' : `, opens ${window.opens}`;
  const lines = [
    ...(pbx.apiProblem === undefined
      ? []
      : [`${pbx.apiProblem.replaceAll(/\n\s*/g, ' ')} What the portal knows is missing below.`]),
    ...(lock === undefined ? [] : [`A run is at work: ${lock}`]),
    ...(working.length === 0 ? [] : [`Scripts are at work on ${list(working, 8)}`]),
    ...(window ? [`Maintenance window: ${window.text}; ${window.open ? 'open now' : `closed now${opens}`}`] : []),
    ...(outOfCalls.length === 0
      ? []
      : [
          outOfCallsLines(outOfCalls, lock, {})
            .map((line) => line.trim())
            .join(' '),
        ]),
    ...(restartsOwedTo.length === 0 ? [] : [`Restarts still owed: ${list(restartsOwedTo, 12)}`]),
    ...(taken === undefined ? [] : [taken]),
  ];
  const mixed = scripts.length > 1 ? scriptsLine(scripts) : undefined;
  if (mixed !== undefined) lines.push(mixed);
  if (lines.length === 0) return html``;
  return html`<section aria-labelledby="now">
    <h2 id="now">Now</h2>
    <ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>
  </section>`;
}

/** What is left of the licence, and how old what would be restored is */
function kept({ usage: { calls: now, licensedCalls: most } = {}, backups }: StatusReport): Html {
  const licence =
    now === undefined || most === undefined || most <= 0
      ? html``
      : html`<section aria-labelledby="licence">
          <h2 id="licence">Licence</h2>
          ${meter(now, most, 'calls at once', 'calls that the licence allows')}
        </section>`;
  if (backups.length === 0) return licence;
  return html`${licence}
    <section aria-labelledby="backups">
      <h2 id="backups">Last backups</h2>
      <ul>
        ${backups.map(
          (backup) =>
            html`<li class="${backup.at === undefined ? 'odd' : ''}">
              <strong>${backup.name === PBX_NAME ? 'PBX' : backup.name}</strong>: ${backupAge(backup)}
            </li>`,
        )}
      </ul>
    </section>`;
}

function unmanaged({ unmanaged: others = [] }: StatusReport): Html {
  if (others.length === 0) return html``;
  return html`<section aria-labelledby="others">
    <h2 id="others">In the portal, not in the cluster file</h2>
    <ul>
      ${others.map(
        ({ name, role, address, online }) =>
          html`<li>${name}: ${ROLES[role].label}, ${address ?? 'no address'}, ${onlineWord(online)}</li>`,
      )}
    </ul>
  </section>`;
}

function differences(report: StatusReport): Html {
  const own = differing(report);
  if (own.length === 0) return html``;
  return html`<section aria-labelledby="differs">
    <h2 id="differs">Differs from the cluster file</h2>
    <ul>
      ${own.map(
        ({ server, what }) => html`<li>${server === undefined ? '' : html`<strong>${server}</strong>: `}${what}</li>`,
      )}
    </ul>
  </section>`;
}

function findings({ findings: found }: StatusReport): Html {
  const told = sortFindings(found).filter(({ severity }) => severity !== 'note');
  if (told.length === 0) return html``;
  return html`<section aria-labelledby="findings">
    <h2 id="findings">To look at</h2>
    <ul>
      ${told.map(
        (finding) =>
          html`<li class="${isBlocking(finding) ? 'bad' : 'odd'}">
            <strong>${isBlocking(finding) ? 'Blocked' : 'Warning'}:</strong> ${about(finding)}
          </li>`,
      )}
    </ul>
  </section>`;
}
