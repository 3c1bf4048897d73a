import { plainPath } from '../paths';
import { isListed, LISTED_ROLES, ROLES } from '../roles';
import { entries } from './report';
import type { Rule } from './report';

const ADVISED_CALL_SESSIONS = 5000;

/** What belongs to one server. */
export const servers: Rule = (file, report) => {
  for (const {
    role,
    enabled,
    max_call_sessions: sessions,
    chat_files: chatFiles,
    data_path: dataPath,
    index,
  } of entries(file)) {
    if (sessions !== undefined && sessions > ADVISED_CALL_SESSIONS) {
      report.warning(
        ['servers', index, 'max_call_sessions'],
        'many-call-sessions',
        `PortSIP advises against more than ${ADVISED_CALL_SESSIONS} call sessions on a media server`,
        'add media servers instead',
      );
    }
    const data = dataPath ?? file.data_path ?? '/var/lib/portsip';
    if (chatFiles !== undefined && plainPath(chatFiles) === plainPath(data)) {
      report.error(
        ['servers', index, 'chat_files'],
        'chat-files-in-data-path',
        'chat_files is the data_path itself, which the IM server refuses',
        'another folder that exists on the host, or delete the line',
      );
    }
    if (enabled === false && role !== undefined && !isListed(role)) {
      report.error(
        ['servers', index, 'enabled'],
        'cannot-disable',
        `the PBX has no switch to disable its ${ROLES[role].label}`,
        'delete the line, or the server',
      );
    }
  }
};

/** A role that nobody would serve. */
export const serving: Rule = (file, report) => {
  if (file.servers?.length === 0) {
    report.warning(
      ['servers'],
      'no-servers',
      'the cluster has no servers: those that were set up from this file would all be removed',
      'add servers, if that is not what you mean',
    );
  }
  if (file.built_in_servers === 'keep') return;
  for (const role of LISTED_ROLES) {
    const ofRole = entries(file).filter((server) => server.role === role);
    const [first] = ofRole;
    if (first && ofRole.every(({ enabled }) => enabled === false)) {
      report.warning(
        ['servers', first.index, 'enabled'],
        'none-enabled',
        `every ${ROLES[role].label} is disabled, and so is the PBX's built-in one`,
        'enable one, or: built_in_servers: keep',
      );
    }
  }
};
