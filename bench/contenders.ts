import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Ground } from './ground';
import { isJob, type Contender, type Row } from './results';
import type { Work } from './work';

declare const __dirname: string;
const REPOSITORY = resolve(__dirname, '..');

export interface Command {
  argv: string[];
  env: Record<string, string>;
}

export interface Tools {
  /** Of the product and of the floor */
  node: string;
  /** undefined: there is none here */
  ansible?: string;
  mitogen?: string;
}

export function findTools(cache: string): Tools {
  const node = join(cache, 'node24/node_modules/node/bin/node');
  const ansible = join(cache, 'venv/bin/ansible-playbook');
  const lib = join(cache, 'venv/lib');
  const python = existsSync(lib) ? readdirSync(lib).find((name) => name.startsWith('python')) : undefined;
  const mitogen = python && join(lib, python, 'site-packages/ansible_mitogen/plugins/strategy');
  return {
    node: existsSync(node) ? node : process.execPath,
    ...(existsSync(ansible) && { ansible }),
    ...(mitogen && existsSync(mitogen) && { mitogen }),
  };
}

/** The command line that does a row's work; undefined: this contender has none for it, or is not here. */
export function commandOf(contender: Contender, row: Row, farm: Ground, work: Work, tools: Tools): Command | undefined {
  const { folder } = farm.settings;
  switch (contender) {
    case 'product': {
      // What GitHub and its runner take themselves is left out.
      if (isJob(row))
        return {
          argv: [tools.node, join(__dirname, 'contenders/job.mjs'), join(folder, 'cluster.yaml'), join(folder, 'job')],
          env: { ...farm.env, XDG_CACHE_HOME: folder },
        };
      const verb = row === 'plan' ? ['plan'] : row === 'rolling restart' ? ['restart', '--yes'] : ['deploy', '--yes'];
      const options = [...(row === 'rolling restart' ? [] : ['--allow-undersized']), '--no-color'];
      const argv = [join(REPOSITORY, 'dist/cli/index.js'), ...verb, '--file', join(folder, 'cluster.yaml'), ...options];
      // The compiled code of an earlier run is there, as in any job but a runner's very first step.
      return { argv: [tools.node, ...argv], env: { ...farm.env, XDG_CACHE_HOME: folder } };
    }
    case 'floor': {
      // A floor does not look whether there is anything to do: that would be a plan.
      if (row === 'no-op deploy' || isJob(row)) return undefined;
      const floor = (verb: string, file: string) => [tools.node, join(__dirname, 'contenders/floor.mjs'), verb, file];
      // Of a scale-out it is told what is new, and does that as it would do all of it.
      const argv = row === 'scale-out' ? floor('deploy', work.scaleOut) : floor(row.replace(' ', '-'), work.floor);
      return { argv, env: {} };
    }
    case 'openssh':
      if (row !== 'plan') return undefined;
      return {
        argv: [
          join(__dirname, 'contenders/openssh.sh'),
          join(folder, 'key'),
          join(folder, 'known_hosts'),
          work.openssh,
        ],
        env: {},
      };
    case 'ansible':
    case 'mitogen': {
      if (isJob(row)) return undefined;
      if (!tools.ansible || (contender === 'mitogen' && !tools.mitogen)) return undefined;
      const playbook = row === 'no-op deploy' || row === 'scale-out' ? 'deploy' : row.replace(' ', '-');
      const book = join(__dirname, `contenders/ansible/${playbook}.yml`);
      const config = writeAnsibleConfig(farm, contender === 'mitogen' ? tools.mitogen : undefined);
      return { argv: [tools.ansible, '-i', work.inventory, book], env: { ANSIBLE_CONFIG: config } };
    }
  }
}

function writeAnsibleConfig({ settings: { folder } }: Ground, mitogen: string | undefined): string {
  const file = join(folder, mitogen ? 'mitogen.cfg' : 'ansible.cfg');
  writeFileSync(
    file,
    `[defaults]
forks = 50
gathering = explicit
host_key_checking = true
retry_files_enabled = false
interpreter_python = /usr/bin/python3
local_tmp = ${folder}/ansible
${mitogen ? `strategy_plugins = ${mitogen}\nstrategy = mitogen_linear\n` : ''}
[ssh_connection]
pipelining = true
ssh_args = -o ControlMaster=auto -o ControlPersist=600 -o UserKnownHostsFile=${folder}/known_hosts
control_path_dir = ${folder}/cp
`,
  );
  return file;
}
