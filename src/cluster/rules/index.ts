import { addressKinds, uniqueAddresses } from './addresses';
import { trustedNetworks } from './firewall';
import { images } from './images';
import { names, singles } from './names';
import { maintenanceWindow, maxUnavailable } from './restart';
import { highAvailability, servers, serving } from './servers';
import type { Rule } from './report';

/** All that a schema cannot say. */
export const RULES: readonly Rule[] = [
  names,
  singles,
  uniqueAddresses,
  addressKinds,
  trustedNetworks,
  images,
  servers,
  serving,
  highAvailability,
  maintenanceWindow,
  maxUnavailable,
];
