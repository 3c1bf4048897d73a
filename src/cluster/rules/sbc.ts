import { isOutside } from '../roles';
import { entries } from './report';
import type { Rule } from './report';

/** What the section for session border controllers says that does not go together. */
export const sbc: Rule = (file, report) => {
  const { drain, transports, web_domain: domain } = file.sbc ?? {};
  if (drain?.command !== undefined && drain.pause !== undefined)
    report.error(
      ['sbc', 'drain', 'pause'],
      'command-or-pause',
      'sbc.drain has a command and a pause: one of them leads callers away, the command without a person',
      'keep one of the two',
    );
  const seen = new Map<string, number>();
  transports?.forEach((transport, index) => {
    if (transport?.protocol === undefined || transport.port === undefined) return;
    // UDP and TCP have ports of their own; TLS is on TCP.
    const key = `${transport.protocol === 'UDP' ? 'UDP' : 'TCP'} ${transport.port}`;
    if (seen.has(key))
      report.error(
        ['sbc', 'transports', index, 'port'],
        'duplicate-port',
        `${key} is the port of another transport already`,
        'a port of its own for each',
      );
    seen.set(key, index);
  });
  const first = entries(file).find(({ role }) => role !== undefined && isOutside(role));
  if (first && domain === undefined)
    report.warning(
      ['servers', first.index],
      'no-web-domain',
      'without sbc.web_domain neither the name that callers use nor the certificate for it can be checked',
      'add sbc: and below it web_domain: with that name',
    );
};
