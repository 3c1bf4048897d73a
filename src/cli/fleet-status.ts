import { join } from 'node:path';
import { isBlocking } from '../finding';
import { InputError } from '../input-error';
import { fleetPage } from '../render/fleet-page';
import { renderFleetStatus } from '../render/fleet-status';
import { statusPage } from '../render/status-page';
import { statusDocument } from '../status/document';
import { rowOf, worstFirst, type ClusterSight } from '../status/fleet';
import type { Context } from './context';
import type { FleetStatusDocument } from './documents';
import { EXIT } from './exit-code';
import { checkFolder, checkOut, linkTo, otherFiles, writeOut } from './files';
import { lookAtFleet, type FleetLookOptions } from './fleet-look';

export type FleetStatusOptions = FleetLookOptions & { html?: string; pages?: string };

/** Many clusters at a glance. Changes nothing. */
export async function fleetStatus(context: Context, options: FleetStatusOptions): Promise<number> {
  const { out, html, pages } = options;
  if (out !== undefined) await checkOut('--out', out, otherFiles(options));
  if (html !== undefined) await checkOut('--html', html, { ...otherFiles(options), 'the file of --out': out });
  if (pages !== undefined) await checkFolder('--pages', pages);
  if (pages !== undefined && html === undefined)
    throw new InputError("--pages: give --html FILE as well, the page that leads to each cluster's");

  const looked = await lookAtFleet(context, options, (config) => context.engine.status(config, []));
  const sights = worstFirst(
    looked.map(({ file, name, wave, ...one }): ClusterSight => {
      const place = { file, name, wave };
      if ('problem' in one) return { ...place, known: false, why: 'failed', problem: one.problem };
      return { ...place, known: true, status: context.secrets.redactIn(statusDocument(one.seen)) };
    }),
  );
  await context.result(documentOf(sights), out);
  if (html !== undefined) await writePages(context, sights, html, pages);
  if (!context.options.json) context.say(renderFleetStatus(sights, context.screen()));
  if (sights.some(isHindered)) return EXIT.hindered;
  return options.exitCode && sights.some((sight) => rowOf(sight).changes !== 0) ? EXIT.changes : EXIT.ok;
}

/** Not all of it could be seen, it is not healthy, or a deploy would be kept from something. */
function isHindered(sight: ClusterSight): boolean {
  return !sight.known || sight.status.health.healthy !== true || sight.status.findings.some(isBlocking);
}

function documentOf(sights: readonly ClusterSight[]): FleetStatusDocument {
  return {
    version: 1,
    clusters: sights.map(({ file, name, wave, ...sight }) => ({
      ...{ file, name, wave },
      healthy: sight.known ? sight.status.health.healthy : 'unknown',
      ...(sight.known && { status: sight.status }),
      ...(!sight.known && sight.why === 'failed' && { problem: sight.problem }),
    })),
  };
}

async function writePages(
  context: Context,
  sights: readonly ClusterSight[],
  html: string,
  pages: string | undefined,
): Promise<void> {
  const links = new Map<string, string>();
  if (pages !== undefined)
    for (const sight of sights) {
      if (!sight.known) continue;
      const path = join(pages, `${sight.name}.html`);
      await checkOut('--html', path);
      await writeOut('--pages', path, statusPage(sight.status, Date.parse(sight.status.at)));
      links.set(sight.name, linkTo(html, path));
    }
  await writeOut('--html', html, fleetPage(sights, { at: context.io.now(), links }));
}
