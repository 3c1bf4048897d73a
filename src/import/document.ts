import { Document, isMap, isScalar, isSeq, Scalar } from 'yaml';
import schema from '../../schema/cluster.schema.json';
import { printable } from '../text/printable';
import type { Draft, DraftServer } from './draft';

/** The cluster file as text. Comments hold what machines answered: each is one line of plain characters. */
export function clusterFileText(
  { file, servers, comments, leftOut }: Draft,
  { heading, notes }: { heading: string[]; notes: (server: DraftServer) => string[] },
): string {
  const {
    version,
    name,
    image,
    data_path,
    scripts_path,
    pbx,
    ssh,
    firewall,
    built_in_servers,
    unmanaged_servers,
    sbc,
  } = file;
  const document = new Document({
    version,
    name,
    image,
    ...(data_path !== undefined && { data_path }),
    ...(scripts_path !== undefined && { scripts_path }),
    pbx,
    ...(ssh !== undefined && { ssh }),
    firewall,
    built_in_servers,
    unmanaged_servers,
    servers: servers.map(({ entry }) => entry),
    ...(sbc && { sbc }),
  });
  document.commentBefore = comment([`yaml-language-server: $schema=${schema.$id}`, ...heading]);
  document.comment = comment(UNKNOWN);

  const { contents } = document;
  if (!isMap(contents)) throw new Error('a cluster file is a mapping');
  const about: Readonly<Partial<Record<string, readonly string[]>>> = {
    ...comments,
    trust: undefined,
    firewall: comments.trust,
    servers: LEGEND,
  };
  for (const pair of contents.items) {
    const key = isScalar(pair.key) ? pair.key : new Scalar(pair.key);
    pair.key = key;
    const field = String(key.value);
    const said = about[field];
    if (said?.length) key.commentBefore = comment(said);
    if (['pbx', 'servers', 'firewall', 'built_in_servers'].includes(field)) key.spaceBefore = true;
  }
  const list = document.get('servers', true);
  if (isSeq(list)) {
    list.items.forEach((item, index) => {
      const server = servers[index];
      const said = server ? notes(server) : [];
      if (isMap(item) && said.length > 0) item.commentBefore = comment(said);
    });
    if (leftOut.length > 0)
      list.comment = comment(['Found, and not in this file:', ...leftOut.map((line) => `- ${line}`)]);
  }
  return document.toString({ lineWidth: 0 });
}

const LEGEND = [
  'name, role, addresses, enabled and max_…: from the portal. image, data_path, chat_files, and of Data Flow',
  'the addresses: from the hosts.',
];

const UNKNOWN = [
  'No machine knows how servers are to be restarted: the defaults apply, one of a role at a time, once its calls have ended or 30',
  'minutes are over, at any hour. To change that:',
  'restart:',
  '  max_unavailable: 1',
  '  drain_timeout: 30m',
  '  window: { days: [sat, sun], from: "02:00", to: "05:00", timezone: UTC }',
];

/** Whatever it holds, it stays a comment. */
function comment(lines: readonly string[]): string {
  return lines.map((line) => ` ${printable(line)}`).join('\n');
}
