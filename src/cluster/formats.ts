import { isAddress, isCidr } from './addresses';
import { parseDuration } from '../text/duration';
import { parseJumpHost } from './jump-host';

/** What the schema's `format`s mean. The validator in `validator.ts` asks here. */
export const formats = {
  ip: isAddress,
  cidr: isCidr,
  'jump-host': (text: string): boolean => parseJumpHost(text) !== undefined,
  'pbx-api': isApi,
  'duration-hms': isDuration,
};

function isApi(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { hostname, port } = new URL(text);
  return port !== '0' && (!hostname.startsWith('[') || isAddress(hostname.slice(1, -1)));
}

function isDuration(text: string): boolean {
  try {
    parseDuration(text);
    return true;
  } catch {
    return false;
  }
}
