import { addressKinds, uniqueAddresses } from './addresses';
import { backup } from './backup';
import { trustedNetworks } from './trusted-networks';
import { highAvailability, pbxNodes } from './high-availability';
import { images } from './images';
import { names, singles } from './names';
import { prepare } from './prepare';
import { registry } from './registry';
import { maintenanceWindow, maxUnavailable } from './restart';
import { sbc } from './sbc';
import { servers, serving } from './servers';
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
  pbxNodes,
  highAvailability,
  maintenanceWindow,
  maxUnavailable,
  sbc,
  backup,
  prepare,
  registry,
];
