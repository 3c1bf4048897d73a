// Third-party code, on its way from node_modules to dist/lib/vendor.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The files of dist/lib/vendor, and the packages that our code takes from each. What only these need comes with them; a
 * package that two files need has one of its own and is in `SHARED`, so that no code is there twice.
 */
export const VENDOR = {
  'actions-toolkit': ['@actions/core', '@actions/exec'],
  ajv: ['ajv/dist/2020', 'ajv-formats'],
  // All that the check of a cluster file needs of ajv: the rest is loaded by the sandbox only.
  'ajv-runtime': ['ajv/dist/runtime/ucs2length'],
  commander: ['commander'],
  github: ['@actions/github'],
  luxon: ['luxon'],
  selfsigned: ['selfsigned'],
  'openapi-fetch': ['openapi-fetch'],
  small: ['fastest-levenshtein', 'ipaddr.js', 'p-limit', 'picocolors'],
  ssh: ['node-ssh', 'ssh2'],
  undici: ['undici'],
  yaml: ['yaml'],
};

/** Those of them that nearly every run loads before its first line. */
export const STARTED_WITH = ['actions-toolkit', 'commander'];

/** What packages get from another file of dist/lib/vendor. */
export const SHARED = {
  undici: './undici.js',
  '../../runtime/ucs2length': './ajv-runtime.js',
  // The part of @actions/core that asks GitHub for identity tokens brings an HTTP client with it, which takes longer to load
  // than all the rest of an action up to its first line. Nothing here asks for one.
  './oidc-utils.js': './no-identity-tokens.js',
};

/** How our code, in dist/lib, gets a package: as the file, or by name from a file of several. */
export function requirePackage(specifier) {
  const found = Object.entries(VENDOR).find(([, packages]) => packages.includes(specifier));
  if (!found) throw new Error(`${specifier} is in no file of dist/lib/vendor: see scripts/bundle/vendor.mjs`);
  const [file, packages] = found;
  return `require("./vendor/${file}.js")${packages.length > 1 ? `["${specifier}"]` : ''}`;
}

/** The package that a module of node_modules belongs to. */
export function packageOf(path) {
  const [, folder, name] = /^(.*node_modules\/((?:@[^/]+\/)?[^/]+))\//.exec(path);
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return { folder, name, version, license };
}

/** The licence of a package: its name in the package's own words, and the text where it came with one. */
export function licenceOf({ folder, name, license }) {
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  const text = file === undefined ? '' : readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim();
  if (!license && !text) throw new Error(`${name} does not say under which licence it is`);
  return [name, license, text].filter(Boolean).join('\n');
}
