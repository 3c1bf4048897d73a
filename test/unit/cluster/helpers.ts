import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseCluster } from '../../../src/cluster/load';
import { formatProblem } from '../../../src/cluster/types';
import type { Cluster } from '../../../src/cluster/types';

export const EXAMPLE = readFileSync(join(__dirname, '../../../examples/cluster.yaml'), 'utf8');

/** The smallest file there is; lines 1 to 5. */
export const HEAD = `version: 1
name: acme
image: portsip/pbx:22
pbx: { private_ip: 192.168.1.20 }
servers:
`;

export function problems(text: string | Buffer): string[] {
  return parseCluster(text, 'cluster.yaml').problems.map(formatProblem);
}

export function cluster(text: string): Cluster {
  const { cluster, problems } = parseCluster(text, 'cluster.yaml');
  if (!cluster) throw new Error(problems.map(formatProblem).join('\n'));
  return cluster;
}

/** Errors as `what they point at: message — cure`; of what they point at, the word or the text in quotes. */
export function pointed(text: string): string[] {
  const lines = text.split(/\r?\n/);
  return parseCluster(text, 'cluster.yaml').problems.map(({ line, column, message, cure }) => {
    const rest = lines[line - 1]!.slice(column - 1);
    return `${/^("[^"]*"?|[^\s,:}\]]*)/.exec(rest)![0]}: ${message}${cure ? ` — ${cure}` : ''}`;
  });
}
