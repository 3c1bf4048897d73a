import { BACKUP_FOLDER } from '../backup-settings';
import { DEFAULTS } from '../build';
import { plainPath } from '../paths';
import { entries, type Rule } from './report';

/** Copies are no part of what is copied, and a command is a whole path: it is run as root. */
export const backup: Rule = (file, report) => {
  const { folder, command } = file.backup ?? {};
  const first = command?.[0];
  if (first !== undefined && !first.startsWith('/'))
    report.error(
      ['backup', 'command', 0],
      'relative-command',
      `backup.command is run as root and begins with ${first}, which is no whole path`,
      'the path of the program from / on',
    );
  if (command) return;
  const to = plainPath(folder ?? BACKUP_FOLDER);
  const data: [path: (string | number)[], folder: string | undefined][] = [
    [['data_path'], file.data_path ?? DEFAULTS.data_path],
    ...entries(file).flatMap(({ index, data_path: own, ...rest }): [(string | number)[], string | undefined][] => [
      [['servers', index, 'data_path'], own],
      [['servers', index, 'chat_files'], 'chat_files' in rest ? rest.chat_files : undefined],
    ]),
  ];
  for (const [path, from] of data) {
    if (from === undefined || !isWithin(to, plainPath(from))) continue;
    report.error(
      folder === undefined ? path : ['backup', 'folder'],
      'backup-in-data',
      `backups would be put into ${to}, which is within ${plainPath(from)}, where data is kept`,
      'another folder, best on another disk',
    );
    return;
  }
};

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder === '/' ? '/' : `${folder}/`);
}
