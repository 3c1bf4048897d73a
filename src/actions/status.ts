import type { Finding } from '../finding';
import { writeSummary } from '../github/summary';
import { InputError } from '../input-error';
import { A_LINK, isLink, writePlain } from '../plain-file';
import { healthSentence } from '../render/health';
import { statusMarkdown } from '../render/status-markdown';
import { statusDocument } from '../status/document';
import { messageOf } from '../unknown';
import { placeIn, prepare } from './harness';

/** How the live cluster is now, and whether it is healthy. Changes nothing. */
export async function main(): Promise<number> {
  const { inputs, cluster, config, log, put } = await prepare('status');
  const { statusFile, servers, failWhenUnhealthy, clusterFile } = inputs;
  // However it ends: what was not seen is not known.
  put('healthy', 'unknown');
  put('status-file', '');
  put('changed', false);
  put('changes', []);
  // Loaded late: a mistake in the inputs is told before.
  const { readStatus } = await import('../status/read');
  const report = config.secrets.redactIn(statusDocument(await readStatus(config, servers, { tags: true })));

  const { healthy, reasons } = report.health;
  await writePlain(statusFile, `${JSON.stringify(report, null, 2)}\n`).catch((error: unknown) => {
    throw new InputError(`status-file: ${statusFile} cannot be written: ${isLink(error) ? A_LINK : messageOf(error)}`);
  });
  put('status-file', statusFile);
  put('healthy', String(healthy));
  put('changed', report.drift + report.changedSettings.length > 0);
  put('changes', report.differences);
  await writeSummary(statusMarkdown(report), config.secrets, log);

  const fails = failWhenUnhealthy && healthy !== true;
  const place = placeIn(cluster, clusterFile);
  for (const reason of reasons) {
    const finding: Finding = {
      ...{ code: 'health', severity: 'warning', message: healthSentence(reason) },
      ...('server' in reason && { server: reason.server }),
    };
    if (fails) log.error(finding.message, place(finding));
    else log.warning(finding.message, place(finding));
  }
  const verdict = { true: 'healthy', false: 'not healthy', unknown: 'not known to be healthy' }[`${healthy}`];
  log.info(`${cluster.name} is ${verdict}`);
  return fails ? 1 : 0;
}
